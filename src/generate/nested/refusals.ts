import type { RecordType } from '../../model/model.ts';
import type { Item } from '../../value/attribute-value.ts';
import type { Json, JsonObject } from '../../value/json.ts';
import type { RefusedScenario } from '../coverage/scenarios.ts';
import { type RefusalDraft, subjectOf } from '../draft.ts';
import { withMember, withValue } from '../record.ts';
import { withJsonAt, withStoredAt } from './edit.ts';
import { faultsOfItem, faultsOfRecord, type NestedFault } from './faults.ts';
import { nestedPlaces, type PlaceInRecord } from './places.ts';

/** Records whose one fault is inside of a value: a member, an item, a value of a map, a member of a set. */
export function nestedRecords(recordType: RecordType, complete: JsonObject): readonly RefusalDraft[] {
  return nestedPlaces(recordType).flatMap((place) => {
    const { attribute, path, value } = place;
    const base = withValue(recordType, complete, attribute, value as Json);
    return firstFaults(place, faultsOfRecord(place)).map((fault) => ({
      ...described(place, fault, 'encode'),
      op: 'item.encode' as const,
      base,
      record: withMember(base, attribute, withJsonAt(value, [...path, ...fault.path], fault.value)),
    }));
  });
}

/**
 * Items with the same.
 *
 * @param itemOf the item of a record; `undefined` for one that is refused, and then `nestedRecords` is left out for it
 */
export function nestedItems(
  recordType: RecordType,
  complete: JsonObject,
  itemOf: (record: JsonObject) => Item | undefined,
): readonly RefusalDraft[] {
  return nestedPlaces(recordType).flatMap((place) => {
    const { attribute, path, value } = place;
    const faults = firstFaults(place, faultsOfItem(place));
    const base = faults.length === 0 ? undefined : itemOf(withValue(recordType, complete, attribute, value as Json));
    if (base === undefined) return [];
    return faults.map((fault) => ({
      ...described(place, fault, 'decode'),
      op: 'item.decode' as const,
      base: base as JsonObject,
      item: withMember(
        base as JsonObject,
        attribute,
        withStoredAt(base[attribute], [...path, ...fault.path], fault.value),
      ),
    }));
  });
}

function firstFaults(place: PlaceInRecord, faults: readonly NestedFault[]): readonly NestedFault[] {
  // One scenario may be shown in several ways.
  return faults.filter(({ scenario, slug }) => place.isFirst(`${scenario} ${slug}`));
}

/** The subject of a member that should not be there, or that says which variant a map is, is the map. */
const ofTheWhole: ReadonlySet<RefusedScenario> = new Set(['unknown-member', 'unknown-tag', 'missing-tag'] as const);

function described({ attribute, path, variant }: PlaceInRecord, fault: NestedFault, prefix: string) {
  const names = [attribute, ...path];
  const below = ofTheWhole.has(fault.scenario) ? [] : fault.path;
  return {
    scenario: fault.scenario,
    subject: subjectOf(...names, ...below),
    slug: [
      prefix,
      ...names.map((name) => (name === '*' ? 'any' : name)),
      ...(variant === undefined ? [] : [variant]),
      fault.slug,
    ].join('-'),
    description: `${names.join('/')}: ${fault.description}`,
    hazards: fault.hazards,
  };
}
