import { base64Length, isBase64 } from '../../value/base64.ts';
import { isNormalInteger, normalizeDecimal } from '../../value/decimal.ts';
import { neverHas, numberProblem } from '../consistency/admits.ts';
import type { BinaryType, ValueType } from '../model.ts';

/**
 * Why a text is no value of a type that has no parts, as the end of a sentence; `undefined` where it is one.
 *
 * @param text a number in normal form, where it has one
 */
export function scalarProblem(type: ValueType, text: string): string | undefined {
  if (type.kind === 'integer' || type.kind === 'decimal') {
    if (normalizeDecimal(text) === undefined) return 'is no number that DynamoDB can store';
    if (type.kind === 'integer' && !isNormalInteger(text)) return 'is no integer';
    return numberProblem(type, text);
  }
  return type.kind === 'binary' ? binaryProblem(type, text) : neverHas(type, text);
}

function binaryProblem({ allowEmpty, minLength, maxLength }: BinaryType, text: string): string | undefined {
  if (!isBase64(text)) return 'is no padded base64';
  const length = base64Length(text);
  if (length === 0 && !allowEmpty) return 'is empty, and "allow_empty" is not set';
  if (length < minLength) return `has ${length} bytes, and min_length is ${minLength}`;
  return maxLength !== null && length > maxLength ? `has ${length} bytes, and max_length is ${maxLength}` : undefined;
}
