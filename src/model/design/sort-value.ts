import {
  concatenate,
  intersect,
  type Language,
  languageOfPattern,
  languageOfText,
  startingWith,
  textsWithout,
  witness,
} from '../../regex/language.ts';
import { compareDecimals, normalizeDecimal } from '../../value/decimal.ts';
import { compareUtf8 } from '../../value/text.ts';
import { typeOfComponent } from '../component-types.ts';
import type { KeyPattern, KeyToken, RecordType } from '../model.ts';
import type { SortOperator } from './sort-condition.ts';

/** A record type, and the pattern of its sort key. */
export type SortKey = { readonly recordType: RecordType; readonly pattern: KeyPattern };

/** The text of a pattern without components; `undefined` for one with some. */
export function literalOf({ tokens }: KeyPattern): string | undefined {
  return tokens.every((token) => token.kind === 'literal') ? startOf({ tokens }) : undefined;
}

/**
 * Whether values of the components can make a sort key what a condition asks for, as far as its text goes. Components
 * that are encoded, or are no text with a pattern, are taken for any text without the character that ends them.
 */
export function canBeBuilt(wanted: KeyPattern, operator: SortOperator, { recordType, pattern }: SortKey): boolean {
  const whole = operator === 'equals' && literalOf(wanted) !== undefined;
  if (operator !== 'begins_with' && !whole) return true;
  const text = startOf(wanted);
  if (text === '') return true;
  const asked = languageOfText(text);
  const [first, ...rest] = pattern.tokens.map((token) => languageOfToken(token, recordType));
  if (first === undefined) return true;
  const keys = rest.reduce(concatenate, first);
  return witness(intersect(keys, whole ? asked : startingWith(asked))) !== undefined;
}

/** Whether the first of two bounds is above the second, as DynamoDB compares them, so that nothing is between them. */
export function isReversed(low: string, high: string, type: 'S' | 'N' | 'B'): boolean {
  if (type === 'B') return false;
  const [from, to] = [normalizeDecimal(low), normalizeDecimal(high)];
  if (type === 'S') return compareUtf8(low, high) > 0;
  return from !== undefined && to !== undefined && compareDecimals(from, to) > 0;
}

/** The text before the first component. */
function startOf({ tokens }: Pick<KeyPattern, 'tokens'>): string {
  const end = tokens.findIndex((token) => token.kind === 'component');
  const literals = end < 0 ? tokens : tokens.slice(0, end);
  return literals.map((token) => (token.kind === 'literal' ? token.text : '')).join('');
}

function languageOfToken(token: KeyToken, recordType: RecordType): Language {
  if (token.kind === 'literal') return languageOfText(token.text);
  const type = typeOfComponent(recordType, token.name);
  const free = textsWithout(token.until);
  if (token.encodings.length > 0 || type?.kind !== 'string' || type.pattern === null) return free;
  return intersect(languageOfPattern(type.pattern.source), free);
}
