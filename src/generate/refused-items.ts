import { compileParse } from '../key/parse.ts';
import { componentTypes } from '../model/component-types.ts';
import type { KeyPart, RecordType } from '../model/model.ts';
import type { Item } from '../value/attribute-value.ts';
import { type JsonObject, setProperty } from '../value/json.ts';
import { isEpochFormat } from '../value/timestamp.ts';
import type { ItemVector } from '../vector/vector.ts';
import { namesInKeys } from './accepted.ts';
import { slugOfFamily } from './accepted-families.ts';
import type { RefusedScenario } from './coverage/scenarios.ts';
import { type RefusalDraft, subjectOf } from './draft.ts';
import { hasCompany } from './family-group.ts';
import { nestedItems } from './nested/refusals.ts';
import { presenceFaults, recordWith } from './present-record.ts';
import { typicalMember } from './record.ts';
import { contradictoryItems } from './refused-contradictions.ts';
import { membersOfItems } from './refused-members.ts';
import { renamedAttribute, unknownAttribute } from './refused-names.ts';
import { itemsAgainstRules } from './refused-rules.ts';
import { staleKeys } from './refused-stale-keys.ts';
import { isLarge, repeatedTypes } from './repeated-types.ts';
import { impossibleTimestamp } from './values/refused-timestamp.ts';
import { wrongAttributeValue } from './values/samples.ts';
import { storedFaults } from './values/stored-faults.ts';
import { unlistedValue } from './values/unlisted.ts';
import { withWrongNames, wrongNames } from './wrong-names.ts';

/** Text that is no key of a record type; `undefined` when the key is one component, and that may be any text. */
function foreignText(recordType: RecordType, part: KeyPart): string | undefined {
  if (part.attribute.type !== 'S') return 'x';
  const parse = compileParse(part, componentTypes(recordType));
  return ['x', '#', '\u0001'].find((text) => parse(text, new Map()) !== undefined);
}

type Replaced = (name: string, value: unknown) => object;

type Refuse = (
  scenario: RefusedScenario,
  subject: string,
  slug: string,
  description: string,
  changed: object,
  ...hazards: string[]
) => RefusalDraft;

/**
 * Items that a reader must refuse, one fault each, made from a complete item, or from one that has the attribute with the fault.
 *
 * @param itemOf the item of a record; `undefined` for one that is refused
 */
