import type { AnyVector, VectorFile } from '../vector/vector.ts';

/**
 * Enough for a first verdict: of each file the vectors that show a hazard which none before them shows. One that names no
 * hazard stands for its scenario. What somebody has added is there for a reason, and stays.
 *
 * @returns the ids of those vectors
 */
export function oneOfEachHazard(files: readonly VectorFile[]): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const { vectors } of files) {
    const shown = new Set<string>();
    for (const vector of vectors) {
      const shows = subjectsOf(vector);
      if (vector.origin === 'added' || shows.some((each) => !shown.has(each))) ids.add(vector.id);
      for (const each of shows) shown.add(each);
    }
  }
  return ids;
}

function subjectsOf({ hazards, scenario }: AnyVector): readonly string[] {
  return hazards.length > 0 ? hazards : [`of the scenario ${scenario}`];
}
