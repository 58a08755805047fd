import type { Codec } from '../../item/codec.ts';
import type { RecordType } from '../../model/model.ts';
import { isAdded } from '../added.ts';
import { arrangeFile } from '../arrange.ts';
import { contentOfVector } from '../content.ts';
import { contentOf } from '../refusal.ts';
import type {
  AnyVector,
  ItemVector,
  OrderVector,
  ReadVector,
  RefusalVector,
  VectorFile,
  VectorKind,
} from '../vector.ts';
import type { VectorCase } from './case.ts';
import { type CaseProblem, completeCase } from './complete.ts';

/** A file after its added vectors were computed again. */
export type Recomputed = {
  /** The very same file where nothing has changed. */
  readonly file: VectorFile;
  /** How many vectors were computed. */
  readonly count: number;
  /** Those that say something else now. */
  readonly changed: readonly AnyVector[];
  /** Those that cannot be computed: the schema refuses what it accepted, or the other way. They are left as they are. */
  readonly problems: readonly (CaseProblem & { readonly id: string })[];
};

/**
 * Computes again what the schema gives to the vectors that somebody added, from what they ask.
 *
 * @param wanted whether a vector is to be computed, by its id
 */
export function recomputeFile(
  codec: Codec,
  recordType: RecordType,
  file: VectorFile,
  wanted: (id: string) => boolean,
): Recomputed {
  const changed: AnyVector[] = [];
  const problems: (CaseProblem & { readonly id: string })[] = [];
  let count = 0;
  const vectors = file.vectors.map((vector: AnyVector): AnyVector => {
    if (!isAdded(vector) || !wanted(vector.id)) return vector;
    count++;
    const completed = completeCase(codec, recordType, questionOf(file.kind, vector));
    if ('problem' in completed) {
      problems.push({ id: vector.id, ...completed.problem });
      return vector;
    }
    if (contentOfVector(completed.content) === contentOfVector(vector)) return vector;
    const { id, description, origin, hazards } = vector;
    const next = { id, description, origin, hazards, ...completed.content } as unknown as AnyVector;
    changed.push(next);
    return next;
  });
  return {
    file: changed.length === 0 ? file : arrangeFile({ ...file, vectors } as VectorFile),
    count,
    changed,
    problems,
  };
}

/** What a vector asks, without any answer. */
function questionOf(kind: VectorKind, vector: AnyVector): VectorCase {
  switch (kind) {
    case 'items':
    case 'keys':
      return { kind, record: (vector as ItemVector).record };
    case 'reads':
      return { kind, item: (vector as ReadVector).item };
    case 'order': {
      const { index, entries } = vector as OrderVector;
      return { kind, index, entries: entries.map(({ record }) => ({ record })) };
    }
    case 'refusals':
      return { kind, ...(contentOf(vector as RefusalVector) as object) } as VectorCase;
  }
}
