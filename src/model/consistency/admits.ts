import { matches } from '../../regex/automaton.ts';
import { compareDecimals, isNormalInteger, normalizeDecimal } from '../../value/decimal.ts';
import { codePointLength, utf8Length } from '../../value/text.ts';
import { isTimestamp } from '../../value/timestamp.ts';
import type { NumberType, StringType, ValueType } from '../model.ts';

/** Why a text is no value of a string type, as the end of a sentence; `undefined` when it is one. Enumerations apart. */
export function stringProblem(type: StringType, text: string): string | undefined {
  const length = codePointLength(text);
  if (text === '' && !type.allowEmpty) return 'is empty, and "allow_empty" is not set';
  if (type.maxBytes !== undefined && utf8Length(text) > type.maxBytes)
    return `takes ${utf8Length(text)} bytes, and max_bytes is ${type.maxBytes}`;
  if (type.maxLength !== null && length > type.maxLength)
    return `has ${length} characters, and max_length is ${type.maxLength}`;
  if (length < type.minLength) return `has ${length} characters, and min_length is ${type.minLength}`;
  if (type.pattern !== null && !matches(type.pattern.automaton, text)) return `does not match "pattern"`;
  return type.reserved.includes(text) ? 'is reserved' : undefined;
}

/** The same of a number in normal form. */
export function numberProblem(type: NumberType, number: string): string | undefined {
  if (type.minimum !== null && compareDecimals(number, type.minimum) < 0) return `is below the minimum ${type.minimum}`;
  if (type.maximum !== null && compareDecimals(number, type.maximum) > 0) return `is above the maximum ${type.maximum}`;
  if (type.scale !== null && (number.split('.')[1]?.length ?? 0) > type.scale)
    return `has more digits after the point than its scale ${type.scale}`;
  if (type.multipleOf !== null && isNormalInteger(number) && BigInt(number) % BigInt(type.multipleOf) !== 0n)
    return `is no multiple of ${type.multipleOf}`;
  return undefined;
}

/** Why an attribute of this type never has this text as its value in a record; `undefined` when it may. */
export function neverHas(type: ValueType, text: string): string | undefined {
  switch (type.kind) {
    case 'string':
      if (type.enum !== null && !type.enum.includes(text)) return 'is not in its "enum"';
      return stringProblem(type, text);
    case 'integer':
    case 'decimal':
      if (normalizeDecimal(text) !== text || (type.kind === 'integer' && !isNormalInteger(text)))
        return `is not how a value of type ${type.kind} is written`;
      if (type.enum !== null && !type.enum.includes(text)) return 'is not in its "enum"';
      return numberProblem(type, text);
    case 'boolean':
      return text === 'true' || text === 'false' ? undefined : 'is neither true nor false';
    case 'timestamp':
      return isTimestamp(text, type.format) ? undefined : `is no timestamp of the format ${type.format}`;
    case 'list':
    case 'map':
    case 'struct':
    case 'document':
    case 'string_set':
    case 'number_set':
    case 'binary_set':
      return `is one text, and the attribute is of type ${type.kind === 'struct' || type.kind === 'document' ? 'map' : type.kind}`;
    default:
      return undefined;
  }
}
