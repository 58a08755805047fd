import { performance } from 'node:perf_hooks';
import { expect, it } from 'vitest';
import { editDistance } from '../../../src/diagnostics/edit-distance.ts';
import { didYouMeanOneOf, manyNames } from '../../../src/diagnostics/many-names.ts';
import { didYouMeanLonger, suggest } from '../../../src/diagnostics/suggest.ts';

const columns = Array.from({ length: 3000 }, (_, index) => `column_${index}`);

it.each([
  ['', '', 0],
  ['', 'abc', 3],
  ['abc', 'abc', 0],
  ['abc', 'acb', 1],
  ['kitten', 'sitting', 3],
  ['aab', 'ab', 1],
  ['abcdef', 'abdcfe', 2],
  ['ca', 'abc', 3],
])('counts the edits between %j and %j', (left, right, edits) => {
  expect(editDistance(left, right)).toBe(edits);
  expect(editDistance(right, left)).toBe(edits);
  for (const limit of [1, 2, 3, 4])
    expect(Math.min(editDistance(left, right, limit), limit)).toBe(Math.min(edits, limit));
});

it.each(['column_1', 'colunm_10', 'column_2999x', 'olumn_77', 'column', 'row', 'c', ''])(
  'answers for many names as for few: %j',
  (name) => {
    expect(manyNames(columns).nearest(name)).toBe(suggest(name, columns));
    expect(didYouMeanOneOf(name, manyNames(columns))).toBe(didYouMeanLonger(name, columns));
  },
);

it('guesses the first of two that are as near', () => {
  expect(manyNames(['longer', 'linger', 'lunge']).nearest('lnger')).toBe('longer');
  expect(manyNames(['abcx', 'abc', 'xab']).nearest('ab')).toBe(suggest('ab', ['abcx', 'abc', 'xab']));
});

it('guesses for the first of thousands, and lists what there is for the last, in bounded time', () => {
  const names = manyNames(columns);
  const start = performance.now();
  const said = columns.map((column) => didYouMeanOneOf(`${column.replace('mn', 'nm')}x`, names));
  expect(performance.now() - start).toBeLessThan(3000);
  expect(said[0]).toBe('did you mean "column_0"?');
  expect(said.at(-1)).toMatch(/^there is "column_0", .*, …$/);
});
