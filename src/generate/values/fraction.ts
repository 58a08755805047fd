import type { NumberType } from '../../model/model.ts';
import { boundsCheck } from '../../scalar/number-check.ts';
import { normalizeDecimal } from '../../value/decimal.ts';
import { textOf, unitsOf } from './around.ts';

/**
 * A number between the bounds of a type with exactly so many digits after its point: as near to the smallest number as can be,
 * or to zero, or to the largest.
 *
 * @param digits at least 1
 * @returns `undefined` where there is none among these
 */
export function numberWithFraction(type: NumberType, digits: number): string | undefined {
  const check = boundsCheck({ ...type, enum: null, scale: null, multipleOf: null });
  const from = (bound: string | null, by: bigint): readonly string[] => {
    if (bound === null || fractionDigits(bound) > digits) return [];
    return [textOf(unitsOf(bound, digits) + by, digits)];
  };
  const candidates = [...from(type.minimum, 1n), ...from('0', 1n), ...from(type.maximum, -1n)];
  // A number in another spelling, or of more digits than numbers have, would be something else as well.
  return candidates.find(
    (text) => normalizeDecimal(text) === text && fractionDigits(text) === digits && check(text) === undefined,
  );
}

/** How many digits a number has after its point. */
export function fractionDigits(text: string): number {
  return text.split('.')[1]?.length ?? 0;
}
