import type { AnyVector, VectorFile } from './vector.ts';

/** Whether somebody added a vector, so that no schema gives it. */
export function isAdded({ origin }: AnyVector): boolean {
  return origin === 'added';
}

/** The same file with those vectors alone that the schema gives. */
export function withoutAdded(file: VectorFile): VectorFile {
  return keep(file, (vector) => !isAdded(vector));
}

/** The same file with those vectors alone that somebody added. */
export function addedOf(file: VectorFile): VectorFile {
  return keep(file, isAdded);
}

function keep(file: VectorFile, wanted: (vector: AnyVector) => boolean): VectorFile {
  // The kind stays the same, and with it the type of the vectors.
  return { ...file, vectors: (file.vectors as readonly AnyVector[]).filter(wanted) } as VectorFile;
}
