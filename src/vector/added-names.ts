import { isAdded } from './added.ts';
import type { VectorDeviation } from './deviation.ts';
import type { AnyVector, VectorFile } from './vector.ts';

/** What the vectors of a file are called, and what those are for that somebody added. */
export type NamesInFile = {
  readonly path: string;
  readonly names: readonly Pick<AnyVector, 'id' | 'origin' | 'hazards'>[];
};

export function namesIn(path: string, { vectors }: VectorFile): NamesInFile {
  const nameOf = ({ id, origin, hazards }: AnyVector): NamesInFile['names'][number] =>
    origin === undefined ? { id, hazards: none } : { id, origin, hazards };
  return { path, names: vectors.map(nameOf) };
}

const none: readonly string[] = [];

/**
 * Added vectors with the id of another vector, which no finding could tell from it, or with a hazard that nobody registered.
 * What the schema gives has neither, and is compared with the schema.
 *
 * @param hazards the ids of the register
 */
export function findMisnamedAdded(
  files: readonly NamesInFile[],
  hazards: ReadonlySet<string>,
): readonly VectorDeviation[] {
  const vectors = files.flatMap(({ path, names }) => names.map((vector) => ({ path, vector })));
  const taken = new Set(vectors.flatMap(({ vector }) => (isAdded(vector) ? [] : [vector.id])));
  const before = new Map<string, number>();
  return vectors.flatMap(({ path, vector }) => {
    const { id } = vector;
    const occurrence = before.get(`${path} ${id}`) ?? 0;
    before.set(`${path} ${id}`, occurrence + 1);
    if (!isAdded(vector)) return [];
    const place = { kind: 'wrong', id, path, occurrence } as const;
    const twice = taken.has(id);
    taken.add(id);
    return [
      ...(twice ? [{ ...place, message: `the added vector ${id} has the id of another one` }] : []),
      ...vector.hazards
        .filter((hazard) => !hazards.has(hazard))
        .map((hazard) => ({ ...place, message: `the added vector ${id} is for a hazard that is none, "${hazard}"` })),
    ];
  });
}
