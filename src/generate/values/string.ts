import type { StringType } from '../../model/model.ts';
import { shortestText, shortestTextWith, textOfLength } from '../../regex/explore.ts';
import { stringCheck } from '../../scalar/string-check.ts';
import { oncePer } from '../../value/remember.ts';
import { codePointLength } from '../../value/text.ts';
import { freeTexts, specialCharacters } from './characters.ts';
import { nearMisses, withIntruder } from './near-misses.ts';
import { unlistedValue } from './unlisted.ts';
import { type RefusedSample, type Sample, sample } from './value.ts';

/** Longer texts than this are not tried: items have a limit, and vectors have readers. */
export const longestTried = 4096;

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

/**
 * Values at the edges of a string type.
 *
 * @param partOfName whether keys or names of attributes are made of it. Of other texts that may be any text, special characters
 *   are tried elsewhere: in all places at once
 */
export function stringSamples(type: StringType, partOfName = false): readonly Sample[] {
  if (type.enum !== null)
    return type.enum.map((value) => sample('listed-value', slugOf(value), value, `the value "${value}"`, 'enum-case'));
  const typical = typicalString(type);
  const candidates = [
    ...type.examples
      .slice(1)
      .map((value, index) => sample('further-example', `example-${index + 2}`, value, `the example "${value}"`)),
    ...edges(type, partOfName),
    ...specials(type, partOfName),
    ...(type.pattern === null && partOfName ? freeTexts : []),
    ...(type.allowEmpty ? [sample('empty-text', 'empty', '', 'an empty string', 'null-empty-string')] : []),
    ...neighbours(type),
    ...(type.pattern !== null || partOfName ? caseVariant(typical) : []),
  ];
  const check = stringCheck(type);
  return candidates.filter(({ value }) => typeof value === 'string' && check(value) === undefined);
}

function edges(type: StringType, partOfName: boolean): readonly Sample[] {
  const { pattern, maxLength } = type;
  const shortest = pattern === null ? 'x'.repeat(Math.max(type.minLength, 1)) : shortestText(pattern.automaton);
  const samples: Sample[] =
    pattern === null && type.minLength < 2 && !partOfName
      ? []
      : [sample('shortest-text', 'shortest', shortest, `the shortest value, ${codePointLength(shortest)} long`)];
  const { maxBytes } = type;
  if (maxBytes !== undefined && pattern === null && maxBytes <= longestTried)
    samples.push(
      sample('most-bytes-of-text', 'most-bytes', textOfBytes(maxBytes), `${maxBytes} bytes`, 'str-length-unit'),
    );
  const longest = maxLength === null ? undefined : ofLength(type, maxLength);
  if (longest !== undefined)
    samples.push(
      sample('longest-text', 'longest', longest, `the longest value, ${maxLength} code points`, 'str-length-unit'),
    );
  return samples;
}

/** One character more than the shortest, and one less than the longest, where the schema bounds the length. */
function neighbours(type: StringType): readonly Sample[] {
  const { minLength, maxLength } = type;
  const longer = minLength < 2 ? undefined : ofLength(type, minLength + 1);
  const shorter = maxLength === null || maxLength < 3 ? undefined : ofLength(type, maxLength - 1);
  return [
    ...(longer === undefined
      ? []
      : [sample('one-above-shortest', 'above-shortest', longer, `${minLength + 1} code points`)]),
    ...(shorter === undefined
      ? []
      : [sample('one-below-longest', 'below-longest', shorter, `${codePointLength(shorter)} code points`)]),
  ];
}

