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
  const open = openPairs(sizes);
  const rows: (readonly number[])[] = [];
  const lost: Pair[] = [];
  for (let pair = open.neediest(); pair !== undefined; pair = open.neediest()) {
    const row = rowWith(pair, sizes, allowed, open);
    if (row === undefined) {
      lost.push(pair);
      open.close(...pair);
      continue;
    }
    rows.push(row);
    for (const [factor, level] of row.entries())
      for (let other = factor + 1; other < row.length; other++) open.close(factor, level, other, row[other] ?? 0);
  }
  return { rows, lost };
}

/** The pairs that have not met yet. */
type Open = {
  /** How many of them meet in a row when a factor gets a level. */
  readonly metBy: (row: Row, factor: number, level: number) => number;
  readonly close: (...pair: Pair) => void;
  /** In how many of them a level is. */
  readonly of: (factor: number, level: number) => number;
  /** The first of those whose levels are in most of them; `undefined` when none is left. */
  readonly neediest: () => Pair | undefined;
};

function openPairs(sizes: readonly number[]): Open {
  // Each level of each factor has a number, and each pair two places in a table of them: this is asked millions of times.
  const factors = sizes.flatMap((size, factor) => Array.from({ length: size }, () => factor));
  const offsets = sizes.map((_, factor) => sizes.slice(0, factor).reduce((sum, size) => sum + size, 0));
  const levels = factors.length;
  const left = new Uint8Array(levels * levels);
  const counts = new Uint32Array(levels);
  const numberOf = (factor: number, level: number): number => (offsets[factor] ?? 0) + level;
  const set = (one: number, other: number, value: 0 | 1): void => {
    left[one * levels + other] = value;
    left[other * levels + one] = value;
    for (const number of [one, other]) counts[number] = (counts[number] ?? 0) + (value === 1 ? 1 : -1);
  };
  // The places of those that are left, in order: by their factors, and then by the levels of these.
  const remaining: number[] = [];
  for (let factor = 0; factor < sizes.length; factor++)
    for (let other = factor + 1; other < sizes.length; other++)
      for (let level = 0; level < (sizes[factor] ?? 0); level++)
        for (let otherLevel = 0; otherLevel < (sizes[other] ?? 0); otherLevel++) {
          const [first, second] = [numberOf(factor, level), numberOf(other, otherLevel)];
          set(first, second, 1);
          remaining.push(first * levels + second);
        }
  const pairAt = (place: number): Pair => {
    const [first, second] = [Math.floor(place / levels), place % levels];
    const [factor = 0, other = 0] = [factors[first], factors[second]];
    return [factor, first - (offsets[factor] ?? 0), other, second - (offsets[other] ?? 0)];
  };
  return {
    of: (factor, level) => counts[numberOf(factor, level)] ?? 0,
    metBy: (row, factor, level) => {
      const own = numberOf(factor, level) * levels;
      let sum = 0;
      for (let other = 0; other < row.length; other++) {
        const chosen = row[other];
        if (chosen !== undefined && other !== factor) sum += left[own + numberOf(other, chosen)] ?? 0;
      }
      return sum;
    },
    close: (factor, level, other, otherLevel) => {
      const [one, two] = [numberOf(factor, level), numberOf(other, otherLevel)];
      if (left[one * levels + two] === 1) set(one, two, 0);
    },
    neediest: () => {
      let best: number | undefined;
      let most = -1;
      let kept = 0;
      for (const place of remaining) {
        if (left[place] !== 1) continue;
        remaining[kept++] = place;
        const need = (counts[Math.floor(place / levels)] ?? 0) + (counts[place % levels] ?? 0);
        if (need > most) [best, most] = [place, need];
      }
      remaining.length = kept;
      return best === undefined ? undefined : pairAt(best);
    },
  };
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
