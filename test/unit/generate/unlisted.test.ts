import { expect, it } from 'vitest';
import { unlistedValue } from '../../../src/generate/values/unlisted.ts';

it.each([
  [['open', 'closed'], 'opeo'],
  [['DE', 'DF', 'FR'], 'EE'],
  [['v9'], 'v0'],
  [['z'], 'a'],
  [['a-'], 'b-'],
  // Of what has no letter nothing is near.
  [['_', 'é'], 'no_such_value'],
  [[''], 'no_such_value'],
])('of %j it is %s', (listed, expected) => {
  expect(unlistedValue(listed)).toBe(expected);
});

it('finds one where nearly every neighbour is listed', () => {
  const letters = Array.from('abcdefghijklmnopqrstuvwxyz');
  expect(unlistedValue([...letters.filter((each) => each !== 'q'), '0'])).toBe('q');
  expect(unlistedValue(letters)).toBe('no_such_value');
});
