import { componentsOf } from '../model/key-pattern.ts';
import type { Family, RecordType } from '../model/model.ts';
import { type AttributeValue, type Item, tagsOf } from '../value/attribute-value.ts';
import { type JsonObject, setProperty } from '../value/json.ts';
import { slugOfFamily } from './accepted-families.ts';
import type { RefusedScenario } from './coverage/scenarios.ts';
import { type RefusalDraft, subjectOf } from './draft.ts';
import { groupOf } from './family-group.ts';

/** Items of which each attribute is right by itself, and that contradict themselves, one contradiction each. */
export function contradictoryItems(recordType: RecordType, item: Item): readonly RefusalDraft[] {
  return [
    ...computedAttributes(recordType, item),
    ...recordType.families.flatMap((family) => groupWithoutMember(recordType, item, family)),
  ];
}

function refuse(
  scenario: RefusedScenario,
  subject: string,
  slug: string,
  description: string,
  base: Item,
  item: Item,
  hazard: string,
): RefusalDraft {
  return {
    scenario,
    subject,
    slug: `decode-${slug}`,
    description,
    hazards: [hazard],
    op: 'item.decode',
    base: base as JsonObject,
    item: item as JsonObject,
  };
}

/** A copy with one attribute replaced, or taken away with `undefined`. */
function replaced(item: Item, name: string, value: AttributeValue | undefined): Item {
  const copy: { [name: string]: AttributeValue } = { ...item };
  if (value === undefined) delete copy[name];
  else setProperty(copy, name, value);
  return copy;
}

/** Computed attributes that do not follow from the rest of the item. */
function computedAttributes({ attributes, computed, keys }: RecordType, item: Item): readonly RefusalDraft[] {
  const taken = new Set([
    ...attributes.map((attribute) => attribute.name),
    ...keys.flatMap((key) => key.parts.map((part) => part.attribute.name)),
  ]);
  return computed.flatMap(({ name, part }) => {
    const text = tagsOf(item[name] ?? { NULL: true }).S;
    if (text === undefined || taken.has(name)) return [];
    const hazard = 'key-derived-attribute-stale';
    const isFixed = componentsOf(part.pattern).length === 0;
    return [
      refuse(
        'stale-computed',
        subjectOf(name),
        `${name}-left-out`,
        `${name}: missing, though ${isFixed ? 'it is always the same' : 'the item has what it is made of'}`,
        item,
        replaced(item, name, undefined),
        hazard,
      ),
      refuse(
        'stale-computed',
        subjectOf(name),
        `${name}-stale`,
        `${name}: ${isFixed ? `another text than "${text}"` : 'made of other values than those of the item'}`,
        item,
        replaced(item, name, { S: `${text}x` }),
        hazard,
      ),
    ];
  });
}

/** A group of families that agree, and all lack a member that they must have. */
function groupWithoutMember(recordType: RecordType, item: Item, family: Family): readonly RefusalDraft[] {
  const group = groupOf(recordType, family);
  if (group.length < 2 || group[0] !== family) return [];
  return family.requiredMembers.map((member) =>
    refuse(
      'mandatory-missing',
      subjectOf(family.name),
      `${slugOfFamily(family)}-group-without-${member}`,
      `no family of the group has "${member}"`,
      item,
      group.reduce((copy, { prefix, suffix }) => replaced(copy, `${prefix}${member}${suffix}`, undefined), item),
      'family-required-member',
    ),
  );
}
