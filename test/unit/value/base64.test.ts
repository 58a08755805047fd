import { expect, it } from 'vitest';
import { base64Length, isBase64 } from '../../../src/value/base64.ts';

it.each([
  ['', 0],
  ['AA==', 1],
  ['/w==', 1],
  ['AP8=', 2],
  ['AP8A', 3],
  ['+/+/', 3],
  ['AAAAAA==', 4],
])('takes %j, which is %i bytes', (text, bytes) => {
  expect([isBase64(text), base64Length(text)]).toEqual([true, bytes]);
});

it.each([
  ['no padding', 'AA'],
  ['half the padding', 'AA='],
  ['padding alone', '===='],
  ['three padding characters', 'A==='],
  ['too much padding', 'AAAA=='],
  ['padding in the middle', 'AA==AA=='],
  ['stray bits before two padding characters', 'AB=='],
  ['stray bits before one padding character', 'AAB='],
  ['a single character', 'A'],
  ['five characters', 'AAAAA'],
  ['the alphabet of URLs', '-_-_'],
  ['white space', 'AA A'],
  ['a line break', 'AAAA\n'],
  ['a line break between', 'AAAA\nAAAA'],
  ['a letter that is not ASCII', 'AAAé'],
])('refuses %s', (_what, text) => {
  expect(isBase64(text)).toBe(false);
});

it('reads text of any length', () => {
  const text = 'AAAA'.repeat(5_000_000);
  expect([isBase64(text), isBase64(`${text}AB==`), base64Length(text)]).toEqual([true, false, 15_000_000]);
});
