import type { StringType } from '../../model/model.ts';
import { shortestText, shortestTextWith, textOfLength } from '../../regex/explore.ts';
import { stringCheck } from '../../scalar/string-check.ts';
import { codePointLength } from '../../value/text.ts';
import { type Sample, sample } from './value.ts';

/** Characters that some language, library or query treats specially, with a name and the hazard. */
const specialCharacters: readonly (readonly [string, string, string])[] = [
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

/** Texts that survive only where nobody trims, folds, normalises or counts in the wrong unit. */
const freeTexts: readonly (readonly [string, string, string, string])[] = [
  ['astral', 'a\u{1F600}\uFFFD', 'a character outside the basic plane before U+FFFD', 'str-astral-character'],
  ['decomposed', 'e\u0301', 'an accent that is a character of its own', 'key-unicode-normalisation'],
  ['spaces', ' \u00a0a\u2003 ', 'white space at both ends', 'key-whitespace-trim'],
  ['turkish', '\u0130stanbul', 'a capital that languages lower in different ways', 'key-case-folding-unicode'],
  ['control', 'a\u0000b\tc\nd', 'NUL, tab and line feed', 'str-control-characters'],
  ['escaped', 'a"b\\c', 'a quote and a backslash', 'str-json-escape'],
];

/** The value that stands for a string type wherever it is not the subject. */
export function typicalString(type: StringType): string {
  const candidates = [...type.examples, ...(type.enum ?? []), 'value', 'value-1'];
  const check = stringCheck(type);
  const found = candidates.find((text) => check(text) === undefined);
  if (found !== undefined) return found;
  if (type.maxLength === 0) return '';
  const fromPattern =
    type.pattern === null ? 'x'.repeat(Math.max(type.minLength, 1)) : shortestText(type.pattern.automaton);
  if (check(fromPattern) === undefined) return fromPattern;
  const longer = type.pattern === null ? undefined : textOfLength(type.pattern.automaton, type.minLength);
  return longer ?? fromPattern;
}

/** Values at the edges of a string type, each once. */
export function stringSamples(type: StringType): readonly Sample[] {
  if (type.enum !== null)
    return type.enum.map((value) => sample(slugOf(value), value, `the value "${value}"`, 'enum-case'));
  const candidates = [
    ...type.examples.slice(1).map((value, index) => sample(`example-${index + 2}`, value, `the example "${value}"`)),
    ...edges(type),
    ...specials(type),
    ...(type.pattern === null ? freeTexts.map(([slug, value, text, hazard]) => sample(slug, value, text, hazard)) : []),
    ...(type.allowEmpty ? [sample('empty', '', 'an empty string', 'null-empty-string')] : []),
  ];
  const check = stringCheck(type);
  const seen = new Set([typicalString(type)]);
  return candidates.filter(({ value }) => {
    if (typeof value !== 'string' || seen.has(value) || check(value) !== undefined) return false;
    seen.add(value);
    return true;
  });
}

function edges(type: StringType): readonly Sample[] {
  const { pattern, maxLength } = type;
  const shortest = pattern === null ? 'x'.repeat(Math.max(type.minLength, 1)) : shortestText(pattern.automaton);
  const samples = [sample('shortest', shortest, `the shortest value, ${codePointLength(shortest)} long`)];
  if (maxLength === null || maxLength > 1024) return samples;
  if (type.maxBytes !== undefined && pattern === null)
    samples.push(sample('most-bytes', textOfBytes(type.maxBytes), `${type.maxBytes} bytes`, 'str-length-unit'));
  const longest =
    pattern === null ? textOfCharacters(maxLength, type.maxBytes) : textOfLength(pattern.automaton, maxLength);
  if (longest !== undefined)
    samples.push(sample('longest', longest, `the longest value, ${maxLength} code points`, 'str-length-unit'));
  return samples;
}

/** Of so many characters, as many as can be take two UTF-16 units and four bytes. */
function textOfCharacters(length: number, maxBytes = 4 * length): string {
  const astral = Math.min(length, Math.floor((maxBytes - length) / 3));
  return `${'\u{1F600}'.repeat(astral)}${'x'.repeat(length - astral)}`;
}

/** Exactly so many bytes, in as few characters as there can be. */
function textOfBytes(bytes: number): string {
  return `${'\u{1F600}'.repeat(Math.floor(bytes / 4))}${'x'.repeat(bytes % 4)}`;
}

function specials(type: StringType): readonly Sample[] {
  return specialCharacters.flatMap(([character, name, hazard]) => {
    const code = character.codePointAt(0) ?? 0;
    const text = type.pattern === null ? `a${character}b` : shortestTextWith(type.pattern.automaton, code);
    return text === undefined ? [] : [sample(name, text, `a value with "${character}"`, hazard)];
  });
}

/** Texts that a string type refuses, one fault each. */
export function refusedStrings(type: StringType): readonly Sample[] {
  const typical = typicalString(type);
  const candidates: Sample[] = [
    sample('empty', '', 'an empty string', 'null-empty-string'),
    sample(
      'line-feed',
      `${typical}\n`,
      'a line feed at the end, which "$" of some languages lets through',
      'regex-dollar-newline',
    ),
    sample('hash', `${typical}#x`, 'a value with "#"', 'key-delimiter-injection'),
    sample('space', `${typical} `, 'a space at the end', 'key-whitespace-trim'),
    sample('letter', `${typical}\u00e9`, 'a letter that is not ASCII', 'regex-class-unicode'),
    sample('digit', `${typical}\u0663`, 'a digit that is not ASCII', 'regex-class-unicode'),
    ...type.reserved.map((value) => sample(`reserved-${slugOf(value)}`, value, `the reserved value "${value}"`)),
  ];
  if (type.enum !== null) {
    candidates.push(
      sample('other-case', typical.toUpperCase(), 'the value in capitals', 'enum-case'),
      sample('other', 'no_such_value', 'a value that is not listed', 'enum-unknown'),
    );
  }
  if (type.maxLength !== null && type.maxLength <= 1024) {
    const length = type.maxLength + 1;
    const long = type.pattern === null ? 'x'.repeat(length) : textOfLength(type.pattern.automaton, length);
    if (long !== undefined) candidates.push(sample('too-long', long, `${length} characters`, 'str-length-unit'));
  }
  if (type.maxBytes !== undefined && type.maxBytes <= 4096 && type.pattern === null) {
    const bytes = type.maxBytes + 1;
    candidates.push(sample('too-many-bytes', textOfBytes(bytes), `${bytes} bytes`, 'str-length-unit'));
  }
  const check = stringCheck(type);
  return candidates.filter(({ value }) => typeof value === 'string' && check(value) !== undefined);
}

/** A value as part of an id. */
export function slugOf(value: string): string {
  const slug = value
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return slug === '' ? `u${value.codePointAt(0)?.toString(16) ?? '0'}` : slug;
}
