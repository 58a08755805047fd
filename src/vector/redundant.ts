import { contentOfVector } from './content.ts';
import type { VectorFile } from './vector.ts';

/** Two vectors of one file that say the same. The second proves nothing that the first does not. */
export type Redundancy = { readonly id: string; readonly sameAs: string };

/** The vectors of a file whose content, whatever they are called, is that of an earlier one. */
export function findRedundant(file: VectorFile): readonly Redundancy[] {
  const first = new Map<string, string>();
  const redundant: Redundancy[] = [];
  for (const vector of file.vectors) {
    const { id } = vector;
    const key = contentOfVector(vector);
    const sameAs = first.get(key);
    if (sameAs === undefined) first.set(key, id);
    else redundant.push({ id, sameAs });
  }
  return redundant;
}
