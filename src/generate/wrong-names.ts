import { fixedNames } from '../model/key-attributes.ts';
import type { Family, RecordType } from '../model/model.ts';
import type { AttributeValue, Item } from '../value/attribute-value.ts';
import { ownProperty, setProperty } from '../value/json.ts';
import type { RefusedScenario } from './coverage/scenarios.ts';
import { groupOf } from './family-group.ts';
import { isExplained, typicalMember } from './record.ts';
import { refusedStrings } from './values/string.ts';

/** A text that is the name of no member of a family, and why. */
export type WrongName = {
  readonly scenario: Extract<RefusedScenario, 'member-name-refused' | 'reserved-member'>;
  readonly name: string;
  readonly slug: string;
  /** What is wrong with it, as the end of a sentence about the member. */
  readonly description: string;
  readonly hazards: readonly string[];
};

/**
 * Names that members of a family must not have: each reserved one, of what else the domain refuses one of each scenario and hazard,
 * and each near miss of its pattern, which has none. They belong to the group, so only its first family has them.
 */
export function wrongNames(recordType: RecordType, family: Family): readonly WrongName[] {
  if (groupOf(recordType, family)[0] !== family) return [];
  const refused = refusedStrings(family.domain).filter(({ scenario }) => scenario !== 'reserved-value');
  const kindOf = ({ scenario, slug, hazards }: (typeof refused)[number]): string =>
    hazards.length === 0 ? slug : [scenario, ...hazards].join(' ');
  const kinds = refused.map(kindOf);
  return [
    ...refused
      .filter((_, index) => kinds.indexOf(kinds[index] ?? '') === index)
      .map(({ slug, value, description, hazards }) => ({
        scenario: 'member-name-refused' as const,
        name: String(value),
        slug: `name-${slug}`,
        description: `whose name is no value of "${family.variable}": ${description}`,
        hazards: [...new Set(['family-name-parse', ...hazards])],
      })),
    ...family.domain.reserved.map((name) => ({
      scenario: 'reserved-member' as const,
      name,
      slug: 'name-reserved',
      description: `with the reserved name "${name}"`,
      hazards: ['family-name-reserved'],
    })),
  ];
}

/**
 * An item with members of wrong names in every family of the group, each with an ordinary value; without those whose attribute
 * means something else.
 *
 * @returns `undefined` when nothing of the names can be in an item
 */
export function withWrongNames(
  recordType: RecordType,
  family: Family,
  item: Item,
  names: readonly WrongName[],
): Item | undefined {
  const taken = new Set([...fixedNames(recordType), ...Object.keys(item)]);
  const added = names.flatMap(({ name }) =>
    groupOf(recordType, family).flatMap((each) => {
      const attribute = `${each.prefix}${name}${each.suffix}`;
      const value = ordinaryMember(recordType, each, item);
      const isFree = attribute !== '' && !taken.has(attribute) && !isExplained(recordType, attribute);
      return value === undefined || !isFree ? [] : [[attribute, value] as const];
    }),
  );
  if (added.length === 0) return undefined;
  const changed: { [name: string]: AttributeValue } = { ...item };
  for (const [attribute, value] of added) setProperty(changed, attribute, value);
  return changed;
}

/** What is stored for some member of a family. */
function ordinaryMember(recordType: RecordType, family: Family, item: Item): AttributeValue | undefined {
  const members = [typicalMember(recordType, family), ...family.requiredMembers];
  const stored = members.map((member) => ownProperty(item, `${family.prefix}${member}${family.suffix}`));
  return stored.find((value) => value !== undefined);
}
