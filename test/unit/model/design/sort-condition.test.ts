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
