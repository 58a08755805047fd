import { normalizeDecimal } from '../value/decimal.ts';

const stringOrNumber = /"(?:[^"\\]|\\.)*"|-?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/g;

/**
 * The first number of a JSON text that would be another one after it is read and written again, with its offset. Vectors
 * hold numbers as text; those that are none are there to be refused, and must still be the same afterwards.
 */
export function findLossyNumber(text: string): { readonly number: string; readonly offset: number } | undefined {
  for (const { 0: token, index } of text.matchAll(stringOrNumber)) {
    if (token.startsWith('"')) continue;
    const written = JSON.stringify(JSON.parse(token));
    if (written === token) continue;
    const [before, after] = [normalizeDecimal(token), normalizeDecimal(written)];
    if (before === undefined || before !== after) return { number: token, offset: index };
  }
  return undefined;
}
