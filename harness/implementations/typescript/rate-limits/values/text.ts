import { InvalidValue } from './invalid-value.ts';
import type { ValueCodec } from './value-codec.ts';

export interface TextRules {
  /** Anchored at both ends. */
  readonly pattern?: RegExp;
  readonly maxLength?: number;
  readonly reserved?: readonly string[];
  readonly allowEmpty?: boolean;
}

export interface TextCodec extends ValueCodec<string> {
  /** Whether a text is in the domain. */
  accepts(text: string): boolean;
}

export function text(rules: TextRules = {}): TextCodec {
  const check = (value: unknown, path: string): string => {
    if (typeof value !== 'string') throw new InvalidValue(path, 'must be a string');
    const problem = problemOf(value, rules);
    if (problem !== undefined) throw new InvalidValue(path, problem);
    return value;
  };
  return {
    accepts: (value) => problemOf(value, rules) === undefined,
    fromRecord: check,
    toRecord: (value) => value,
    fromAttribute: check,
    toAttribute: (value) => value,
  };
}

/** One of a few words. */
export function oneOf<Word extends string>(...words: readonly Word[]): ValueCodec<Word> {
  const check = (value: unknown, path: string): Word => {
    const word = words.find((candidate) => candidate === value);
    if (word === undefined) throw new InvalidValue(path, `must be one of ${words.join(', ')}`);
    return word;
  };
  return { fromRecord: check, toRecord: (word) => word, fromAttribute: check, toAttribute: (word) => word };
}

function problemOf(value: string, rules: TextRules): string | undefined {
  if (value === '' && rules.allowEmpty !== true) return 'must not be empty';
  if (rules.maxLength !== undefined && isLongerThan(value, rules.maxLength)) {
    return `must have at most ${rules.maxLength} characters`;
  }
  if (rules.pattern?.test(value) === false) return `must match ${rules.pattern.source}`;
  if (rules.reserved?.includes(value)) return 'is reserved';
  // It has no UTF-8 form, so it would come back as another text.
  if (loneSurrogate.test(value)) return 'must be valid Unicode';
  return undefined;
}

const loneSurrogate = /\p{Surrogate}/u;

/** Lengths count code points, of which a string has at least half as many as UTF-16 units. */
function isLongerThan(value: string, maximum: number): boolean {
  if (value.length <= maximum) return false;
  return value.length > 2 * maximum || [...value].length > maximum;
}
