import fc from 'fast-check';
import { expect, it } from 'vitest';
import { forAll, isSaid, smallSchema, tally } from '../../support/small-schema.ts';

// Tried by hand, and found: an analysis without collisions of families.

const words = fc.shuffledSubarray(['a', 'b', 'a_b', 'x', 'x_b', 'total'], { minLength: 1, maxLength: 3 });
const family = fc.record({
  prefix: fc.constantFrom('', 'n_', 'n_a_', 'a'),
  suffix: fc.constantFrom('', '_x', '_b'),
  words,
});

it('says which families have a name that is another one, of all members', () => {
  const { count, least } = tally();
  const attributes = fc.record({ one: family, other: family, fixed: fc.constantFrom('total', 'n_a', 'a_b', 'free') });
  forAll(attributes, 200, ({ one, other, fixed }) => {
    const nameOf = ({ prefix, suffix }: typeof one, parameter: string): string => `${prefix}{${parameter}}${suffix}`;
    const small = smallSchema(
      {
        a: {
          pk: 'ALL',
          sk: 'A',
          attributes: {
            [fixed]: { type: 'integer' },
            [nameOf(one, 'one')]: { type: 'integer' },
            [nameOf(other, 'other')]: { type: 'integer' },
          },
        },
      },
      {
        parameters: {
          one: { type: 'string', enum: one.words },
          other: { type: 'string', enum: other.words },
        },
      },
    );
    const membersOf = (each: typeof one): readonly string[] =>
      each.words.map((word) => `${each.prefix}${word}${each.suffix}`);
    const [first, second] = [membersOf(one), membersOf(other)];
    const expected = [...first, ...second].includes(fixed) || first.some((name) => second.includes(name));
    count(expected);
    expect(isSaid(small, 'family-collision')).toBe(expected);
  });
  expect(least()).toBeGreaterThan(10);
});
