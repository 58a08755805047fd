import { NumberValueImpl } from '@aws-sdk/util-dynamodb';
import { InvalidValue } from './invalid-value.ts';
import { normalNumber } from './number-text.ts';
import { mapped, type ValueCodec } from './value-codec.ts';

const canonicalInteger = /^(?:0|-?[1-9][0-9]*)$/;
const mostDigits = 20;

/** An integer of up to 64 bits, exact all the way: a JavaScript number would round it. */
export function wideInteger(minimum: bigint, maximum: bigint): ValueCodec<bigint> {
  const parse = (digits: string | undefined, path: string): bigint => {
    if (digits === undefined || digits.length > mostDigits || !canonicalInteger.test(digits)) {
      throw new InvalidValue(path, 'must be an integer in plain decimal digits');
    }
    const value = BigInt(digits);
    if (value < minimum || value > maximum) throw new InvalidValue(path, `must be in ${minimum} to ${maximum}`);
    return value;
  };
  return {
    fromRecord(json, path) {
      if (typeof json !== 'string') throw new InvalidValue(path, 'must be an integer as text');
      return parse(json, path);
    },
    toRecord: (value) => value.toString(),
    fromAttribute(attribute, path) {
      if (!(attribute instanceof NumberValueImpl)) throw new InvalidValue(path, 'must be a number');
      return parse(normalNumber(attribute.toString()), path);
    },
    toAttribute: (value) => value,
  };
}

/** An integer that a JavaScript number holds exactly. */
export function integer(minimum: number, maximum: number): ValueCodec<number> {
  return mapped(wideInteger(BigInt(minimum), BigInt(maximum)), Number, BigInt);
}
