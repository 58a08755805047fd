import { readFileSync } from 'node:fs';
import { types } from './rate-limits.ts';

const folder = new URL('../../../vectors/rate-limits/', import.meta.url);
const read = (path: string) => JSON.parse(readFileSync(new URL(path, folder), 'utf8'));
const { files } = read('manifest.json');

/** The vectors of some kinds, each with its id; not every record type has every kind. */
export function each(...kinds: readonly string[]) {
  const paths = types.flatMap((of) => kinds.map((kind) => [of, `${of.name}/${kind}.json`] as const));
  return paths.flatMap(([of, path]) =>
    path in files ? read(path).vectors.map((vector: { id: string }) => [vector.id, { of, ...vector }]) : [],
  );
}
