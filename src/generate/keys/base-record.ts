import type { Codec } from '../../item/codec.ts';
import type { RecordType } from '../../model/model.ts';
import { ownProperty } from '../../value/json.ts';
import type { DraftRecord } from '../draft.ts';
import { completeRecord, minimalRecord, repair, withMember } from '../record.ts';
import { keyMembers } from './components.ts';

/**
 * The record that vectors about keys start from: what every record must have, and all that keys are made of, so that it is
 * in every index.
 *
 * @returns the complete record where rules do not allow less
 */
export function baseRecord(codec: Codec, recordType: RecordType): DraftRecord {
  const complete = completeRecord(recordType);
  let record = minimalRecord(recordType);
  for (const name of keyMembers(recordType)) {
    const value = ownProperty(complete, name);
    if (value !== undefined) record = withMember(record, name, value);
  }
  record = repair(recordType, record);
  const [built, most] = [record, complete].map((each) => codec.buildKeys(recordType.name, each));
  const indexes = (result: typeof built): number => (result?.ok === true ? Object.keys(result.value).length : 0);
  return indexes(built) >= indexes(most) && indexes(built) > 0 ? record : complete;
}
