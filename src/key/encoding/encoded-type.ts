import type { Encoding, ScalarType, StringType, TimeUnit } from '../../model/model.ts';
import { anyString } from '../../model/scalar-type.ts';
import { compilePattern } from '../../regex/pattern.ts';
import { timeSources } from '../../value/time-source.ts';
import { stripped, trimmed } from './strip.ts';

/**
 * The type of the texts that values have in a key. Bounds and lengths may be wider than they are, never narrower: what
 * is not in the type is never written.
 */
export function encodedType(type: ScalarType, encodings: readonly Encoding[]): ScalarType {
  return encodings.reduce(encodedOnce, type);
}

function encodedOnce(type: ScalarType, encoding: Encoding): ScalarType {
  switch (encoding.kind) {
    case 'pad':
      return stringOf(`[0-9]{${encoding.width}}`, encoding.width);
    case 'time':
      return stringOf(timePatterns[encoding.format], null);
    case 'shard':
      return {
        kind: 'integer',
        minimum: '0',
        maximum: String(encoding.count - 1),
        enum: null,
        scale: null,
        multipleOf: null,
        storedAs: 'S',
        examples: [],
      };
    case 'sha256':
      return stringOf('[0-9a-f]{64}', 64);
    case 'lower':
    case 'upper':
      return cased(type, encoding.kind);
    case 'trim':
      return shortened(type, trimmed, `(?:${inked}(?:[\\x00-\\u{10ffff}]*${inked})?)?`);
    case 'strip':
      return shortened(type, (text) => stripped(text, encoding.characters), `[^${inClass(encoding.characters)}]*`);
    case 'percent': {
      const escaped = inClass(encoding.characters).replaceAll('\u0000', '');
      const maxLength = type.kind === 'string' && type.maxLength !== null ? type.maxLength * 12 : null;
      return stringOf(`(?:[^%\\x00-\\x1f${escaped}]|%[0-9A-F]{2})+`, maxLength);
    }
    case 'or':
      return withText(type, encoding.text);
  }
}

function cased(type: ScalarType, to: 'lower' | 'upper'): ScalarType {
  if (type.kind !== 'string') return type;
  const change = (text: string): string =>
    to === 'lower'
      ? text.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
      : text.replace(/[a-z]/g, (letter) => letter.toUpperCase());
  if (type.enum !== null) return { ...anyString, enum: [...new Set(type.enum.map(change))] };
  return { ...stringOf(to === 'lower' ? '[^A-Z]+' : '[^a-z]+', type.maxLength), minLength: type.minLength };
}

/** Texts of which something is left out, perhaps all of it. */
function shortened(type: ScalarType, change: (text: string) => string, source: string): ScalarType {
  if (type.kind !== 'string') return type;
  return type.enum === null
    ? { ...stringOf(source, type.maxLength), allowEmpty: true }
    : { ...anyString, allowEmpty: true, enum: [...new Set(type.enum.map(change))] };
}

/** A character that trimming leaves. */
const inked = '[^\\t\\n\\r ]';

/** Characters as they stand in a class of a pattern. */
function inClass(characters: string): string {
  return characters.replace(/[\\\]^-]/g, '\\$&');
}

/** A type, and one text more. */
function withText(type: ScalarType, text: string): ScalarType {
  if (type.kind === 'string' && type.enum !== null) return { ...type, enum: [...type.enum, text] };
  const literal = text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  const source = patternOf(type);
  return source === null ? { ...anyString, allowEmpty: false } : stringOf(`(?:${source})|${literal}`, null);
}

function patternOf(type: ScalarType): string | null {
  if (type.kind === 'string') return type.pattern?.source.replace(/^\^/, '').replace(/(?<!\\)\$$/, '') ?? null;
  if (type.kind === 'timestamp') {
    return type.format === 'rfc3339' ? timeSources.rfc3339 : timePatterns[type.format];
  }
  return type.kind === 'binary' ? '[A-Za-z0-9+/]+=*' : '-?[0-9.]+';
}

const timePatterns: { readonly [unit in TimeUnit]: string } = {
  ...timeSources,
  // What is cut off from a time with an offset may lie before 1970.
  'epoch-seconds': '0|-?[1-9][0-9]{0,11}',
  'epoch-milliseconds': '0|-?[1-9][0-9]{0,14}',
};

function stringOf(source: string, maxLength: number | null): StringType {
  const compiled = compilePattern(source);
  const pattern = 'automaton' in compiled ? { source, automaton: compiled.automaton } : null;
  return { ...anyString, pattern, maxLength };
}
