import { encodeComponent } from '../key/encoding/encode.ts';
import { encodedType } from '../key/encoding/encoded-type.ts';
import type { ComponentToken, KeyPattern, ScalarType } from '../model/model.ts';
import {
  concatenate,
  intersect,
  type Language,
  languageOfPattern,
  languageOfText,
  textsWithout,
} from '../regex/language.ts';
import { Violation } from '../scalar/violation.ts';
import type { TimestampFormat } from '../value/timestamp.ts';

/** What timestamps look like. Days that do not exist are in it; a witness is checked before it is shown. */
const timestampSources: { readonly [format in TimestampFormat]: string } = {
  'iso-seconds': '[0-9]{4}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z',
  rfc3339:
    '[0-9]{4}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9](?:\\.[0-9]{1,9})?(?:Z|[+\\-][0-2][0-9]:[0-5][0-9])',
  'iso-milliseconds': '[0-9]{4}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]\\.[0-9]{3}Z',
  'iso-microseconds': '[0-9]{4}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]\\.[0-9]{6}Z',
  date: '[0-9]{4}-[01][0-9]-[0-3][0-9]',
  month: '[0-9]{4}-[01][0-9]',
  'epoch-seconds': '0|[1-9][0-9]*',
  'epoch-milliseconds': '0|[1-9][0-9]*',
};

/**
 * The texts that a key pattern can build. Lengths and bounds are left out, which makes the language larger than it is:
 * what it does not contain can certainly not be built, and what it does contain is tried before anything is said.
 *
 * @param fixed the components whose value is already known
 */
export function languageOfKey(
  pattern: KeyPattern,
  typeOf: (name: string) => ScalarType,
  fixed: ReadonlyMap<string, string> = new Map(),
): Language {
  return pattern.tokens
    .map((token) => {
      if (token.kind === 'literal') return languageOfText(token.text);
      const value = fixed.get(token.name);
      return value === undefined
        ? intersect(languageOfType(encodedType(typeOf(token.name), token.encodings)), textsWithout(token.until))
        : languageOfText(fixedText(value, token, typeOf));
    })
    .reduce(concatenate, languageOfText(''));
}

function fixedText(value: string, token: ComponentToken, typeOf: (name: string) => ScalarType): string {
  const text = encodeComponent(value, token.encodings, typeOf(token.name));
  return text instanceof Violation ? value : text;
}

/** The texts that values of a type have in a record, which is how they stand in a key. */
export function languageOfType(type: ScalarType): Language {
  switch (type.kind) {
    case 'timestamp':
      return languageOfPattern(timestampSources[type.format]);
    case 'binary':
      return languageOfPattern('[A-Za-z0-9+\\/]+=*');
    case 'string':
      if (type.enum !== null) return languageOfPattern(type.enum.map(escapePattern).join('|'));
      return type.pattern === null ? textsWithout(null) : languageOfPattern(type.pattern.source);
    default:
      return languageOfPattern(type.enum === null ? '0|-?[1-9][0-9]*' : type.enum.map(escapePattern).join('|'));
  }
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, (character) => (character === '-' ? '\\x2d' : `\\${character}`));
}
