import { expect, it } from 'vitest';
import { countTexts } from '../../../src/regex/count.ts';
import { compilePattern } from '../../../src/regex/pattern.ts';

it.each([
  ['a|b|cc', 0, null, 3],
  ['a|b|cc', 2, null, 1],
  ['a|b|cc', 0, 1, 2],
  ['a|b|cc', 3, null, 0],
  ['[ab]{2}', 0, null, 4],
  ['[a-z]{3}', 0, 2, 0],
  ['[a-z]+', 0, null, 10],
  ['[a-z]+', 5, 5, 10],
  ['(aa)+', 3, 3, 0],
  ['[😀-😂]', 1, 1, 3],
])('%s has from %s to %s characters in %s texts, as far as ten', (source, minimum, maximum, expected) => {
  const compiled = compilePattern(source);
  if ('problem' in compiled) throw new TypeError(compiled.problem.message);
  expect(countTexts(compiled.automaton, minimum, maximum, 10)).toBe(expected);
});

it('gives up rather than count for ever', () => {
  const compiled = compilePattern('([a-z]{1,40}#)+');
  if ('problem' in compiled) throw new TypeError(compiled.problem.message);
  expect(countTexts(compiled.automaton, 400_000, null, 1)).toBeUndefined();
});
