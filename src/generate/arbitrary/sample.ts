import fc from 'fast-check';
import type { RecordType } from '../../model/model.ts';
import type { JsonObject } from '../../value/json.ts';
import { arbitraryRecord } from './record.ts';

/**
 * Some valid records of a record type, the same ones for the same seed.
 *
 * @throws TypeError when a value that a key needs cannot exist
 */
export function sampleRecords(recordType: RecordType, count: number, seed: number): readonly JsonObject[] {
  return fc.sample(arbitraryRecord(recordType), { numRuns: count, seed });
}
