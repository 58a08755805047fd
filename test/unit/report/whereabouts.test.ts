import { expect, it } from 'vitest';
import { whereTextsDiffer } from '../../../src/report/whereabouts.ts';

it.each([
  ['caf\u00e9', 'cafe\u0301', 'character 4: "e" (U+0065) instead of "\u00e9" (U+00E9)'],
  ['cafe', 'cafe\u0301', 'character 5: U+0301 instead of the end'],
  ['User', 'user', 'character 1: "u" (U+0075) instead of "U" (U+0055)'],
  ['text', 'text\n', 'character 5: U+000A instead of the end'],
  ['a b', 'a\u00a0b', 'character 2: U+00A0 instead of " " (U+0020)'],
  ['\u{1f600}x ', '\u{1f600}x', 'character 3: the end instead of " " (U+0020)'],
  [`${'a'.repeat(60)}b`, `${'a'.repeat(60)}c`, 'character 61: "c" (U+0063) instead of "b" (U+0062)'],
  ['9223372036854775807', '9223372036854776000', undefined],
  ['17', '17000', undefined],
  ['same', 'same', undefined],
  ['text', null, undefined],
  [undefined, 'text', undefined],
])('says where %j and %j begin to differ: %s', (expected, actual, place) => {
  expect(whereTextsDiffer(expected, actual)).toBe(place);
});
