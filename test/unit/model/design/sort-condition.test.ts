import { expect, it } from 'vitest';
import { mayMatch, type SortOperator } from '../../../../src/model/design/sort-condition.ts';
import { parseKeyPattern } from '../../../../src/model/key-pattern.ts';
import type { KeyPattern } from '../../../../src/model/model.ts';

function pattern(text: string): KeyPattern {
  const parsed = parseKeyPattern(text);
  if ('code' in parsed) throw new TypeError(parsed.message);
  return parsed;
}

it.each<readonly [SortOperator, string, string, boolean]>([
  ['equals', '#META', '#META', true],
  ['equals', '#MET', '#META', false],
  ['equals', 'A#{x}', 'A#{y}', true],
  ['equals', 'A#1', 'A#{y}', true],
  ['equals', 'A#{x}', 'A#{y}#{z}', false],
  ['equals', 'A#{x}#{y}', 'A#{y}', true],
  ['begins_with', 'A#', 'A#{y}', true],
  ['begins_with', 'B#', 'A#{y}', false],
  ['begins_with', 'A#2024-{month}', 'A#{date}#{id}', true],
  ['begins_with', 'A#{date}#X', 'A#{date}#{id}', true],
  ['begins_with', 'A#{date}#X', 'A#{date}#Y{id}', false],
  ['begins_with', '{type}#', 'A#{y}', false],
  ['begins_with', '#META#', '#META', false],
  ['between', 'A#{from}~', 'A#{date}', true],
  ['less_than', 'META~', 'META', true],
  ['at_least', 'B', 'A#{date}', false],
])('%s %j of a key %j: %s', (operator, condition, key, expected) => {
  expect(mayMatch(pattern(condition), pattern(key), operator)).toBe(expected);
});

it.each<readonly [SortOperator, string, boolean]>([
  ['equals', '{a:04}{b}', true],
  ['equals', '00420007', true],
  ['equals', '0042{b}', true],
  ['equals', '0042', false],
  ['equals', '{a:04}', false],
  ['begins_with', '{a:04}', true],
  ['begins_with', '00', true],
  ['begins_with', '{b}{a:04}', false],
])('%s %j of a key of two components without a literal between them: %s', (operator, condition, expected) => {
  const key = parseKeyPattern('{a:04}{b}', new Map(), () => 4);
  const wanted = parseKeyPattern(condition, new Map(), 'any');
  if ('code' in key || 'code' in wanted) throw new TypeError(condition);
  expect(mayMatch(wanted, key, operator)).toBe(expected);
});

it('lets no two components stand for one', () => {
  const wanted = parseKeyPattern('{x}{y}', new Map(), 'any');
  expect('tokens' in wanted && mayMatch(wanted, pattern('{id}'), 'begins_with')).toBe(false);
});
