import { expect, it } from 'vitest';
import { numbersAround } from '../../../src/generate/values/around.ts';

it.each([
  [
    ['3', '3.1'],
    ['2', '2.1', '3', '3.05', '3.1', '4', '4.1'],
  ],
  [['5'], ['4', '5', '6']],
  [
    ['-1', '1'],
    ['-2', '-1', '0', '1', '2'],
  ],
  [
    ['-0.5', '-0.25'],
    ['-1.5', '-1.25', '-0.5', '-0.375', '-0.25', '0.5', '0.75'],
  ],
  [
    ['7', '7'],
    ['6', '7', '8'],
  ],
  [[], []],
  [['value', '', '1e3', '9'.repeat(61)], []],
])('finds numbers on, next to and between %j', (bounds, found) => {
  expect(numbersAround(bounds)).toEqual(found);
});
