import type { ScalarType } from '../model/model.ts';
import { areDisjoint, type Chain } from '../regex/chain.ts';
import { TooManyStates } from '../regex/determinise.ts';
import { intersect, type Language, startingWith, witness, witnesses } from '../regex/language.ts';
import { oncePer } from '../value/remember.ts';
import type { TypedPattern } from './apart.ts';
import { chainOfKey, fixedText, languageOfKey } from './pattern-language.ts';
import { needsPreimage } from './preimage.ts';
import { typeDigest } from './types.ts';

/**
 * The languages of the patterns of one schema. Patterns repeat, and automata are dear: each language is made once, and
 * two of them are intersected once.
 */
export type Languages = {
  /** A shortest text of both patterns, or `undefined`. `fixed` holds the components whose value is known, for each. */
  readonly shared: (left: TypedPattern, right: TypedPattern, fixed?: readonly [Fixed, Fixed]) => string | undefined;
  /** Texts of both patterns to be tried where the shortest one turned out to be none. */
  readonly others: Others;
  /** Texts of both patterns for which a value of each component is known, also where the key hides it. */
  readonly shown: Others;
  /** A shortest text of `right` that starts with a text of `left`. */
  readonly extension: (left: TypedPattern, right: TypedPattern, fixed?: readonly [Fixed, Fixed]) => string | undefined;
  /** Patterns of which nothing was found because their automata are too large. */
  readonly notCompared: () => readonly (readonly [TypedPattern, TypedPattern])[];
  /** How many automata were intersected so far. */
  readonly intersections: () => number;
};

/** @param open whether the texts are those of `right` that start with a text of `left` */
type Others = (
  left: TypedPattern,
  right: TypedPattern,
  fixed: readonly [Fixed, Fixed],
  open?: boolean,
) => readonly string[];

export type Fixed = ReadonlyMap<string, string>;

const nothing: Fixed = new Map();

/** So many more texts are tried before two patterns count as apart. */
const mostOthers = 200;

export function createLanguages(): Languages {
  const languages = new Map<string, Language>();
  const chains = new Map<string, Chain>();
  const texts = new Map<string, string | undefined>();
  const types = new Map<string, number>();
  const notCompared: (readonly [TypedPattern, TypedPattern])[] = [];
  let intersections = 0;

  /** A text that is the same for two patterns when their texts are. */
  const digestOf = (pattern: TypedPattern, fixed: Fixed): string =>
    fixed.size === 0 ? digestOfFree(pattern) : digestOfFixed(pattern, fixed);

  const digestOfFixed = ({ tokens, typeOf, valueTypeOf }: TypedPattern, fixed: Fixed): string =>
    JSON.stringify(
      tokens.map((token) => {
        if (token.kind === 'literal') return token.text;
        const text = fixedText(token, fixed, valueTypeOf);
        return text === undefined ? [token.until, numberOf(typeOf(token))] : [text];
      }),
    );

  const digestOfFree = oncePer((pattern: TypedPattern) => digestOfFixed(pattern, nothing));

  /** Types with the same values have the same number. */
  const numberOf = (type: ScalarType): number => {
    const digest = typeDigest(type);
    const number = types.get(digest) ?? types.size;
    types.set(digest, number);
    return number;
  };

  const unlessTooLarge = <Found>(left: TypedPattern, right: TypedPattern, find: () => Found): Found | undefined => {
    try {
      return find();
    } catch (error) {
      if (!(error instanceof TooManyStates)) throw error;
      notCompared.push([left, right]);
      return undefined;
    }
  };

  const languageOf = (pattern: TypedPattern, fixed: Fixed, digest: string): Language => {
    const language = languages.get(digest) ?? languageOfKey(pattern, fixed);
    languages.set(digest, language);
    return language;
  };

  const chainIn = (pattern: TypedPattern, fixed: Fixed, digest: string): Chain => {
    const chain = chains.get(digest) ?? chainOfKey(pattern, fixed);
    chains.set(digest, chain);
    return chain;
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
    intersections++;
    const text = unlessTooLarge(left, right, () => {
      // Most have no text in common, which takes no automaton to find out.
      if (areDisjoint(chainIn(left, ofLeft, a), chainIn(right, ofRight, b), open)) return undefined;
      const [first, second] = [languageOf(left, ofLeft, a), languageOf(right, ofRight, b)];
      return witness(intersect(open ? startingWith(first) : first, second));
    });
    texts.set(pair, text);
    return text;
  };

  const others: Languages['others'] = (left, right, [ofLeft, ofRight], open = false) => {
    const [a, b] = [digestOf(left, ofLeft), digestOf(right, ofRight)];
    intersections++;
    const common = unlessTooLarge(left, right, () => {
      const [first, second] = [languageOf(left, ofLeft, a), languageOf(right, ofRight, b)];
      return witnesses(intersect(open ? startingWith(first) : first, second), mostOthers);
    });
    return [...boundsOf(left), ...boundsOf(right), ...(common ?? [])];
  };

  const shown: Languages['shown'] = (left, right, [ofLeft, ofRight], open = false) => {
    if (![left, right].some(({ tokens }) => tokens.some((token) => token.kind === 'component' && needsPreimage(token))))
      return [];
    intersections++;
    const common = unlessTooLarge(left, right, () => {
      const first = languageOfKey(left, ofLeft, true);
      const both = intersect(open ? startingWith(first) : first, languageOfKey(right, ofRight, true));
      // Of texts as long as a hash no others may be found.
      return [witness(both) ?? [], witnesses(both, mostOthers)].flat();
    });
    return common ?? [];
  };

  return {
    others,
    shown,
    shared: (left, right, fixed) => find(left, right, false, fixed),
    extension: (left, right, fixed) => find(left, right, true, fixed),
    notCompared: () => notCompared,
    intersections: () => intersections,
  };
}

/** The language of a number knows nothing of its bounds, which is where two ranges may touch. */
function boundsOf({ tokens, typeOf }: TypedPattern): readonly string[] {
  const [token] = tokens;
  const type = tokens.length === 1 && token?.kind === 'component' ? typeOf(token) : undefined;
  if (type?.kind !== 'integer' && type?.kind !== 'decimal') return [];
  return [type.minimum, type.maximum, ...(type.enum ?? [])].filter((each) => each !== null);
}
