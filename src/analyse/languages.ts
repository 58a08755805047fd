import { intersect, type Language, startingWith, witness } from '../regex/language.ts';
import type { TypedPattern } from './apart.ts';
import { fixedText, languageOfKey } from './pattern-language.ts';
import { typeDigest } from './types.ts';

/**
 * The languages of the patterns of one schema. Patterns repeat, and automata are dear: each language is made once, and
 * two of them are intersected once.
 */
export type Languages = {
  /** A shortest text of both patterns, or `undefined`. `fixed` holds the components whose value is known, for each. */
  readonly shared: (left: TypedPattern, right: TypedPattern, fixed?: readonly [Fixed, Fixed]) => string | undefined;
  /** A shortest text of `right` that starts with a text of `left`. */
  readonly extension: (left: TypedPattern, right: TypedPattern, fixed?: readonly [Fixed, Fixed]) => string | undefined;
  /** How many automata were intersected so far. */
  readonly intersections: () => number;
};

export type Fixed = ReadonlyMap<string, string>;

const nothing: Fixed = new Map();

export function createLanguages(): Languages {
  const languages = new Map<string, Language>();
  const texts = new Map<string, string | undefined>();
  let intersections = 0;

  const languageOf = (pattern: TypedPattern, fixed: Fixed, digest: string): Language => {
    const language = languages.get(digest) ?? languageOfKey(pattern, fixed);
    languages.set(digest, language);
    return language;
  };

  const find = (
    left: TypedPattern,
    right: TypedPattern,
    open: boolean,
    [ofLeft, ofRight]: readonly [Fixed, Fixed] = [nothing, nothing],
  ): string | undefined => {
    const [a, b] = [digestOf(left, ofLeft), digestOf(right, ofRight)];
    const pair = `${open ? 'open' : 'closed'} ${a} ${b}`;
    if (texts.has(pair)) return texts.get(pair);
    const [first, second] = [languageOf(left, ofLeft, a), languageOf(right, ofRight, b)];
    intersections++;
    const text = witness(intersect(open ? startingWith(first) : first, second));
    texts.set(pair, text);
    return text;
  };

  return {
    shared: (left, right, fixed) => find(left, right, false, fixed),
    extension: (left, right, fixed) => find(left, right, true, fixed),
    intersections: () => intersections,
  };
}

function digestOf({ tokens, typeOf, valueTypeOf }: TypedPattern, fixed: Fixed): string {
  return JSON.stringify(
    tokens.map((token) => {
      if (token.kind === 'literal') return token.text;
      const text = fixedText(token, fixed, valueTypeOf);
      return text === undefined ? [token.until, typeDigest(typeOf(token))] : [text];
    }),
  );
}
