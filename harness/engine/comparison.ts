import type { Answer } from '../../src/check/answer.ts';
import {
  type Allowances,
  checkItemDecode,
  checkItemEncode,
  checkKeyBuild,
  checkKeyParse,
  checkRefusal,
  checkSortedKey,
} from '../../src/check/checks.ts';
import type { Judgement } from '../../src/check/problem.ts';
import type { Codec } from '../../src/item/codec.ts';
import type { PlannedCase } from '../../src/plan/plan.ts';
import type { PureRequest } from '../../src/protocol/messages.ts';

/** What a check without a store asks about one vector, whoever answers. */
export type Comparison = Pick<PlannedCase, 'recordType' | 'vector' | 'check' | 'index' | 'entry'>;

/** What has to be asked for a comparison. */
export function requestOf({ recordType, vector, check, index, entry = 0 }: Comparison): PureRequest {
  const record_type = recordType.name;
  if ('error' in vector) {
    switch (vector.op) {
      case 'key.parse':
        return { op: vector.op, record_type, index: vector.index, key: vector.key };
      case 'item.decode':
        return { op: vector.op, record_type, item: vector.item };
      default:
        return { op: vector.op, record_type, record: vector.record };
    }
  }
  if ('entries' in vector) return { op: 'key.build', record_type, record: vector.entries[entry]?.record ?? {} };
  if (!('keys' in vector)) return { op: 'item.decode', record_type, item: vector.item };
  const { record } = vector;
  if (check === 'key-build') return { op: 'key.build', record_type, record };
  if (check === 'key-parse' && index !== undefined)
    return { op: 'key.parse', record_type, index, key: vector.keys[index] ?? {} };
  return check === 'item-decode' && 'item' in vector
    ? { op: 'item.decode', record_type, item: vector.item }
    : { op: 'item.encode', record_type, record };
}

/** Holds an answer against the vector. */
export function judge(
  codec: Codec,
  { recordType, vector, check, index, entry = 0 }: Comparison,
  answer: Answer,
  allowances: Allowances,
): Judgement {
  if ('error' in vector) return checkRefusal(vector, answer);
  if ('entries' in vector)
    return checkSortedKey(vector.index, vector.entries[entry] ?? { record: {}, key: {} }, answer);
  if (!('keys' in vector)) return checkItemDecode(recordType, vector, answer, allowances);
  if (check === 'key-build') return checkKeyBuild(vector, answer);
  if (check === 'key-parse' && index !== undefined)
    return checkKeyParse(codec, recordType, index, vector.keys[index] ?? {}, answer);
  if (!('item' in vector)) throw new TypeError(`${check} is not asked about ${vector.id}, which has no item`);
  return check === 'item-decode'
    ? checkItemDecode(recordType, vector, answer, allowances)
    : checkItemEncode(codec, recordType, vector, answer, allowances);
}
