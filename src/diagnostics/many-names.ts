import { editDistance } from './edit-distance.ts';
import { candidatesWith, didYouMeanThese, mostEdits, thereIs, wordsOf } from './suggest.ts';

/**
 * Names of which there may be thousands, and thousands that are misspelt: the columns of a database, the paths of a
 * schema. Each question is answered as `suggest` would, until all of them together have cost enough.
 */
export type ManyNames = {
  readonly all: readonly string[];
  readonly has: (name: string) => boolean;
  /** The name that a misspelt one most likely meant; `undefined` if there is none, or if too much was asked already. */
  readonly nearest: (name: string) => string | undefined;
  /** The names that have all words of one, as somebody writes who remembers a part. The same limit holds. */
  readonly withWordsOf: (name: string) => readonly string[];
};

/** So many pairs of names are compared: some tenths of a second, and more than any schema needs that people read. */
const mostCompared = 200_000;

export function manyNames(all: readonly string[]): ManyNames {
  const set = new Set(all);
  const left = { comparisons: mostCompared };
  let lengths: ReadonlyMap<number, readonly number[]> | undefined;
  let words: ReadonlyMap<string, readonly number[]> | undefined;
  const take = (places: readonly number[] | undefined): readonly number[] => {
    const taken = places ?? [];
    left.comparisons -= taken.length;
    return left.comparisons < 0 ? [] : taken;
  };
  return {
    all,
    has: (name) => set.has(name),
    nearest: (name) => {
      lengths ??= placesBy(all, (each) => [each.length]);
      const edits = mostEdits(name);
      let best: number | undefined;
      let least = edits + 1;
      for (let length = name.length - edits; length <= name.length + edits; length++) {
        for (const place of take(lengths.get(length))) {
          const distance = editDistance(name, all[place] ?? '', least + 1);
          // Of two that are as near, the one that comes first; of what has no character in common, none.
          const isNearer = distance < least || (distance === least && best !== undefined && place < best);
          if (!isNearer || distance >= Math.max(name.length, length)) continue;
          best = place;
          least = distance;
        }
      }
      // A question that was not answered to its end has no answer.
      return best === undefined || left.comparisons < 0 ? undefined : all[best];
    },
    withWordsOf: (name) => {
      words ??= placesBy(all, (each) => new Set(wordsOf(each)));
      const known = words;
      const places = wordsOf(name).map((word) => known.get(word) ?? []);
      const [rarest] = places.sort((one, other) => one.length - other.length);
      return candidatesWith(
        name,
        take(rarest).map((place) => all[place] ?? ''),
      );
    },
  };
}

/** "did you mean" as `didYouMeanLonger` says it. */
export function didYouMeanOneOf(name: string, names: ManyNames, most = 12): string {
  const meant = meantOf(name, names, most);
  return meant.length === 0 ? thereIs(names.all, most) : didYouMeanThese(meant);
}

/** The name that was meant, or those that were, if it is a part of several; none if nobody knows. */
export function meantOf(name: string, names: ManyNames, most: number): readonly string[] {
  const nearest = names.nearest(name);
  return nearest === undefined ? names.withWordsOf(name).slice(0, most) : [nearest];
}

/** Where the names stand that have something: a length, a word. */
function placesBy<Feature>(
  names: readonly string[],
  featuresOf: (name: string) => Iterable<Feature>,
): ReadonlyMap<Feature, readonly number[]> {
  const places = new Map<Feature, number[]>();
  for (const [place, name] of names.entries()) {
    for (const feature of featuresOf(name)) {
      const there = places.get(feature);
      if (there === undefined) places.set(feature, [place]);
      else there.push(place);
    }
  }
  return places;
}
