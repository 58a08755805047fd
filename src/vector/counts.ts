import { addedOf } from './added.ts';
import type { VectorFile, VectorManifest } from './vector.ts';

/** A count of the manifest that is not that of the file. */
export type Miscount = {
  readonly path: string;
  readonly member: 'vectors' | 'added';
  readonly message: string;
  /** Whether vectors that somebody added are gone, which no schema gives again. */
  readonly isLoss: boolean;
};

/** Compares how many vectors a manifest says that files have with how many they have. Without these, a loss goes unnoticed. */
export function findMiscounts(
  { files: entries }: VectorManifest,
  files: readonly { readonly path: string; readonly file: VectorFile }[],
): readonly Miscount[] {
  return files.flatMap(({ path, file }) => {
    const { vectors = 0, added = 0 } = entries[path] ?? {};
    const found = addedOf(file).vectors.length;
    const all = file.vectors.length;
    return [
      ...(vectors === all ? [] : [miscount(path, 'vectors', nameCount(vectors, ''), all)]),
      ...(added === found ? [] : [miscount(path, 'added', nameCount(added, 'added '), found, found < added)]),
    ];
  });
}

function miscount(path: string, member: Miscount['member'], counted: string, has: number, isLoss = false): Miscount {
  return { path, member, message: `the manifest counts ${counted} in ${path}, which has ${has}`, isLoss };
}

function nameCount(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? 'vector' : 'vectors'}`;
}