export function refusedItems(
  recordType: RecordType,
  { record: complete, item }: ItemVector,
  itemOf: (record: JsonObject) => Item | undefined,
): readonly RefusalDraft[] {
  const refuseFrom =
    (base: Item): Refuse =>
    (scenario, subject, slug, description, changed, ...hazards) => ({
      scenario,
      subject,
      slug: `decode-${slug}`,
      description,
      hazards,
      op: 'item.decode',
      base: base as JsonObject,
      item: changed as JsonObject,
    });
  const refuse = refuseFrom(item);
  const replacedIn =
    (base: Item): Replaced =>
    (name, value) => {
      const copy: { [name: string]: unknown } = { ...base };
      if (value === undefined) delete copy[name];
      else setProperty(copy, name, value);
      return copy;
    };
  const replaced = replacedIn(item);
  const drafts: RefusalDraft[] = [];
  const repeated = isLarge(recordType) ? repeatedTypes(recordType) : new Set<string>();
  const inKeys = namesInKeys(recordType);
  for (const part of recordType.keys[0]?.parts ?? []) {
    // A key that is an attribute itself may have any value of its own.
    if (recordType.attributes.some((attribute) => attribute.name === part.attribute.name)) continue;
    const foreign = foreignText(recordType, part);
    if (foreign === undefined) continue;
    drafts.push(
      refuse(
        'foreign-key',
        subjectOf('primary', part.attribute.name),
        `${part.attribute.name.toLowerCase()}-foreign`,
        `a ${part.attribute.name} of no record type`,
        replaced(part.attribute.name, { S: foreign }),
        'key-entity-tag-case',
      ),
    );
  }
  for (const { name, type, required, nullable, default: value, defaultOn } of recordType.attributes) {
    const base = recordWith(recordType, complete, name);
    // Where no such record can be written, the draft has a second fault, and is left out for it.
    const stored = base === complete ? item : (itemOf(base) ?? item);
    const refuse = refuseFrom(stored);
    const replaced = replacedIn(stored);
    if (required && (value === undefined || defaultOn === 'write'))
      drafts.push(
        refuse(
          'missing-refused',
          subjectOf(name),
          `${name}-missing`,
          `${name}: missing, with no default to read`,
          replaced(name, undefined),
          'null-required-missing',
        ),
      );
    if (!nullable)
      drafts.push(
        refuse(
          'forbidden-null',
          subjectOf(name),
          `${name}-null`,
          `${name}: NULL`,
          replaced(name, { NULL: true }),
          'null-vs-absent',
        ),
      );
    const wrong = wrongAttributeValue(type);
    if (wrong !== undefined)
      drafts.push(
        refuse(
          'wrong-type',
          subjectOf(name),
          `${name}-type`,
          `${name}: another DynamoDB type`,
          replaced(name, wrong),
          'type-coercion',
        ),
      );
    if (type.kind === 'string' && type.enum !== null)
      drafts.push(
        refuse(
          'unlisted-value',
          subjectOf(name),
          `${name}-unknown`,
          `${name}: a value that is not listed`,
          replaced(name, { S: unlistedValue(type.enum) }),
          'enum-unknown',
        ),
      );
    if (type.kind === 'integer')
      drafts.push(
        refuse(
          'fraction-of-integer',
          subjectOf(name),
          `${name}-fraction`,
          `${name}: a number with a fraction`,
          replaced(name, { N: '1.5' }),
          'num-int-parse-of-nonint-text',
        ),
      );
    if (type.kind === 'timestamp') {
      const impossible = impossibleTimestamp(type);
      const text = String(impossible.value);
      drafts.push(
        refuse(
          impossible.scenario,
          subjectOf(name),
          `${name}-invalid`,
          `${name}: ${impossible.description}`,
          replaced(name, isEpochFormat(type.format) ? { N: text } : { S: text }),
          ...impossible.hazards,
        ),
      );
    }
    // Another value in a key would be a second fault, and parsing keys shows what a component may be.
    if (inKeys.has(name) || repeated.has(name)) continue;
    const shown = new Set(drafts.filter(({ subject }) => subject === subjectOf(name)).map(({ scenario }) => scenario));
    for (const each of storedFaults(type).filter(({ scenario }) => !shown.has(scenario)))
      drafts.push(
        refuse(
          each.scenario,
          subjectOf(name, ...each.path),
          `${name}-${each.slug}`,
          `${name}: ${each.description}`,
          replaced(name, each.value),
          ...each.hazards,
        ),
      );
  }
  drafts.push(...staleKeys(recordType, { record: complete, item }, itemOf));
  for (const family of recordType.families) {
    const name = `${family.prefix}${typicalMember(recordType, family)}${family.suffix}`;
    const slug = slugOfFamily(family);
    const wrong = wrongAttributeValue(family.type);
    if (wrong !== undefined)
      drafts.push(
        refuse(
          'wrong-type',
          subjectOf(family.name, '*'),
          `${slug}-type`,
          `${name}: another DynamoDB type`,
          replaced(name, wrong),
          'type-coercion',
        ),
      );
    if (hasCompany(recordType, family))
      drafts.push(
        refuse(
          'uneven-group',
          subjectOf(family.name),
          `${slug}-missing`,
          `${name}: missing, while the rest of its group is there`,
          replaced(name, undefined),
          'family-group',
        ),
      );
    for (const wrong of recordType.unknownAttributes === 'reject' ? wrongNames(recordType, family) : []) {
      const changed = withWrongNames(recordType, family, item, [wrong]);
      if (changed === undefined) continue;
      const description = `a member of ${family.name} ${wrong.description}`;
      drafts.push(
        refuse(wrong.scenario, subjectOf(family.name), `${slug}-${wrong.slug}`, description, changed, ...wrong.hazards),
      );
    }
    for (const member of family.requiredMembers) {
      drafts.push(
        refuse(
          'mandatory-missing',
          subjectOf(family.name),
          `${slug}-without-${member}`,
          `${family.name} without "${member}"`,
          replaced(`${family.prefix}${member}${family.suffix}`, undefined),
          'family-required-member',
        ),
      );
    }
  }
  for (const { name, slug, description, base, record, present } of presenceFaults(recordType, complete)) {
    const sound = itemOf(base);
    if (sound === undefined) continue;
    const value = Object.hasOwn(record, name) ? itemOf(present)?.[name] : undefined;
    const changed = replacedIn(sound)(name, value);
    const hazard = 'attr-conditional-presence';
    drafts.push(refuseFrom(sound)('condition-broken', subjectOf(name), slug, description, changed, hazard));
  }
  return [
    ...drafts,
    ...renamedAttribute(recordType, item),
    ...unknownAttribute(recordType, item),
    ...itemsAgainstRules(recordType, item),
    ...nestedItems(recordType, complete, itemOf),
    ...membersOfItems(recordType, complete, itemOf),
    ...contradictoryItems(recordType, item),
  ];
}
