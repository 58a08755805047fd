import { expect, it } from 'vitest';
import { codePointLength, compareUtf8, isWellFormed, utf8Length } from '../../../src/value/text.ts';

it.each([
  ['', 0, 0],
  ['abc', 3, 3],
  ['é', 1, 2],
  ['e\u0301', 2, 3],
  ['\u20ac', 1, 3],
  ['\u{1F600}', 1, 4],
  ['a\u{1F600}\uFFFD', 3, 8],
  ['\u{1F468}\u200D\u{1F469}', 3, 11],
])('counts %j as %i characters and %i bytes', (text, characters, bytes) => {
  expect([codePointLength(text), utf8Length(text)]).toEqual([characters, bytes]);
});

it.each([
  ['', true],
  ['a\u{1F600}', true],
  ['\ud83d\ude00\ud83d\ude00', true],
  ['\ud83d', false],
  ['\ude00', false],
  ['\ud83da', false],
  ['\ude00\ud83d', false],
  ['\ud83d\ud83d\ude00', false],
  ['\ud83d\ude00\ude00', false],
])('says whether %j is well-formed: %s', (text, expected) => {
  expect(isWellFormed(text)).toBe(expected);
});

it('puts a character beyond the basic plane after all others, as DynamoDB does', () => {
  const sorted = ['', 'A', 'a', 'aa', 'b', 'é', '\uD7FF', '\uE000', '\uFFFD', '\u{10000}', '\u{1F600}', '\u{10FFFF}'];
  expect([...sorted].reverse().sort(compareUtf8)).toEqual(sorted);
  expect([...sorted].sort()).not.toEqual(sorted);
});
