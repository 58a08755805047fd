import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { contentOfVector } from '../content.ts';
import { placeOf } from '../place.ts';
import { type LintedFile, located } from './finding.ts';

/** Ids that are there twice, in one file or in two, and vectors of a file that say what an earlier one says. */
export function findDuplicates(files: readonly LintedFile[]): readonly Diagnostic[] {
  const first = new Map<string, { readonly file: LintedFile; readonly index: number }>();
  return files.flatMap((file) => {
    const contents = new Map<string, string>();
    return file.file.vectors.flatMap((vector, index) => {
      const { id } = vector;
      const earlier = first.get(id);
      if (earlier === undefined) first.set(id, { file, index });
      const key = contentOfVector(vector);
      const same = contents.get(key);
      if (same === undefined) contents.set(key, id);
      if (earlier !== undefined) {
        const { line } = placeOf(earlier.file.text, ['vectors', earlier.index, 'id']);
        const message = `the id "${id}" is there twice; the first one is ${earlier.file.name}:${line}`;
        return [
          located(file, { code: 'vector-duplicate', message, help: removeOne, pointer: ['vectors', index, 'id'] }),
        ];
      }
      if (same === undefined) return [];
      const message = `the vector "${id}" says the same as "${same}"`;
      return [located(file, { code: 'vector-duplicate', message, help: removeOne, pointer: ['vectors', index, 'id'] })];
    });
  });
}

const removeOne = 'remove one of them, or say what is different about it';
