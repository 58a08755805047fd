import type { Codec } from '../item/codec.ts';
import type { RecordType } from '../model/model.ts';
import type { Item } from '../value/attribute-value.ts';
import { firstDifference } from '../value/difference.ts';
import type { Json } from '../value/json.ts';
import { describeDifference } from './describe-difference.ts';
import { refusalOf } from './refusal.ts';
import type { AnyVector, VectorFile } from './vector.ts';
import { findOrderProblem } from './verify-order.ts';

/** A vector that does not say what the codec says. */
export type VectorProblem = {
  readonly id: string;
  /** Which member of the vector: `item`, `keys`, `record`, `error`, `entries`. */
  readonly member: string;
  /** `stale` when the record type has changed since the vector was written, and the vector is no longer right or may not be. */
  readonly kind: 'differs' | 'stale';
  readonly message: string;
};

/** Recomputes every vector of a file. */
export function verifyVectors(codec: Codec, file: VectorFile): readonly VectorProblem[] {
  const recordType = codec.model.recordTypes.find((each) => each.name === file.record_type);
  if (recordType === undefined) {
    return [
      {
        id: file.record_type,
        member: 'record_type',
        kind: 'stale',
        message: `${codec.model.name} has no record type "${file.record_type}"`,
      },
    ];
  }
  const problems = file.vectors.flatMap((vector) => verifyVector(codec, recordType, vector));
  if (recordType.digest === file.digest) return problems;
  const stale = `written for ${file.digest.slice(0, 19)}…, and the record type is now ${recordType.digest.slice(0, 19)}…`;
  return [
    { id: file.record_type, member: 'digest', kind: 'stale', message: stale },
    ...problems.map((each) => ({ ...each, kind: 'stale' as const })),
  ];
}

/** Recomputes one vector of a record type. */
export function verifyVector(codec: Codec, recordType: RecordType, vector: AnyVector): readonly VectorProblem[] {
  const { name } = recordType;
  if ('error' in vector) {
    const refusal = refusalOf(codec, name, vector);
    const actual =
      refusal === undefined ? 'accepted' : { class: refusal.class, path: refusal.path, rule: refusal.rule };
    return compare(vector.id, 'error', vector.error, actual);
  }
  if ('entries' in vector) {
    const problem = findOrderProblem(codec, recordType, vector);
    return problem === undefined
      ? []
      : [{ id: vector.id, member: problem.path[0] ?? '', kind: 'differs', message: problem.message }];
  }
  if (!('keys' in vector)) return compare(vector.id, 'record', vector.record, readBy(codec, name, vector.item));
  const keys = codec.buildKeys(name, vector.record);
  const ofKeys = compare(vector.id, 'keys', vector.keys as Json, keys.ok ? (keys.value as Json) : keys.error.message);
  if (!('item' in vector)) return ofKeys;
  const item = codec.encode(name, vector.record);
  const read = readBy(codec, name, vector.item);
  return [
    ...compare(vector.id, 'item', vector.item as Json, item.ok ? (item.value as Json) : item.error.message),
    ...ofKeys,
    ...compare(vector.id, vector.read === undefined ? 'record' : 'read', vector.read ?? vector.record, read),
  ];
}

function readBy(codec: Codec, recordType: string, item: Item): Json {
  const decoded = codec.decode(item, recordType);
  return decoded.ok ? (decoded.value.record as Json) : decoded.error.message;
}

function compare(id: string, member: string, written: Json, computed: Json): readonly VectorProblem[] {
  const difference = firstDifference(written, computed);
  if (difference === undefined) return [];
  return [{ id, member, kind: 'differs', message: describeDifference(difference) }];
}