/** A text of so many code points; without a pattern of characters that take two UTF-16 units and four bytes. */
function ofLength({ pattern, maxBytes }: StringType, length: number): string | undefined {
  if (length > longestTried) return undefined;
  return pattern === null ? textOfCharacters(length, maxBytes) : textOfLength(pattern.automaton, length);
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

function specials(type: StringType, partOfName: boolean): readonly Sample[] {
  if (type.pattern === null && !partOfName) return [];
  return specialCharacters.flatMap(([character, name, hazard]) => {
    const code = character.codePointAt(0) ?? 0;
    const text = type.pattern === null ? `a${character}b` : shortestTextWith(type.pattern.automaton, code);
    return text === undefined ? [] : [sample('special-character', name, text, `a value with "${character}"`, hazard)];
  });
}

function caseVariant(typical: string): readonly Sample[] {
  const other = typical.toUpperCase() === typical ? typical.toLowerCase() : typical.toUpperCase();
  if (other === typical) return [];
  return [sample('case-variant', 'other-case', other, 'the ordinary value in another case', 'key-library-lowercases')];
}

/** Texts that a string type refuses, one fault each. Asked for wherever there is a value of the type. */
export const refusedStrings: (type: StringType) => readonly RefusedSample[] = oncePer(findRefused);

function findRefused(type: StringType): readonly RefusedSample[] {
  const typical = typicalString(type);
  const miss = type.enum === null ? 'pattern-miss' : 'unlisted-value';
  const letter = withIntruder(type, typical, '\u00e9', /[A-Za-z]/);
  const digit = withIntruder(type, typical, '\u0663', /[0-9]/);
  const candidates: RefusedSample[] = [
    sample('empty-text-refused', 'empty', '', 'an empty string', 'null-empty-string'),
    sample(
      'trailing-line-feed',
      'line-feed',
      `${typical}\n`,
      'a line feed at the end, which "$" of some languages lets through',
      'regex-dollar-newline',
    ),
    sample(miss, 'hash', `${typical}#x`, 'a value with "#"', 'key-delimiter-injection'),
    sample(miss, 'space', `${typical} `, 'a space at the end', 'key-whitespace-trim'),
    sample(miss, 'letter', letter, 'a letter that is not ASCII', 'regex-class-unicode'),
    sample(miss, 'digit', digit, 'a digit that is not ASCII', 'regex-class-unicode'),
    ...type.reserved.map((value) =>
      sample('reserved-value', `reserved-${slugOf(value)}`, value, `the reserved value "${value}"`),
    ),
  ];
  if (type.enum !== null) {
    candidates.push(
      sample('listed-value-in-capitals', 'other-case', typical.toUpperCase(), 'the value in capitals', 'enum-case'),
      sample('unlisted-value', 'other', unlistedValue(type.enum), 'a value that is not listed', 'enum-unknown'),
    );
  }
  if (type.enum === null && type.minLength > 1) {
    const length = type.minLength - 1;
    const short = type.pattern === null ? 'x'.repeat(length) : textOfLength(type.pattern.automaton, length);
    if (short !== undefined)
      candidates.push(sample('text-too-short', 'too-short', short, `${length} characters`, 'str-length-unit'));
  }
  if (type.maxLength !== null && type.maxLength <= longestTried) {
    const length = type.maxLength + 1;
    const long = type.pattern === null ? 'x'.repeat(length) : textOfLength(type.pattern.automaton, length);
    if (long !== undefined)
      candidates.push(sample('text-too-long', 'too-long', long, `${length} characters`, 'str-length-unit'));
  }
  if (type.maxBytes !== undefined && type.maxBytes <= longestTried && type.pattern === null) {
    const bytes = type.maxBytes + 1;
    candidates.push(
      sample('too-many-bytes-of-text', 'too-many-bytes', textOfBytes(bytes), `${bytes} bytes`, 'str-length-unit'),
    );
  }
  const check = stringCheck(type);
  return [...candidates, ...nearMisses(type, typical)].filter(
    ({ value }) => typeof value === 'string' && check(value) !== undefined,
  );
}

/** A value as part of an id. */
export function slugOf(value: string): string {
  const slug = value
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return slug === '' ? `u${value.codePointAt(0)?.toString(16) ?? '0'}` : slug;
}
