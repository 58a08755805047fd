/** A choice of a level for each factor; `undefined` where none has been made yet. */
export type Row = readonly (number | undefined)[];

/** Two levels of two factors. */
export type Pair = readonly [factor: number, level: number, other: number, otherLevel: number];

/** Rows in which levels meet in pairs, and the pairs that no row can have. */
export type PairRows = { readonly rows: readonly (readonly number[])[]; readonly lost: readonly Pair[] };

/** How many choices are taken back in search of a row with a pair, before the pair is given up. */
const mostSteps = 250;

/**
 * Few rows in which each two levels of different factors meet: a greedy covering array of strength two. Each row starts with
 * a pair that has not met, and gets for each other factor the level that makes most new pairs meet. What is not allowed
 * is never chosen, so no row is thrown away with the pairs it has. The same arguments give the same rows.
 *
 * @param sizes how many levels each factor has
 * @param allowed whether a row, of which some choices have not been made, can still become one that is wanted; must not become
 *   true again when more choices are made
 * @see Cohen, Dalal, Fredman, Patton: The AETG system (IEEE TSE 23, 1997), of which this is the deterministic core
 */
export function pairRows(sizes: readonly number[], allowed: (row: Row) => boolean = () => true): PairRows {
  const pairs = sizes.flatMap((size, factor) =>
    sizes.slice(factor + 1).flatMap((otherSize, offset) =>
      Array.from({ length: size * otherSize }, (_, index): Pair => {
        const level = Math.floor(index / otherSize);
        return [factor, level, factor + 1 + offset, index % otherSize];
      }),
    ),
  );
  const open = openPairs(sizes, pairs);
  const rows: (readonly number[])[] = [];
  const lost: Pair[] = [];
  for (let pair = open.neediest(); pair !== undefined; pair = open.neediest()) {
    const row = rowWith(pair, sizes, allowed, open);
    if (row === undefined) {
      lost.push(pair);
      open.close(pair);
      continue;
    }
    rows.push(row);
    for (const each of pairsOf(row)) open.close(each);
  }
  return { rows, lost };
}

/** The pairs that have not met yet. */
type Open = {
  /** How many of them meet in a row when a factor gets a level. */
  readonly metBy: (row: Row, factor: number, level: number) => number;
  readonly close: (pair: Pair) => void;
  /** In how many of them a level is. */
  readonly of: (factor: number, level: number) => number;
  /** The first of those whose levels are in most of them; `undefined` when none is left. */
  readonly neediest: () => Pair | undefined;
};

function openPairs(sizes: readonly number[], pairs: readonly Pair[]): Open {
  // Each level of each factor has a number, and each pair two places in a table of them: this is asked millions of times.
  const offsets = sizes.map((_, factor) => sizes.slice(0, factor).reduce((sum, size) => sum + size, 0));
  const levels = sizes.reduce((sum, size) => sum + size, 0);
  const left = new Uint8Array(levels * levels);
  const counts = new Uint32Array(levels);
  const numberOf = (factor: number, level: number): number => (offsets[factor] ?? 0) + level;
  const placeOf = ([factor, level, other, otherLevel]: Pair): number =>
    numberOf(factor, level) * levels + numberOf(other, otherLevel);
  const count = ([factor, level, other, otherLevel]: Pair, by: 1 | -1): void => {
    for (const number of [numberOf(factor, level), numberOf(other, otherLevel)])
      counts[number] = (counts[number] ?? 0) + by;
  };
  const set = (pair: Pair, value: 0 | 1): void => {
    const [factor, level, other, otherLevel] = pair;
    left[placeOf(pair)] = value;
    left[placeOf([other, otherLevel, factor, level])] = value;
  };
  for (const pair of pairs) {
    set(pair, 1);
    count(pair, 1);
  }
  let remaining = pairs;
  const of = (factor: number, level: number): number => counts[numberOf(factor, level)] ?? 0;
  return {
    of,
    metBy: (row, factor, level) => {
      const own = numberOf(factor, level) * levels;
      let sum = 0;
      for (let other = 0; other < row.length; other++) {
        const chosen = row[other];
        if (chosen !== undefined && other !== factor) sum += left[own + numberOf(other, chosen)] ?? 0;
      }
      return sum;
    },
    close: (pair) => {
      if (left[placeOf(pair)] !== 1) return;
      set(pair, 0);
      count(pair, -1);
    },
    neediest: () => {
      let best: Pair | undefined;
      let most = -1;
      remaining = remaining.filter((pair) => left[placeOf(pair)] === 1);
      for (const pair of remaining) {
        const need = of(pair[0], pair[1]) + of(pair[2], pair[3]);
        if (need > most) [best, most] = [pair, need];
      }
      return best;
    },
  };
}

/** Every pair of levels in a row. */
export function pairsOf(row: readonly number[]): readonly Pair[] {
  return row.flatMap((level, factor) =>
    row.slice(factor + 1).map((otherLevel, offset): Pair => [factor, level, factor + 1 + offset, otherLevel]),
  );
}

/** A complete row with a pair, by choosing and, where that leads nowhere, choosing again. */
function rowWith(
  [factor, level, other, otherLevel]: Pair,
  sizes: readonly number[],
  allowed: (row: Row) => boolean,
  open: Open,
): readonly number[] | undefined {
  const row: (number | undefined)[] = sizes.map(() => undefined);
  row[factor] = level;
  row[other] = otherLevel;
  let steps = 0;
  const complete = (from: number): boolean => {
    const next = row.indexOf(undefined, from);
    if (next < 0) return true;
    for (const choice of byNewPairs(row, next, sizes[next] ?? 0, open)) {
      if (++steps > mostSteps) break;
      row[next] = choice;
      if (allowed(row) && complete(next + 1)) return true;
    }
    row[next] = undefined;
    return false;
  };
  return allowed(row) && complete(0) ? row.map((each) => each ?? 0) : undefined;
}

/** The levels of a factor, first the one that makes most new pairs meet with what is chosen; then the one that has most to meet. */
function byNewPairs(row: Row, factor: number, size: number, open: Open): readonly number[] {
  const gains = Array.from({ length: size }, (_, level) => open.metBy(row, factor, level));
  const gainOf = (level: number): number => gains[level] ?? 0;
  return [...gains.keys()].sort(
    (left, right) => gainOf(right) - gainOf(left) || open.of(factor, right) - open.of(factor, left) || left - right,
  );
}
