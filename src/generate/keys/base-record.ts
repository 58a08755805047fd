import type { Codec } from '../../item/codec.ts';
import type { RecordType } from '../../model/model.ts';
import { type JsonObject, ownProperty } from '../../value/json.ts';
import type { DraftRecord } from '../draft.ts';
import { completeRecord, minimalRecord, repair, withMember } from '../record.ts';
import { keyMembers } from './components.ts';
import { keysIn, recordInIndex } from './in-index.ts';

/** A record that vectors about keys start from, and the indexes that they are about then. */
export type KeyBase = {
  readonly record: JsonObject;
  /** Their names. Each index of the record type is in one base. */
  readonly indexes: ReadonlySet<string>;
  /** The index for whose sake there is another base than the first. */
  readonly madeFor: string | null;
};

/**
 * What vectors about keys start from: one record that is in as many indexes as it can be, and for each index that it is not in,
 * because another value of an attribute brings an item there, a record that is.
 */
export function keyBases(codec: Codec, recordType: RecordType): readonly KeyBase[] {
  const record = baseRecord(codec, recordType);
  const left = new Set(recordType.keys.map(({ index }) => index.name));
  for (const name of Object.keys(keysIn(codec, recordType, record))) left.delete(name);
  const others = recordType.keys.flatMap((key): readonly KeyBase[] => {
    const { name } = key.index;
    const other = left.has(name) ? recordInIndex(codec, recordType, record, key) : undefined;
    if (other === undefined) return [];
    const indexes = Object.keys(keysIn(codec, recordType, other)).filter((each) => left.delete(each));
    return [{ record: other, indexes: new Set(indexes), madeFor: name }];
  });
  // The first is also for indexes that no record can be brought into.
  const taken = new Set(others.flatMap(({ indexes }) => [...indexes]));
  const indexes = recordType.keys.map(({ index }) => index.name).filter((name) => !taken.has(name));
  return [{ record, indexes: new Set(indexes), madeFor: null }, ...others];
}

/** What every record must have, and all that keys are made of. The complete record where rules do not allow less. */
function baseRecord(codec: Codec, recordType: RecordType): DraftRecord {
  const complete = completeRecord(recordType);
  let record = minimalRecord(recordType);
  for (const name of keyMembers(recordType)) {
    const value = ownProperty(complete, name);
    if (value !== undefined) record = withMember(record, name, value);
  }
  record = repair(recordType, record);
  const [built = 0, most = 0] = [record, complete].map((each) => Object.keys(keysIn(codec, recordType, each)).length);
  return built >= most && built > 0 ? record : complete;
}
