import fc from 'fast-check';
import type { StringType } from '../../model/model.ts';
import { arbitraryText } from './text.ts';

/** Ordinary characters first; a fifth of the texts is made of any code point but surrogates. */
const character = fc.oneof(
  { withCrossShrink: true },
  { arbitrary: fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 1 }), weight: 4 },
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
  const texts =
    pattern === null
      ? fc.string({
          unit: character.filter(isFree),
          minLength,
          ...(maxLength === null ? {} : { maxLength }),
        })
      : arbitraryText(pattern.automaton, { minLength, maxLength, without });
  return reserved.length === 0 ? texts : texts.filter((text) => !reserved.includes(text));
}
