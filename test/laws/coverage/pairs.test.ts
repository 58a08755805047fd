import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Pair, pairRows, type Row } from '../../../src/generate/coverage/pairs.ts';

/** Every pair of levels in a row. */
function pairsOf(row: readonly number[]): readonly Pair[] {
  return row.flatMap((level, factor) =>
    row.slice(factor + 1).map((otherLevel, offset): Pair => [factor, level, factor + 1 + offset, otherLevel]),
  );
}

const sizesOf = fc.array(fc.integer({ min: 2, max: 5 }), { minLength: 2, maxLength: 9 });

/** Every pair of levels of these factors, as text. */
function everyPair(sizes: readonly number[]): readonly string[] {
  return sizes.flatMap((size, factor) =>
    sizes.flatMap((otherSize, other) =>
      other <= factor
        ? []
        : Array.from({ length: size * otherSize }, (_, index) =>
            [factor, Math.floor(index / otherSize), other, index % otherSize].join(),
          ),
    ),
  );
}

/** Every complete row, for a few factors. */
function everyRow(sizes: readonly number[]): readonly (readonly number[])[] {
  return sizes.reduce<readonly (readonly number[])[]>(
    (rows, size) => rows.flatMap((row) => Array.from({ length: size }, (_, level) => [...row, level])),
    [[]],
  );
}

const met = (rows: readonly (readonly number[])[]): ReadonlySet<string> =>
  new Set(rows.flatMap(pairsOf).map((pair) => pair.join()));

it.each(Array.from({ length: 34 }, (_, index) => index + 2))(
  'every pair of %i factors of three levels meets',
  (count) => {
    const sizes = Array.from({ length: count }, () => 3);
    const { rows, lost } = pairRows(sizes);
    expect(lost).toEqual([]);
    expect(met(rows)).toEqual(new Set(everyPair(sizes)));
    // At least as many as two factors need, and not many more.
    expect(rows.length).toBeGreaterThanOrEqual(9);
    expect(rows.length).toBeLessThanOrEqual(30);
  },
);

it('every pair of any factors meets, in the same rows each time', () => {
  fc.assert(
    fc.property(sizesOf, (sizes) => {
      const { rows, lost } = pairRows(sizes);
      expect(lost).toEqual([]);
      expect(met(rows)).toEqual(new Set(everyPair(sizes)));
      expect(pairRows(sizes).rows).toEqual(rows);
    }),
    { numRuns: 100 },
  );
});

it('every pair that is in an allowed row meets, the others are said to be lost, and no row is forbidden', () => {
  const few = fc.array(fc.integer({ min: 2, max: 4 }), { minLength: 2, maxLength: 5 });
  const bans = fc.array(fc.tuple(fc.nat(4), fc.nat(3), fc.nat(4), fc.nat(3)), { maxLength: 8 });
  fc.assert(
    fc.property(few, bans, (sizes, banned) => {
      const allowed = (row: Row): boolean =>
        banned.every(([factor, level, other, otherLevel]) => row[factor] !== level || row[other] !== otherLevel);
      const { rows, lost } = pairRows(sizes, allowed);
      const possible = met(everyRow(sizes).filter(allowed));
      expect(rows.filter((row) => !allowed(row))).toEqual([]);
      expect(met(rows)).toEqual(possible);
      expect(new Set(lost.map((pair) => pair.join()))).toEqual(
        new Set(everyPair(sizes).filter((pair) => !possible.has(pair))),
      );
    }),
    { numRuns: 200 },
  );
});
