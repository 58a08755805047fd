import { type Sample, sample } from './value.ts';

/** Characters that some language, library or query treats specially, with a name and the hazard. */
export const specialCharacters: readonly (readonly [string, string, string])[] = [
  ['#', 'hash', 'key-delimiter-injection'],
  ['/', 'slash', 'key-delimiter-injection'],
  [':', 'colon', 'key-delimiter-injection'],
  ['-', 'hyphen', 'expr-placeholder-characters'],
  ['.', 'dot', 'expr-nested-path'],
  ['_', 'underscore', 'key-delimiter-injection'],
  ['@', 'at-sign', 'key-escape-function-divergence'],
  ['$', 'dollar', 'key-escape-function-divergence'],
  ['%', 'percent', 'key-escape-function-divergence'],
  [' ', 'space', 'key-whitespace-trim'],
];

/** Texts that survive only where nobody trims, folds, normalises, escapes or counts in the wrong unit. */
export const freeTexts: readonly Sample[] = [
  sample(
    'every-special-character',
    'special',
    `a${specialCharacters.map(([character]) => character).join('')}b`,
    'every character that separates or has a meaning somewhere',
    ...new Set(specialCharacters.map(([, , hazard]) => hazard)),
  ),
  sample(
    'astral-character',
    'astral',
    'a\u{1F600}\uFFFD',
    'a character outside the basic plane before U+FFFD',
    'str-astral-character',
  ),
  sample(
    'decomposed-text',
    'decomposed',
    'e\u0301',
    'an accent that is a character of its own',
    'key-unicode-normalisation',
  ),
  sample('spaces-around', 'spaces', ' \u00a0a\u2003 ', 'white space at both ends', 'key-whitespace-trim'),
  sample(
    'case-folding',
    'turkish',
    '\u0130stanbul',
    'a capital that languages lower in different ways',
    'key-case-folding-unicode',
  ),
  sample('text-of-digits', 'digits', '10', 'digits alone, which are no number', 'num-text-confusion'),
  sample('control-characters', 'control', 'a\u0000b\tc\nd', 'NUL, tab and line feed', 'str-control-characters'),
  sample(
    'quotes-and-escapes',
    'escaped',
    'a"b\\c\'d`e$' + '{f}',
    'quotes, a backslash and a placeholder',
    'str-json-escape',
  ),
  sample(
    'line-separator',
    'line-separator',
    'a\u2028b\u2029c',
    'U+2028 and U+2029, which are line ends in some languages',
    'str-control-characters',
  ),
  sample(
    'joined-characters',
    'joined',
    '\u{1F469}\u200D\u{1F4BB}\u05D0\u200F',
    'two characters that are one on the screen, and text from right to left',
    'str-astral-character',
  ),
  sample(
    'last-of-plane',
    'last-of-plane',
    'a\uFFFF\u{10000}',
    'U+FFFF before a character outside the basic plane',
    'str-astral-character',
  ),
];
