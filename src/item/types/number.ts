import type { NumberType } from '../../model/model.ts';
import { boundsCheck, numberCheck } from '../../scalar/number-check.ts';
import { Violation } from '../../scalar/violation.ts';
import { expectedNumber, isNormalInteger, maximumDigits, normalizeDecimal } from '../../value/decimal.ts';
import type { ValueCodec } from '../value-codec.ts';

export function numberCodec(type: NumberType): ValueCodec {
  const check = numberCheck(type);
  const { kind, storedAs } = type;
  const checkBounds = boundsCheck(type);
  const readNumber = (text: string): string | Violation => {
    // Most numbers are short integers, and looked at once.
    if (text.length <= maximumDigits && isNormalInteger(text)) return checkBounds(text) ?? text;
    const normal = normalizeDecimal(text);
    if (normal === undefined) return new Violation('number', text, expectedNumber(text));
    return check(normal) ?? normal;
  };
  // Text is compared as text, so only one way to write a number is right.
  const readText = (text: string): string | Violation =>
    normalizeDecimal(text) === text
      ? (check(text) ?? text)
      : new Violation('number', text, 'a number of at most 38 digits in normal form');
  return {
    scalar: storedAs === 'S' ? { tag: 'S', read: readText } : { tag: 'N', read: readNumber },
    write: (value) => {
      if (typeof value !== 'string') return new Violation('type', value, 'a number as text, in quotes');
      // An integer has one text only; a fraction may be written in many ways, as DynamoDB itself allows.
      const normal = kind === 'integer' ? value : normalizeDecimal(value);
      if (normal === undefined) return new Violation('number', value, expectedNumber(value));
      return check(normal) ?? (storedAs === 'N' ? { N: normal } : { S: normal });
    },
    read: (value) => {
      if (storedAs === 'S')
        return 'S' in value ? readText(value.S) : new Violation('type', value, 'type S, with a number in it');
      return 'N' in value ? readNumber(value.N) : new Violation('type', value, 'type N');
    },
  };
}
