import { expect, it } from 'vitest';
import { findLossy } from '../../../src/vector/lossy.ts';

it.each([
  '[1, 1.0, 1e2, -0, 0.1, 9007199254740991]',
  '{"a": "9007199254740993, 1e999", "b\\"1e999": true}',
  '{"a": "\\ud83d\\ude00", "b": "\\\\ud800", "c": "\\ud83d\\udE00\\n"}',
])('keeps %s', (text) => {
  expect(findLossy(text)).toBeUndefined();
});

const places = [
  ['a list', (value: string) => `{"a": "1e999", "b": [2,${value}]}`],
  ['a member', (value: string) => `{"a": "\\"1e999", "b" :\n${value}\n}`],
] as const;

it.each(
  places.flatMap(([what, around]) =>
    ['9007199254740993', '1e999', '-1E999', '0.1000000000000000055', '1e-400'].map((number) => [number, what, around]),
  ) as [string, string, (value: string) => string][],
)('%s would be another number in %s', (number, _what, around) => {
  const text = around(number);
  expect(findLossy(text)).toMatchObject({
    offset: text.lastIndexOf(number),
    length: number.length,
    message: `the number ${number} would become another one`,
  });
});

it.each(['"a\\ud800"', '"\\uDC00a"', '"\\ude00\\ud83d"', '"\\\\\\ud800"'])('half a character is in %s', (string) => {
  for (const text of [`{"a": "\\\\ud800", "b": ${string}}`, `{"a": "b", ${string}: 1}`])
    expect(findLossy(text)).toMatchObject({ offset: text.indexOf(string), length: string.length });
});

it('looks at strings of any length', () => {
  const long = 'a'.repeat(20_000_000);
  expect(findLossy(`["${long}", 1e2]`)).toBeUndefined();
  expect(findLossy(`["${long}", 1e999]`)).toMatchObject({ offset: long.length + 5 });
});
