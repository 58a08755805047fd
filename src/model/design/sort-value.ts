import { anyText, areDisjoint, automatonOfTexts, chainOf, type Link } from '../../regex/chain.ts';
import { compareDecimals, normalizeDecimal } from '../../value/decimal.ts';
import { compareUtf8 } from '../../value/text.ts';
import { typeOfComponent } from '../component-types.ts';
import { neverHas } from '../consistency/admits.ts';
import type { KeyPattern, KeyToken, RecordType, ValueType } from '../model.ts';
import type { SortOperator } from './sort-condition.ts';
import { textsInKey } from './texts-in-key.ts';

/** A record type, and the pattern of its sort key. */
export type SortKey = {
  readonly recordType: RecordType;
  readonly pattern: KeyPattern;
  /** What DynamoDB stores in it. */
  readonly stored: 'S' | 'N' | 'B';
};

/** The types of what a caller gives, by name. */
export type ParameterTypes = ReadonlyMap<string, ValueType>;

/** The text of a pattern without components; `undefined` for one with some. */
export function literalOf({ tokens }: KeyPattern): string | undefined {
  const texts = tokens.map((token) => (token.kind === 'literal' ? token.text : undefined));
  return texts.every((text) => text !== undefined) ? texts.join('') : undefined;
}

/**
 * Whether values of the components and parameters can make a sort key what a condition asks for. Of text, lengths and
 * bounds are left out, and so is what is below or above it; of bytes nothing is known.
 *
 * @param parameters the types of what a caller gives, by name
 */
export function canBeBuilt(
  wanted: KeyPattern,
  operator: SortOperator,
  key: SortKey,
  parameters: ParameterTypes,
): boolean {
  if (key.stored === 'N') return isInReach(wanted, operator, key);
  if ((operator !== 'begins_with' && operator !== 'equals') || key.stored === 'B') return true;
  const built = chainOf(key.pattern.tokens.map((token) => linkOf(token, typeIn(key, token))));
  const asked = chainOf(wanted.tokens.map((token) => askedLink(token, key, parameters)));
  return !areDisjoint(asked, built, operator === 'begins_with');
}

/** Whether some number of the component that is the whole key is what, or on the side of what, a condition writes out. */
function isInReach(wanted: KeyPattern, operator: SortOperator, key: SortKey): boolean {
  const number = normalizeDecimal(literalOf(wanted) ?? '');
  const [token, more] = key.pattern.tokens;
  const type = token === undefined || more !== undefined ? undefined : typeIn(key, token);
  if (number === undefined || (type?.kind !== 'integer' && type?.kind !== 'decimal')) return true;
  const beyond = type.maximum === null ? -1 : compareDecimals(number, type.maximum);
  const below = type.minimum === null ? 1 : compareDecimals(number, type.minimum);
  switch (operator) {
    case 'equals':
      return neverHas(type, number) === undefined;
    case 'at_least':
      return beyond <= 0;
    case 'greater_than':
      return beyond < 0;
    case 'at_most':
      return below >= 0;
    case 'less_than':
      return below > 0;
    default:
      return true;
  }
}

/** Whether the first of two bounds is above the second, as DynamoDB compares them, so that nothing is between them. */
export function isReversed(low: string, high: string, type: 'S' | 'N' | 'B'): boolean {
  if (type === 'B') return false;
  const [from, to] = [normalizeDecimal(low), normalizeDecimal(high)];
  if (type === 'S') return compareUtf8(low, high) > 0;
  return from !== undefined && to !== undefined && compareDecimals(from, to) > 0;
}

function linkOf(token: KeyToken, type: ValueType | undefined): Link {
  return token.kind === 'literal'
    ? { automaton: automatonOfTexts([token.text]), without: null }
    : { automaton: textsInKey(type, token.encodings), without: token.until };
}

/** A name in a condition is that of a parameter, or of a component of the key, which it then stands for as it is written there. */
function askedLink(token: KeyToken, key: SortKey, parameters: ParameterTypes): Link {
  if (token.kind === 'literal') return linkOf(token, undefined);
  const own = key.pattern.tokens.filter((each) => each.kind === 'component').filter(({ name }) => name === token.name);
  const [only, more] = own;
  const parameter = parameters.get(token.name);
  if (parameter !== undefined && only === undefined) {
    // Whoever gives a value may give it as the key has it.
    const asItIs = key.pattern.tokens.every((each) => each.kind === 'literal' || each.encodings.length === 0);
    const exact = asItIs || token.encodings.length > 0;
    return { automaton: exact ? textsInKey(parameter, token.encodings) : anyText, without: null };
  }
  if (only === undefined || more !== undefined) return { automaton: anyText, without: null };
  const encodings = token.encodings.length > 0 ? token.encodings : only.encodings;
  return { automaton: textsInKey(parameter ?? typeIn(key, token), encodings), without: null };
}

function typeIn({ recordType }: SortKey, token: KeyToken): ValueType | undefined {
  return token.kind === 'literal' ? undefined : typeOfComponent(recordType, token.name);
}
