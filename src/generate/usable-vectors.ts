import type { Codec } from '../item/codec.ts';
import type { RecordType } from '../model/model.ts';
import type { VectorFile } from '../vector/vector.ts';
import type { Omission } from './omission.ts';
import type { UnusedDraft } from './unused-draft.ts';
import { generateVectors } from './vectors.ts';

/** What a schema gives that nobody made for the generator. */
export type UsableVectors = {
  readonly files: readonly VectorFile[];
  /** Cases that this schema has no place for, in the order in which they were tried. */
  readonly leftOut: readonly UnusedDraft[];
  /** The first drafts of record types of which no record could be made, and which therefore have no vectors at all. */
  readonly impossible: readonly UnusedDraft[];
  /** Scenarios without a vector of their own, and why. */
  readonly omissions: readonly Omission[];
};

/**
 * The vectors of any schema that compiles. What the generator cannot make is named instead of thrown.
 *
 * @param recordTypes those whose vectors are wanted
 */
export function usableVectors(codec: Codec, recordTypes?: readonly RecordType[]): UsableVectors {
  const unused: UnusedDraft[] = [];
  const omissions: Omission[] = [];
  const files = generateVectors(
    codec,
    recordTypes,
    (draft) => unused.push(draft),
    (omission) => omissions.push(omission),
  );
  return {
    files,
    leftOut: unused.filter((draft) => !draft.first),
    impossible: unused.filter((draft) => draft.first),
    omissions,
  };
}
