import { expect, it } from 'vitest';
import { compileAutomaton } from '../../../src/regex/automaton.ts';
import { heaviestText, longestLength, type Scale } from '../../../src/regex/heaviest.ts';
import { utf8Length } from '../../../src/value/text.ts';

const bytes: Scale = { weigh: utf8Length, candidates: [], without: null };

it('finds the heaviest text, not the longest', () => {
  expect(heaviestText(compileAutomaton('[a-z]{5}|\u20ac\u20ac'), 0, 9, bytes)).toBe('\u20ac\u20ac');
});

it('looks at texts of the given lengths only', () => {
  expect(heaviestText(compileAutomaton('z+'), 2, 4, bytes)).toBe('zzzz');
  expect(heaviestText(compileAutomaton('z{3}'), 0, 2, bytes)).toBeUndefined();
});

it('stops at the first text that is heavy enough, and needs none that is', () => {
  expect(heaviestText(compileAutomaton('z+'), 0, 100, bytes, 7)).toBe('zzzzzzz');
  expect(heaviestText(compileAutomaton('z{1,3}'), 0, 100, bytes, 7)).toBe('zzz');
});

it.each([
  ['[a-z]{5}|\u20ac\u20ac', 5],
  ['a|bb|[0-9]{3}x?', 4],
  ['(?:[a-z]{2}-){1,3}[0-9]', 10],
  ['a?b?', 2],
  ['z+', Number.POSITIVE_INFINITY],
  ['a(?:bc)*d|e', Number.POSITIVE_INFINITY],
])('knows that the longest text of %s has %s characters', (source, length) => {
  expect(longestLength(compileAutomaton(source))).toBe(length);
});
