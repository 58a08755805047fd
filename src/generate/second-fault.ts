import type { Codec, Refusal } from '../item/codec.ts';
import type { RecordType } from '../model/model.ts';
import { type JsonObject, ownProperty } from '../value/json.ts';
import { segmentsOf } from '../value/json-pointer.ts';
import { refusalOf } from '../vector/refusal.ts';
import type { RefusalInput } from '../vector/vector.ts';
import { mendedMember } from './mended-member.ts';
import { completeRecord, withMember } from './record.ts';

/** Refusals about several attributes at once: to change one of them may mend the refusal, or make it. */
const aboutSeveral: ReadonlySet<string> = new Set([
  'computed',
  'family-group',
  'index-key',
  'item-size',
  'key-mismatch',
  'key-too-long',
  'present-when',
  'record-type',
  'rule',
]);

/**
 * Another fault of an input that is refused: what it is refused for with an ordinary value in the place of the first one. A
 * program that knows one of the two refuses it, and says nothing about the other.
 *
 * @returns undefined where there is none, or none that can be told from the first
 */
export function secondFault(
  codec: Codec,
  recordType: RecordType,
  input: RefusalInput,
  first: Refusal,
): Refusal | undefined {
  const [name] = segmentsOf(first.path);
  if (input.op === 'key.parse' || name === undefined || aboutSeveral.has(first.rule)) return undefined;
  const member = mendedMember(codec, recordType, input, first);
  if (member !== undefined) {
    const second = refusalOf(codec, recordType.name, member.input);
    // The members of a group are compared by their names alone, so a member that is mended makes no group uneven.
    const isOther = second !== undefined && (second.rule === 'family-group' || !aboutSeveral.has(second.rule));
    return isOther ? member.restore(second) : undefined;
  }
  const record: JsonObject = completeRecord(recordType);
  const second = refusalOf(codec, recordType.name, mended(codec, recordType, input, name, record));
  if (second === undefined || aboutSeveral.has(second.rule)) return undefined;
  const [other] = segmentsOf(second.path);
  return other === undefined || other === name ? undefined : second;
}

/** The input with one member as it is in an ordinary record or item: with another value, or without it. */
function mended(
  codec: Codec,
  { name: recordType }: RecordType,
  input: Exclude<RefusalInput, { op: 'key.parse' }>,
  name: string,
  record: JsonObject,
): RefusalInput {
  if (input.op !== 'item.decode')
    return { ...input, record: withMember(input.record, name, ownProperty(record, name)) };
  const item = codec.encode(recordType, record);
  return item.ok
    ? { ...input, item: withMember(input.item, name, ownProperty(item.value as JsonObject, name)) }
    : input;
}
