import { compareUtf8 } from '../value/text.ts';
import { pathOfVectorFile } from './format.ts';
import { type AnyVector, type VectorFile, vectorKinds } from './vector.ts';

/** Whether somebody added a vector, so that no schema gives it. */
export function isAdded({ origin }: Pick<AnyVector, 'origin'>): boolean {
  return origin === 'added';
}

/** The same file with those vectors alone that somebody added. */
export function addedOf(file: VectorFile): VectorFile {
  return withVectors(file, file.vectors.filter(isAdded));
}

/**
 * The files that a schema gives, with what somebody added behind what is generated, by its ids. What was added is not looked
 * at: it stays as it is, right or wrong.
 *
 * @param generated all files of some record types
 * @param existing files that may have added vectors; those of other record types are left out
 */
export function withAdded(generated: readonly VectorFile[], existing: readonly VectorFile[]): readonly VectorFile[] {
  const added = new Map(existing.map((file) => [pathOfVectorFile(file), addedOf(file).vectors]));
  const byPath = new Map(generated.map((file) => [pathOfVectorFile(file), file]));
  const heads = new Map(generated.map((file) => [file.record_type, file]));
  return [...heads.values()].flatMap((head) =>
    vectorKinds.flatMap((kind) => {
      // The kind says which vectors a file may have, and those of another file have this kind.
      const empty = withVectors({ ...head, kind } as VectorFile, []);
      const path = pathOfVectorFile(empty);
      const given = byPath.get(path);
      const mine = [...(added.get(path) ?? [])].sort((left, right) => compareUtf8(left.id, right.id));
      if (given === undefined && mine.length === 0) return [];
      return [mine.length === 0 && given !== undefined ? given : addTo(given ?? empty, mine)];
    }),
  );
}

function addTo(file: VectorFile, added: readonly AnyVector[]): VectorFile {
  return withVectors(file, [...file.vectors, ...added]);
}

function withVectors(file: VectorFile, vectors: readonly AnyVector[]): VectorFile {
  return { ...file, vectors } as VectorFile;
}
