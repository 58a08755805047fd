import { type AttributeValue, tagsOf } from '../value/attribute-value.ts';
import { normalizeDecimal } from '../value/decimal.ts';
import { isTagged } from './tagged.ts';

/** Whether an item has the key that its record gives: the same type, and the same text or number. */
export function isSameKey(expected: AttributeValue | undefined, found: unknown): boolean {
  if (expected === undefined || found === undefined) return expected === found;
  if (!isTagged(found)) return false;
  if ('N' in expected) return 'N' in found && normalizeDecimal(found.N) === normalizeDecimal(expected.N);
  return 'S' in expected ? 'S' in found && found.S === expected.S : 'B' in found && found.B === scalarText(expected);
}

/** The text of a string, number or binary value. */
export function scalarText(value: AttributeValue | undefined): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { S, N, B } = tagsOf(value);
  return S ?? N ?? B;
}
