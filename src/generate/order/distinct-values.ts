import type { ScalarType, StringType } from '../../model/model.ts';
import { shortestTextWith, textOfLength } from '../../regex/explore.ts';
import { scalarCheck } from '../../scalar/scalar-check.ts';
import { numbersAround } from '../values/around.ts';
import { samplesOf, typicalValue } from '../values/samples.ts';

/** Different values of a type, as many as are easily found; the ordinary ones first. */
export function distinctValues(type: ScalarType): readonly string[] {
  const check = scalarCheck(type);
  const candidates = [typicalValue(type), ...plainValues(type), ...samplesOf(type).map(({ value }) => value)];
  const texts = candidates.filter((value) => typeof value === 'string');
  const valid = [...new Set(texts)].filter((text) => check(text) === undefined);
  const short = valid.filter((text) => text.length <= mostShown);
  return short.length > 1 ? short : valid.slice(0, mostLong);
}

/** Of values that are all long, like hashes, these are enough. */
const mostLong = 6;

/** Longer values tell a reader no more about an order. */
const mostShown = 64;

function plainValues(type: ScalarType): readonly string[] {
  switch (type.kind) {
    case 'string':
      return (
        type.enum ?? [...Array.from({ length: 26 }, (_, index) => letter(index)), ...textsOf(type), ...numbered(type)]
      );
    case 'timestamp':
    case 'binary':
      return [];
    default: {
      const bounds = [type.minimum, type.maximum].flatMap((bound) => bound ?? []);
      return type.enum ?? [...Array.from({ length: 20 }, (_, index) => `${index + 1}`), ...numbersAround(bounds)];
    }
  }
}

/** Texts that differ in a digit, where a pattern allows no more. */
function numbered({ pattern }: StringType): readonly string[] {
  if (pattern === null) return [];
  return [...'12345678'].flatMap((digit) => shortestTextWith(pattern.automaton, digit.charCodeAt(0)) ?? []);
}

function letter(index: number): string {
  return String.fromCharCode(97 + index);
}

/**
 * Texts that differ in the characters which sort before and after each other in different orders, where the pattern may not
 * let the texts through that somebody would think of.
 */
export function textsOf({ pattern, minLength }: StringType): readonly string[] {
  if (pattern === null) return [];
  const { automaton } = pattern;
  const found = [...'09AZaz-_.~'].map((character) => shortestTextWith(automaton, character.codePointAt(0) ?? 0));
  const lengths = [minLength, minLength + 1, minLength + 2].map((length) => textOfLength(automaton, length));
  return [...found, ...lengths].flatMap((text) => text ?? []);
}
