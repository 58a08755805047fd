import type { NumberType } from '../model/model.ts';
import { compareDecimals, compareIntegers, isNormalInteger } from '../value/decimal.ts';
import type { TextCheck } from './text-check.ts';
import { Violation } from './violation.ts';

/** Checks a number in normal form against a type. */
export function numberCheck(type: NumberType): TextCheck {
  const checkBounds = boundsCheck(type);
  if (type.kind !== 'integer') return checkBounds;
  return (text) => (isNormalInteger(text) ? checkBounds(text) : notAnInteger(text));
}

function notAnInteger(text: string): Violation {
  return new Violation('number', text, 'an integer without sign, exponent or zeros in front');
}

/** The same for a number that is known to be an integer where the type wants one. */
export function boundsCheck(type: NumberType): TextCheck {
  const { kind, minimum, maximum, scale } = type;
  const divisor = type.multipleOf === null ? null : BigInt(type.multipleOf);
  const values = type.enum === null ? undefined : new Set(type.enum);
  const compare = kind === 'integer' ? compareIntegers : compareDecimals;
  return (text) => {
    if (values !== undefined) {
      return values.has(text) ? undefined : new Violation('enum', text, `one of ${[...values].join(', ')}`);
    }
    if (minimum !== null && compare(text, minimum) < 0) return new Violation('minimum', text, `at least ${minimum}`);
    if (maximum !== null && compare(text, maximum) > 0) return new Violation('maximum', text, `at most ${maximum}`);
    if (scale !== null && (text.split('.')[1]?.length ?? 0) > scale)
      return new Violation('scale', text, `at most ${scale} digits after the point`);
    if (divisor !== null && BigInt(text) % divisor !== 0n)
      return new Violation('multiple-of', text, `a multiple of ${divisor}`);
    return undefined;
  };
}
