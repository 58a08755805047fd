import { expect, it } from 'vitest';
import { contrast } from '../../../src/report/contrast.ts';
import type { Json } from '../../../src/value/json.ts';

const long = 'a'.repeat(500);

it('shows short values as they are', () => {
  expect(contrast([{ S: 'x' }, 7, null, 'line\n'])).toEqual(['{"S":"x"}', '7', 'null', '"line\\n"']);
});

it.each<[string, readonly Json[], readonly string[]]>([
  [
    'in the middle',
    [`${long}x${long}`, `${long}y${long}`],
    [`...${'a'.repeat(40)}x${'a'.repeat(69)}...`, `...${'a'.repeat(40)}y${'a'.repeat(69)}...`],
  ],
  ['at the beginning', [`x${long}`, `y${long}`], [`"x${'a'.repeat(69)}...`, `"y${'a'.repeat(69)}...`]],
  ['at the end', [long, `${long}\n`], [`...${'a'.repeat(40)}"`, `...${'a'.repeat(40)}\\n"`]],
  [
    'in two of three, at another place each',
    [`${long}x${long}x`, `${long}y${long}x`, `${long}x${long}z`],
    [
      `...${'a'.repeat(40)}x${'a'.repeat(69)}...${'a'.repeat(40)}x"`,
      `...${'a'.repeat(40)}y${'a'.repeat(69)}...${'a'.repeat(40)}x"`,
      `...${'a'.repeat(40)}x${'a'.repeat(69)}...${'a'.repeat(40)}z"`,
    ],
  ],
  ['in their length only', ['a'.repeat(119), 'a'.repeat(120)], [`...${'a'.repeat(40)}"`, `...${'a'.repeat(40)}a"`]],
])('shows of long values what differs %s', (_what, values, texts) => {
  expect(contrast(values)).toEqual(texts);
});

it('shows the beginning and the end of long values that are the same', () => {
  const text = `"${'a'.repeat(59)}...${'a'.repeat(59)}"`;
  expect(contrast([long, long])).toEqual([text, text]);
  expect(contrast([long])).toEqual([text]);
});

it.each<[string, string, string, string, string]>([
  ['composed and decomposed', 'caf\u00e9', 'cafe\u0301', '"caf\\u{e9}"', '"cafe\\u{301}"'],
  ['letters of two scripts', 'Caf\u00e9 a', 'Caf\u00e9 \u0430', '"Caf\\u{e9} a"', '"Caf\\u{e9} \\u{430}"'],
  ['a digit of another script', '12', '1\u0662', '"12"', '"1\\u{662}"'],
  ['a space that is none', 'a b', 'a\u00a0b', '"a b"', '"a\\u{a0}b"'],
  ['nothing that is seen', 'ab', 'a\u200bb', '"ab"', '"a\\u{200b}b"'],
  ['the direction of the text', 'ab', '\u202eab', '"ab"', '"\\u{202e}ab"'],
])('escapes what looks alike: %s', (_what, left, right, first, second) => {
  expect(contrast([left, right])).toEqual([first, second]);
});

it('leaves other scripts readable where they do not differ', () => {
  expect(contrast(['caf\u00e9 1', 'caf\u00e9 2'])).toEqual(['"caf\u00e9 1"', '"caf\u00e9 2"']);
});

it('cuts no escape and no character in two', () => {
  const values = ['\u{1f600}\u0001\\'.repeat(100), `${'\u{1f600}\u0001\\'.repeat(100)}x`];
  for (const text of contrast(values)) expect(text).toMatch(/^\.\.\.(?:\\\\|\\u0001|\u{1f600})+x?"$/u);
});

it('is never the same for values that differ', () => {
  const pieces = ['a', 'b', '\u00e9', 'e\u0301', '\u200b', '\n', '"', '\\', 'x'.repeat(90), ' '];
  let seed = 1;
  const random = (below: number): number => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % below;
  };
  const text = (): string => Array.from({ length: random(6) }, () => pieces[random(pieces.length)]).join('');
  for (let round = 0; round < 3000; round++) {
    const values = [text(), text(), text()];
    const shown = contrast(values);
    expect(new Set(shown).size, JSON.stringify(values)).toBe(new Set(values).size);
  }
});
