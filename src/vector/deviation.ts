import { type Difference, firstDifference } from '../value/difference.ts';
import type { Json } from '../value/json.ts';
import { withAdded } from './added.ts';
import { describeDifference } from './describe-difference.ts';
import { formatVectorFile, pathOfVectorFile } from './format.ts';
import type { VectorFile } from './vector.ts';

/** A committed vector file: its path in the folder of the schema, its text, and what was read from it. */
export type CommittedFile = { readonly path: string; readonly text: string; readonly file: VectorFile };

/** A vector, or a whole file, that is not what the schema gives. */
export type VectorDeviation = {
  readonly kind: 'missing' | 'changed' | 'superfluous' | 'wrong';
  /** Of the vector; the path of the file, when it is about the file as a whole. */
  readonly id: string;
  readonly path: string;
  /** Which vector of that id in the file, counted from 0: more than one when an id is there twice. */
  readonly occurrence: number;
  readonly message: string;
};

/**
 * Compares the vectors that were committed with those that the schema gives, as sets: hashes and a manifest only say that
 * nobody changed one file without the other. Those that somebody added belong where they are.
 */
export function findDeviations(
  committed: readonly CommittedFile[],
  generated: readonly VectorFile[],
): readonly VectorDeviation[] {
  const byPath = new Map(committed.map((each) => [each.path, each]));
  const files = committed.map(({ file }) => file);
  const expected = new Map(withAdded(generated, files).map((file) => [pathOfVectorFile(file), file]));
  const paths = [...new Set([...expected.keys(), ...byPath.keys()])];
  return paths.flatMap((path) => {
    const mine = byPath.get(path);
    const given = expected.get(path);
    if (mine === undefined) return given === undefined ? [] : [missingFile(path, given)];
    if (given === undefined) return [superfluousFile(path)];
    // Equal text is the ordinary case; whoever finds a difference may take the time to look for it.
    return formatVectorFile(given) === mine.text ? [] : deviationsIn(mine, given);
  });
}

function deviationsIn({ path, file }: CommittedFile, given: VectorFile): readonly VectorDeviation[] {
  const wanted = new Map<string, Json>(given.vectors.map((vector) => [vector.id, vector as unknown as Json]));
  const seen = new Map<string, number>();
  const deviations: VectorDeviation[] = [];
  for (const vector of file.vectors) {
    const { id } = vector;
    const occurrence = seen.get(id) ?? 0;
    seen.set(id, occurrence + 1);
    const expected = wanted.get(id);
    const difference = occurrence > 0 ? undefined : firstDifference(vector as unknown as Json, expected);
    if (expected === undefined || occurrence > 0) deviations.push(superfluous(id, path, occurrence));
    else if (difference !== undefined) deviations.push(changed(id, path, difference));
  }
  for (const id of wanted.keys()) if (!seen.has(id)) deviations.push(missing(id, path));
  if (deviations.length > 0) return deviations;
  const message = `${path} has the vectors that the schema gives, but is not the file that the schema gives`;
  return [{ kind: 'changed', id: path, path, occurrence: 0, message }];
}

function missing(id: string, path: string): VectorDeviation {
  return { kind: 'missing', id, path, occurrence: 0, message: `the vector ${id} is missing` };
}

function changed(id: string, path: string, difference: Difference): VectorDeviation {
  const message = `the vector ${id} was changed: ${describeDifference(difference)}`;
  return { kind: 'changed', id, path, occurrence: 0, message };
}

function superfluous(id: string, path: string, occurrence: number): VectorDeviation {
  const message = occurrence === 0 ? `the schema gives no vector ${id}` : `the vector ${id} is there twice`;
  return { kind: 'superfluous', id, path, occurrence, message };
}

function missingFile(path: string, { vectors }: VectorFile): VectorDeviation {
  const count = `${vectors.length} ${vectors.length === 1 ? 'vector' : 'vectors'}`;
  return { kind: 'missing', id: path, path, occurrence: 0, message: `${path} is missing, with ${count}` };
}

function superfluousFile(path: string): VectorDeviation {
  return { kind: 'superfluous', id: path, path, occurrence: 0, message: `the schema gives no file ${path}` };
}
