import type { Answer } from '../../src/check/answer.ts';
import {
  type Allowances,
  checkItemDecode,
  checkItemEncode,
  checkKeyBuild,
  checkKeyParse,
  checkRefusal,
} from '../../src/check/checks.ts';
import type { Judgement } from '../../src/check/problem.ts';
import type { Codec } from '../../src/item/codec.ts';
import type { PlannedCase } from '../../src/plan/plan.ts';
import type { PureRequest } from '../../src/protocol/messages.ts';

/** What a check without a store asks about one vector, whoever answers. */
export type Comparison = Pick<PlannedCase, 'recordType' | 'vector' | 'check' | 'index'>;

/** What has to be asked for a comparison. */
export function requestOf({ recordType, vector, check, index }: Comparison): PureRequest {
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
  if (check === 'item-decode' || !('keys' in vector)) return { op: 'item.decode', record_type, item: vector.item };
  if (check === 'key-parse' && index !== undefined)
    return { op: 'key.parse', record_type, index, key: vector.keys[index] ?? {} };
  return { op: check === 'key-build' ? 'key.build' : 'item.encode', record_type, record: vector.record };
}

/** Holds an answer against the vector. */
export function judge(
  codec: Codec,
  { recordType, vector, check, index }: Comparison,
  answer: Answer,
  allowances: Allowances,
): Judgement {
  if ('error' in vector) return checkRefusal(vector, answer);
  if (check === 'item-decode' || !('keys' in vector)) return checkItemDecode(recordType, vector, answer, allowances);
  if (check === 'key-build') return checkKeyBuild(vector, answer);
  if (check === 'key-parse' && index !== undefined)
    return checkKeyParse(codec, recordType, index, vector.keys[index] ?? {}, answer);
  return checkItemEncode(codec, recordType, vector, answer, allowances);
}
