import type { Codec, Result } from '../item/codec.ts';
import { isOptional } from '../model/encoding.ts';
import { componentsOf } from '../model/key-pattern.ts';
import type { Attribute, RecordType } from '../model/model.ts';
import { type AttributeValue, type Item, tagsOf } from '../value/attribute-value.ts';
import { ownProperty, setProperty } from '../value/json.ts';
import { escapeSegment } from '../value/json-pointer.ts';
import type { ItemVector } from '../vector/vector.ts';
import { slugOfFamily } from './accepted-families.ts';
import type { AcceptedScenario } from './coverage/scenarios.ts';
import { type Described, subjectOf } from './draft.ts';
import { nestedDefaults } from './nested-defaults.ts';
import { repair, withMember } from './record.ts';
import { withWrongNames, wrongNames } from './wrong-names.ts';

/** An item as another writer may have left it; the record follows from the codec. */
export type ReadDraft = Described & {
  readonly scenario: AcceptedScenario;
  /** Refused where the record that it is made of breaks a rule, or has no key. */
  readonly item: Result<Item>;
};

/** Items that a reader must accept though the writer of today would not write them so. */
export function readableItems(codec: Codec, recordType: RecordType, complete: ItemVector): readonly ReadDraft[] {
  const { item } = complete;
  const changed = (name: string, value: AttributeValue): Result<Item> => {
    const copy: { [name: string]: AttributeValue } = { ...item };
    setProperty(copy, name, value);
    return { ok: true, value: copy };
  };
  // Keys, computed attributes and rules follow from the default, as they do for a writer that leaves the attribute out.
  const without = ({ name, default: value }: Attribute): Result<Item> =>
    codec.encode(recordType.name, repair(recordType, withMember(complete.record, name, value), name), {
      defaulted: [escapeSegment(name)],
    });
  const patterns = [...recordType.keys.flatMap((key) => key.parts), ...recordType.computed.map((each) => each.part)];
  // A key says of these that they are absent, so they cannot be taken away alone.
  const marked = new Set(
    patterns
      .flatMap((part) => componentsOf(part.pattern))
      .filter(isOptional)
      .map((token) => token.name.split('.')[0]),
  );
  const drafts: ReadDraft[] = recordType.attributes
    .filter(
      (attribute) =>
        attribute.default !== undefined &&
        attribute.defaultOn !== 'write' &&
        !marked.has(attribute.name) &&
        Object.hasOwn(item, attribute.name) &&
        recordType.attributes.every((each) => agrees(each, attribute, item)),
    )
    .map((attribute) => ({
      scenario: 'default-read',
      subject: subjectOf(attribute.name),
      slug: `without-${attribute.name}`,
      description: `${attribute.name}: missing, so the reader supplies its default`,
      hazards: ['null-missing-vs-default'],
      item: without(attribute),
    }));
  drafts.push(
    ...recordType.attributes
      .filter(({ name }) => !marked.has(name))
      .flatMap(({ name, type }) =>
        nestedDefaults(type, ownProperty(complete.record, name)).map(({ path, subject, value }) => ({
          scenario: 'default-read' as const,
          subject: subjectOf(name, ...subject),
          slug: `without-${[name, ...path].join('-')}`,
          description: `${[name, ...path].join('/')}: missing, so the reader supplies its default`,
          hazards: ['null-missing-vs-default'],
          item: codec.encode(recordType.name, repair(recordType, withMember(complete.record, name, value), name), {
            defaulted: [[name, ...path].map(escapeSegment).join('/')],
          }),
        })),
      ),
  );
  if (recordType.unknownAttributes !== 'reject') {
    drafts.push({
      scenario: 'unknown-attribute',
      subject: '',
      slug: 'unknown-attribute',
      description: 'an attribute of a newer writer',
      hazards: ['attr-unknown'],
      item: changed('#new attribute', { M: { since: { S: 'tomorrow' } } }),
    });
    for (const family of recordType.families) {
      const names = wrongNames(recordType, family);
      const like = names.length === 0 ? undefined : withWrongNames(recordType, family, item, names);
      if (like === undefined) continue;
      drafts.push({
        scenario: 'like-member',
        subject: subjectOf(family.name),
        slug: `${slugOfFamily(family)}-like-members`,
        description: `attributes like members of ${family.name}, with names that are no value of "${family.variable}"`,
        hazards: ['attr-unknown', 'family-name-parse'],
        item: { ok: true, value: like },
      });
    }
  }
  for (const { name, type } of recordType.attributes) {
    const stored = ownProperty(item, name);
    if (stored === undefined) continue;
    const subject = subjectOf(name);
    const reversed = reversedSet(stored);
    if (reversed !== undefined)
      drafts.push({
        scenario: 'other-order',
        subject,
        slug: `${name}-reversed`,
        description: `${name}: the same set in another order`,
        hazards: ['set-order'],
        item: changed(name, reversed),
      });
    for (const [slug, text, what] of type.kind === 'decimal' && 'N' in stored ? otherSpellings(stored.N) : [])
      drafts.push({
        scenario: 'other-spelling-stored',
        subject,
        slug: `${name}-${slug}`,
        description: `${name}: the same number with ${what}`,
        hazards: ['num-decimal-type-not-n'],
        item: changed(name, { N: text }),
      });
  }
  return drafts;
}

/** The same set the other way round; `undefined` for what is none, or has one member. */
function reversedSet(stored: AttributeValue): AttributeValue | undefined {
  const { SS, NS, BS } = tagsOf(stored);
  if (SS !== undefined && SS.length > 1) return { SS: [...SS].reverse() };
  if (NS !== undefined && NS.length > 1) return { NS: [...NS].reverse() };
  return BS !== undefined && BS.length > 1 ? { BS: [...BS].reverse() } : undefined;
}

/** The same number as writers may store it who leave the normal form to DynamoDB. */
function otherSpellings(text: string): readonly (readonly [slug: string, text: string, what: string])[] {
  return [
    ['zeros', text.includes('.') ? `${text}0` : `${text}.0`, 'zeros that say nothing'],
    ['exponent', `${text}E+0`, 'an exponent'],
  ];
}

/** Whether an attribute that depends on another one is there exactly when the default of that one demands it. */
function agrees({ name, presentWhen }: Attribute, condition: Attribute, item: Item): boolean {
  if (presentWhen?.attribute !== condition.name) return true;
  return presentWhen.values.includes(String(condition.default)) === Object.hasOwn(item, name);
}
