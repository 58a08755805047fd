import type { Codec } from '../item/codec.ts';
import { firstDifference } from '../value/difference.ts';
import type { Json } from '../value/json.ts';
import { describeDifference } from './describe-difference.ts';
import { refusalOf } from './refusal.ts';
import type { VectorFile } from './vector.ts';

/** A vector that does not say what the codec says. */
export type VectorProblem = {
  readonly id: string;
  /** Which member of the vector: `item`, `keys`, `record`, `error`. */
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
  const problems = file.vectors.flatMap((vector) => verify(codec, file, vector));
  if (recordType.digest === file.digest) return problems;
  const stale = `written for ${file.digest.slice(0, 19)}…, and the record type is now ${recordType.digest.slice(0, 19)}…`;
  return [
    { id: file.record_type, member: 'digest', kind: 'stale', message: stale },
    ...problems.map((each) => ({ ...each, kind: 'stale' as const })),
  ];
}

function verify(codec: Codec, file: VectorFile, vector: VectorFile['vectors'][number]): readonly VectorProblem[] {
  if ('error' in vector) {
    const refusal = refusalOf(codec, file.record_type, vector);
    const actual =
      refusal === undefined ? 'accepted' : { class: refusal.class, path: refusal.path, rule: refusal.rule };
    return compare(vector.id, 'error', vector.error, actual);
  }
  const decoded = codec.decode(vector.item, file.record_type);
  const read = decoded.ok ? (decoded.value.record as Json) : decoded.error.message;
  if (!('keys' in vector)) return compare(vector.id, 'record', vector.record, read);
  const item = codec.encode(file.record_type, vector.record);
  const keys = codec.buildKeys(file.record_type, vector.record);
  return [
    ...compare(vector.id, 'item', vector.item as Json, item.ok ? (item.value as Json) : item.error.message),
    ...compare(vector.id, 'keys', vector.keys as Json, keys.ok ? (keys.value as Json) : keys.error.message),
    ...compare(vector.id, vector.read === undefined ? 'record' : 'read', vector.read ?? vector.record, read),
  ];
}

function compare(id: string, member: string, written: Json, computed: Json): readonly VectorProblem[] {
  const difference = firstDifference(written, computed);
  if (difference === undefined) return [];
  return [{ id, member, kind: 'differs', message: describeDifference(difference) }];
}
