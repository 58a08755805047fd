import { parsedName } from '../key/parse.ts';
import type { ScalarType } from '../model/model.ts';
import { automatonOfTexts, type Chain, chainOf, type Link } from '../regex/chain.ts';
import { canContain } from '../regex/explore.ts';
import {
  concatenate,
  intersect,
  type Language,
  languageOfText,
  languageOfTexts,
  textsWithout,
} from '../regex/language.ts';
import type { TypedPattern } from './apart.ts';
import { needsPreimage, writtenValues } from './preimage.ts';
import { languageOfType, walkableOfType } from './type-language.ts';
import { type ComponentToken, tokenWriter } from './types.ts';

/**
 * The texts that a key pattern can build. Lengths and bounds are left out, which makes the language larger than it is:
 * what it does not contain can certainly not be built, and what it does contain is tried before anything is said.
 *
 * @param fixed the components whose value is already known
 * @param shown whether components that hide their value have only texts of which a value is known, and not too many of them: then
 *   the language may be smaller than it is
 */
export function languageOfKey(
  { tokens, typeOf, valueTypeOf }: TypedPattern,
  fixed: ReadonlyMap<string, string> = new Map(),
  shown = false,
): Language {
  return tokens
    .map((token) => {
      if (token.kind === 'literal') return languageOfText(token.text);
      const text = fixedText(token, fixed, valueTypeOf);
      if (text !== undefined) return languageOfText(text);
      if (shown && needsPreimage(token))
        return languageOfTexts([...writtenValues(token, valueTypeOf(token.name)).keys()].slice(0, mostWritten));
      const type = typeOf(token);
      // Most types cannot contain the character that ends the component, and need no intersection.
      return mayContain(type, token.until)
        ? intersect(languageOfType(type), textsWithout(token.until))
        : languageOfType(type);
    })
    .reduce(concatenate, languageOfText(''));
}

/**
 * The same language, to be walked: much cheaper, where only whether it has a text in common with another one matters.
 *
 * @param fixed the components whose value is already known
 */
export function chainOfKey({ tokens, typeOf, valueTypeOf }: TypedPattern, fixed: ReadonlyMap<string, string>): Chain {
  return chainOf(
    tokens.flatMap((token): readonly Link[] => {
      const text = token.kind === 'literal' ? token.text : fixedText(token, fixed, valueTypeOf);
      if (text === '') return [];
      if (token.kind === 'literal' || text !== undefined)
        return [{ automaton: automatonOfTexts([text ?? '']), without: null }];
      return [{ automaton: walkableOfType(typeOf(token)), without: token.until }];
    }),
  );
}

/** So many texts of a component are looked at: more than there are shards, and not too many for hashes. */
const mostWritten = 64;

/** What a component looks like in a key when its value is known, or its text, as a parser reports them. */
export function fixedText(
  token: ComponentToken,
  fixed: ReadonlyMap<string, string>,
  valueTypeOf: (name: string) => ScalarType,
): string | undefined {
  const name = parsedName(token);
  const text = name === token.name ? undefined : fixed.get(name);
  const value = fixed.get(token.name);
  return text ?? (value === undefined ? undefined : tokenWriter(token, valueTypeOf(token.name))(value));
}

/** Whether the language of a type has to be cut where a component ends: it has the character, or the empty text. */
function mayContain(type: ScalarType, until: string | null): boolean {
  if (type.kind !== 'string') return until !== null && /[-0-9:.TZ+]/.test(until);
  if (type.enum !== null) return type.enum.some((value) => value === '' || (until !== null && value.includes(until)));
  if (type.pattern === null || type.pattern.automaton.accepting[0] === true) return true;
  return until !== null && canContain(type.pattern.automaton, until.codePointAt(0) ?? 0);
}
