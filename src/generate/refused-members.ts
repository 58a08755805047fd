import type { Family, RecordType } from '../model/model.ts';
import type { Item } from '../value/attribute-value.ts';
import type { Json, JsonObject } from '../value/json.ts';
import { ownProperty, setProperty } from '../value/json.ts';
import { slugOfFamily } from './accepted-families.ts';
import { type RefusalDraft, subjectOf } from './draft.ts';
import { withJsonAt, withStoredAt } from './nested/edit.ts';
import { faultsOfItem, faultsOfRecord, type NestedFault } from './nested/faults.ts';
import { type Place, placesIn } from './nested/places.ts';
import { typicalMember, withFamilyMembers, withMember } from './record.ts';
import { wordsOf } from './repeated-types.ts';
import { storedFaults } from './values/stored-faults.ts';

type Where = Pick<Place, 'path' | 'variant'>;

/** Records in which something inside of the value of a family's member is wrong, of each type of families once. */
export function membersOfRecords(recordType: RecordType, complete: JsonObject): readonly RefusalDraft[] {
  return firstOfEachType(recordType.families).flatMap((family) =>
    placesIn(family.type).flatMap((place) => {
      const base = withMemberValue(recordType, complete, family, place.value);
      return faultsOfRecord(place).map((fault) => ({
        ...described(family, place, fault, 'encode'),
        op: 'item.encode' as const,
        base,
        record: withMemberValue(recordType, complete, family, withFault(place, fault)),
      }));
    }),
  );
}

/**
 * Items in which the value of a family's member is wrong, as it is or inside.
 *
 * @param itemOf the item of a record; `undefined` for one that is refused
 */
export function membersOfItems(
  recordType: RecordType,
  complete: JsonObject,
  itemOf: (record: JsonObject) => Item | undefined,
): readonly RefusalDraft[] {
  return firstOfEachType(recordType.families).flatMap((family) => {
    const name = `${family.prefix}${typicalMember(recordType, family)}${family.suffix}`;
    const refused = (base: Item, place: Where, fault: NestedFault): RefusalDraft => {
      const stored = withStoredAt(ownProperty(base, name), [...place.path, ...fault.path], fault.value);
      const item = withMember(base as JsonObject, name, stored);
      return { ...described(family, place, fault, 'decode'), op: 'item.decode', base: base as JsonObject, item };
    };
    const whole = itemOf(complete);
    const values = storedFaults(family.type);
    return [
      ...(whole === undefined ? [] : values.map((each) => refused(whole, { path: [] }, { ...each, path: [] }))),
      ...placesIn(family.type).flatMap((place) => {
        const base = itemOf(withMemberValue(recordType, complete, family, place.value));
        return base === undefined ? [] : faultsOfItem(place).map((fault) => refused(base, place, fault));
      }),
    ];
  });
}

/** What follows from a type alone is shown where it comes first. */
function firstOfEachType(families: readonly Family[]): readonly Family[] {
  const words = families.map(({ type }) => wordsOf(type));
  return families.filter((_, index) => words.indexOf(words[index] ?? '') === index);
}

function withMemberValue(recordType: RecordType, complete: JsonObject, family: Family, value: unknown): JsonObject {
  return withFamilyMembers(
    recordType,
    complete,
    (name) => name === family.name,
    (members) => setProperty(members, typicalMember(recordType, family), value as Json),
  );
}

function withFault({ path, value }: Place, fault: NestedFault): unknown {
  return withJsonAt(value, [...path, ...fault.path], fault.value);
}

function described(family: Family, { path, variant }: Where, fault: NestedFault, prefix: string) {
  const { scenario, description, hazards } = fault;
  const names = path.map((name) => (name === '*' ? 'any' : name));
  return {
    scenario,
    subject: subjectOf(family.name, '*', ...path),
    slug: [prefix, slugOfFamily(family), ...names, ...(variant === undefined ? [] : [variant]), fault.slug].join('-'),
    description: `${[family.name, ...path].join('/')}: ${description}`,
    hazards,
  };
}
