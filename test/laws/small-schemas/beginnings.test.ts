import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { JsonObject } from '../../../src/value/json.ts';
import {
  declarationsOf,
  type FiniteAttributes,
  forAll,
  isSaid,
  type Row,
  rowsOf,
  smallSchema,
  someOf,
  tally,
} from '../../support/small-schema.ts';

// Tried by hand, and found: analyses without overlaps, and without siblings.

const texts = someOf(['A', 'AB', 'B', 'BA', '1', '12']);

type Shape = { readonly pk: string; readonly sort: readonly string[]; readonly attributes: FiniteAttributes };

/** A partition for each `x`, and a sort key that begins with a literal. */
const shape: fc.Arbitrary<Shape> = fc.record({
  pk: fc.constantFrom('P#{x}', 'P#{x}', 'P#A', 'Q#{x}'),
  sort: fc
    .tuple(
      fc.constantFrom('T#', 'T#', 'T', 'T#A#', 'T#A'),
      fc.constantFrom('{y}', '{y}', ''),
      fc.constantFrom('#', '#A', ''),
      fc.constantFrom('{z}', ''),
    )
    .map((tokens) => tokens.filter((each) => each !== '')),
  attributes: fc.record({ x: texts, y: texts, z: texts }),
});

function recordTypeOf({ pk, sort, attributes }: Shape): JsonObject {
  return { pk_pattern: pk, sk_pattern: sort.join(''), attributes: declarationsOf(attributes) };
}

/** The start that a query asks for, for the values of a record. */
function startOf(tokens: readonly string[], { record }: Row): string {
  return tokens.map((token) => (token.startsWith('{') ? record[token.slice(1, -1)] : token)).join('');
}

function finds(tokens: readonly string[], wanted: readonly Row[], others: readonly Row[]): boolean {
  return wanted.some((row) => {
    const start = startOf(tokens, row);
    return others.some(({ pk, sk }) => pk === row.pk && sk.startsWith(start));
  });
}

it('says of a query that an access pattern makes what it finds besides, of all records', () => {
  const overlaps = tally();
  const siblings = tally();
  const both = fc.record({ a: shape, b: shape, end: fc.nat(3) });
  forAll(both, 200, ({ a, b, end }) => {
    // One pattern for both puts them together on purpose.
    fc.pre(a.sort.join('') !== b.sort.join(''));
    const asked = a.sort.slice(0, end + 1);
    const small = smallSchema(
      { a: recordTypeOf(a), b: recordTypeOf(b) },
      { access_patterns: { q: { operation: 'query', returns: ['a'], sort: { begins_with: asked.join('') } } } },
    );
    const [wanted, others] = [rowsOf(small.codec, 'a', a.attributes), rowsOf(small.codec, 'b', b.attributes)];
    const overlap = finds(asked, wanted, others);
    overlaps.count(overlap);
    expect(isSaid(small, 'prefix-overlap', 'access_patterns.q')).toBe(overlap);
    const sibling = hasSibling(asked, wanted);
    siblings.count(sibling);
    expect(isSaid(small, 'prefix-sibling', 'access_patterns.q')).toBe(sibling);
  });
  expect(Math.min(overlaps.least(), siblings.least())).toBeGreaterThan(10);
});

it('says of the query for all records of a type what it finds besides, of all records', () => {
  const { count, least } = tally();
  forAll(fc.record({ a: shape, b: shape }), 150, ({ a, b }) => {
    fc.pre(a.sort.join('') !== b.sort.join(''));
    const small = smallSchema({ a: recordTypeOf(a), b: recordTypeOf(b) });
    const [ofA, ofB] = [rowsOf(small.codec, 'a', a.attributes), rowsOf(small.codec, 'b', b.attributes)];
    const overlap = findsBesides(a, ofA, ofB) || findsBesides(b, ofB, ofA);
    count(overlap);
    expect(isSaid(small, 'prefix-overlap')).toBe(overlap);
  });
  expect(least()).toBeGreaterThan(10);
});

/** A constant is read by its whole key; every other record type is listed by what stands before its first component. */
function findsBesides({ sort }: Shape, wanted: readonly Row[], others: readonly Row[]): boolean {
  const first = sort.findIndex((token) => token.startsWith('{'));
  return first > 0 && finds(sort.slice(0, first), wanted, others);
}

/** Whether the start for one value of the component that it ends in is that of another record with another value. */
function hasSibling(asked: readonly string[], rows: readonly Row[]): boolean {
  const last = asked.at(-1) ?? '';
  if (!last.startsWith('{')) return false;
  const name = last.slice(1, -1);
  return rows.some((row) => {
    const start = startOf(asked, row);
    return rows.some((other) => {
      if (other.pk !== row.pk || !other.sk.startsWith(start)) return false;
      const { [name]: value, ...rest } = row.record;
      const { [name]: longer, ...others } = other.record;
      return value !== longer && JSON.stringify(rest) === JSON.stringify(others);
    });
  });
}
