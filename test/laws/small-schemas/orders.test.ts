import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { JsonObject } from '../../../src/value/json.ts';
import { type FiniteAttributes, forAll, type Row, rowsOf, smallSchema, tally } from '../../support/small-schema.ts';

// Tried by hand, and found: analyses without mixed numbers, and without mixed times.

const numbers = fc
  .record({ width: fc.integer({ min: 1, max: 3 }), most: fc.constantFrom(1, 2, 9, 30, 120) })
  .filter(({ width, most }) => String(most).length <= width)
  .map(({ width, most }) => ({ token: `{n:0${width}}`, most }));

it('says of numbers in one partition that they sort otherwise, of all records', () => {
  const { count, least } = tally();
  forAll(
    fc.record({ a: numbers, b: numbers, partition: fc.constantFrom('ALL', 'ALL', 'B') }),
    80,
    ({ a, b, partition }) => {
      const [ofA, ofB] = [a, b].map(({ most }): FiniteAttributes => {
        const values = Array.from({ length: most + 1 }, (_, index) => String(index));
        return { n: { declaration: { type: 'integer', minimum: 0, maximum: most }, values } };
      });
      const expected = isDisordered(
        {
          a: { pk: 'ALL', token: a.token, attributes: ofA ?? {} },
          b: { pk: partition, token: b.token, attributes: ofB ?? {} },
        },
        ({ record }) => Number(record['n']),
      );
      count(expected);
    },
  );
  expect(least()).toBeGreaterThan(5);
});

/** A moment, and moments one step of each format later. */
const moments = ['01-01T00:00:00.000', '01-01T00:00:00.001', '01-01T00:00:01.000', '01-01T01:00:00.000'].concat(
  '01-02T00:00:00.000',
  '02-01T00:00:00.000',
);
const times: FiniteAttributes = {
  t: {
    declaration: { type: 'timestamp', format: 'iso-milliseconds' },
    values: moments.map((each) => `2024-${each}Z`),
  },
};
const written = fc.constantFrom('{t}', '{t:hour}', '{t:date}', '{t:month}', '{t:epoch-seconds}');

it('says of times in one partition that they sort otherwise, of all records', () => {
  const { count, least } = tally();
  forAll(
    fc.record({ a: written, b: written, partition: fc.constantFrom('ALL', 'ALL', 'B') }),
    60,
    ({ a, b, partition }) => {
      const expected = isDisordered(
        { a: { pk: 'ALL', token: a, attributes: times }, b: { pk: partition, token: b, attributes: times } },
        ({ record }) => Date.parse(record['t'] ?? ''),
      );
      count(expected);
    },
  );
  expect(least()).toBeGreaterThan(5);
});

type Side = { readonly pk: string; readonly token: string; readonly attributes: FiniteAttributes };

/** Holds what is said of two record types against their records: an earlier one of either that sorts behind a later one. */
function isDisordered(sides: { readonly a: Side; readonly b: Side }, measure: (row: Row) => number): boolean {
  const declared = ({ pk, token, attributes }: Side, name: string): JsonObject => ({
    pk,
    sk_pattern: `E#${token}#${name}`,
    attributes: Object.fromEntries(
      Object.entries(attributes).map(([each, { declaration }]) => [each, { ...declaration, required: true }]),
    ),
  });
  const small = smallSchema({ a: declared(sides.a, 'A'), b: declared(sides.b, 'B') });
  const [a, b] = [rowsOf(small.codec, 'a', sides.a.attributes), rowsOf(small.codec, 'b', sides.b.attributes)];
  const crosses = (lower: readonly Row[], higher: readonly Row[]): boolean =>
    lower.some((x) => higher.some((y) => x.pk === y.pk && measure(x) < measure(y) && textOf(x) > textOf(y)));
  const expected = crosses(a, b) || crosses(b, a);
  const said = small.diagnostics.filter(({ code, message }) => code === 'key-order' && message.includes('differently'));
  expect(said.length > 0).toBe(expected);
  return expected;
}

/** What stands between the literals, which are there to have two patterns. */
function textOf({ sk }: Row): string {
  return sk.slice(2, -2);
}
