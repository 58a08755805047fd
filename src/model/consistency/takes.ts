import { countTexts } from '../../regex/count.ts';
import { compareDecimals } from '../../value/decimal.ts';
import type { NumberType, StringType, ValueType } from '../model.ts';
import { neverHas } from './admits.ts';

/**
 * Why not every value of one type is known to be a value of another one of its kind, as the end of a sentence;
 * `undefined` when each is. Patterns are compared as they are written: that of two different ones the first is the
 * narrower is not looked into.
 */
export function takesNotAll(own: ValueType, source: ValueType): string | undefined {
  if (own === source) return undefined;
  if (own.kind === 'string' && source.kind === 'string') return ofText(own, source);
  if (own.kind === 'integer' || own.kind === 'decimal') return ofNumbers(own, source as NumberType);
  if (own.kind === 'timestamp' || own.kind === 'boolean' || own.kind === 'any') return undefined;
  return shapeOf(own) === shapeOf(source) ? undefined : 'they are not declared alike';
}

function ofText(own: StringType, source: StringType): string | undefined {
  if (source.enum !== null) return ofValues(own, source.enum);
  if (own.enum !== null) return 'only the values of its "enum" can be there';
  if (source.allowEmpty && !own.allowEmpty && source.minLength === 0) return 'it cannot be empty';
  if (own.minLength > Math.max(source.minLength, source.allowEmpty ? 0 : 1)) return 'its "min_length" is larger';
  if (own.maxLength !== null && isLonger(source, own.maxLength)) return 'its "max_length" is smaller';
  if (own.maxBytes !== undefined && mostBytes(source) > own.maxBytes) return 'its "max_bytes" is smaller';
  if (own.pattern !== null && own.pattern.source !== source.pattern?.source) return 'it has a "pattern" of its own';
  const reserved = own.reserved.find((text) => neverHas(source, text) === undefined);
  return reserved === undefined ? undefined : `"${reserved}" is reserved`;
}

/** Bytes that no text of a type exceeds. */
function mostBytes({ maxBytes, maxLength }: StringType): number {
  return maxBytes ?? (maxLength === null ? Number.POSITIVE_INFINITY : 4 * maxLength);
}

/** Whether a type has texts of more characters than that. */
function isLonger({ maxLength, pattern }: StringType, length: number): boolean {
  if (maxLength !== null && maxLength <= length) return false;
  return pattern === null || countTexts(pattern.automaton, length + 1, maxLength, 1) !== 0;
}

function ofNumbers(own: NumberType, source: NumberType): string | undefined {
  if (source.enum !== null) return ofValues(own, source.enum);
  if (own.enum !== null) return 'only the values of its "enum" can be there';
  if (own.minimum !== null && (source.minimum === null || compareDecimals(source.minimum, own.minimum) < 0))
    return 'its "minimum" is larger';
  if (own.maximum !== null && (source.maximum === null || compareDecimals(source.maximum, own.maximum) > 0))
    return 'its "maximum" is smaller';
  if (own.scale !== null && (source.scale === null || source.scale > own.scale)) return 'its "scale" is smaller';
  return own.multipleOf !== null && own.multipleOf !== source.multipleOf
    ? 'it has a "multiple_of" of its own'
    : undefined;
}

function ofValues(own: ValueType, values: readonly string[]): string | undefined {
  const refused = values.find((value) => neverHas(own, value) !== undefined);
  return refused === undefined ? undefined : `"${refused}" ${neverHas(own, refused) ?? ''}`;
}

/** What is said about values, without what is said to readers. */
function shapeOf(type: ValueType): string {
  const silent = new Set(['description', 'examples', 'at', 'automaton', 'unit', 'role']);
  return JSON.stringify(type, (key, value: unknown) => (silent.has(key) ? undefined : value));
}
