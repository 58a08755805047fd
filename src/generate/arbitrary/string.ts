import fc from 'fast-check';
import type { StringType } from '../../model/model.ts';
import { utf8Length } from '../../value/text.ts';
import { arbitraryText } from './text.ts';

const ascii = fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 1 });

/** Ordinary characters first; a fifth of the texts is made of any code point but surrogates. */
const character = fc.oneof(
  { withCrossShrink: true },
  { arbitrary: ascii, weight: 4 },
  { arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }), weight: 1 },
);

/**
 * The values of a string type.
 *
 * @param without characters that must not occur, because they end the value where it stands in a key
 */
export function arbitraryString(type: StringType, without = ''): fc.Arbitrary<string> {
  const { allowEmpty, maxLength, pattern, reserved } = type;
  const isFree = (text: string): boolean => [...without].every((each) => !text.includes(each));
  if (type.enum !== null) {
    const values = type.enum.filter((value) => isFree(value) && (allowEmpty || value !== ''));
    if (values.length === 0) throw new TypeError('no listed value can stand where it should');
    return fc.constantFrom(...values);
  }
  const minLength = Math.max(type.minLength, allowEmpty ? 0 : 1);
  const all =
    pattern === null
      ? freeText(type, minLength, isFree)
      : arbitraryText(pattern.automaton, { minLength, maxLength, without });
  const { maxBytes } = type;
  const texts = maxBytes === undefined || pattern === null ? all : all.filter((text) => utf8Length(text) <= maxBytes);
  return reserved.length === 0 ? texts : texts.filter((text) => !reserved.includes(text));
}

/** Characters of up to four bytes, where there is room for as many as there must be; else of one. */
function freeText(
  { maxLength, maxBytes }: StringType,
  minLength: number,
  isFree: (text: string) => boolean,
): fc.Arbitrary<string> {
  const room = maxBytes === undefined ? maxLength : Math.min(Math.floor(maxBytes / 4), maxLength ?? maxBytes);
  const isRoomy = room === null || room >= minLength;
  const most = isRoomy ? room : maxLength;
  return fc.string({
    unit: (isRoomy ? character : ascii).filter(isFree),
    minLength,
    ...(most === null ? {} : { maxLength: most }),
  });
}
