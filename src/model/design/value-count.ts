import { countTexts } from '../../regex/count.ts';
import type { NumberType, StringType, ValueType } from '../model.ts';

/** More values than this are not told apart: no design depends on it. */
const many = 1_000_000;

/**
 * How many values a type has: `atMost` is `null` where that is not known, or more than a million; `atLeast` is never more
 * than there are.
 */
export type ValueCount = { readonly atLeast: bigint; readonly atMost: bigint | null };

/** Counts the values of a type, as far as it says so by itself; what `rules` exclude is not looked at. */
export function valueCountOf(type: ValueType): ValueCount {
  switch (type.kind) {
    case 'boolean':
      return exactly(2n);
    case 'integer':
    case 'decimal':
      return numbersOf(type);
    case 'string':
      return textsOf(type);
    case 'timestamp':
      return { atLeast: BigInt(many), atMost: null };
    default:
      return { atLeast: 1n, atMost: null };
  }
}

function exactly(count: bigint): ValueCount {
  return { atLeast: count, atMost: count };
}

function numbersOf({ kind, enum: values, minimum, maximum, multipleOf }: NumberType): ValueCount {
  if (values !== null) return exactly(BigInt(values.length));
  if (minimum !== null && minimum === maximum) return exactly(1n);
  if (minimum === null || maximum === null) return { atLeast: BigInt(many), atMost: null };
  if (kind === 'decimal') return { atLeast: 2n, atMost: null };
  const between = BigInt(maximum) - BigInt(minimum);
  if (multipleOf === null) return exactly(between + 1n);
  // Where the first multiple stands is left open.
  const steps = between / BigInt(multipleOf);
  return { atLeast: steps > 1n ? steps : 1n, atMost: steps + 1n };
}

function textsOf({
  enum: values,
  pattern,
  reserved,
  minLength,
  maxLength,
  maxBytes,
  allowEmpty,
}: StringType): ValueCount {
  if (values !== null) return exactly(BigInt(values.length));
  // A length in bytes leaves fewer texts than one in characters, and nobody counts how many.
  const isBounded = maxBytes !== undefined;
  if (pattern === null) {
    const isAny = !isBounded && (maxLength === null || maxLength > 0);
    return { atLeast: isAny ? BigInt(many - Math.min(reserved.length, many - 1)) : 1n, atMost: null };
  }
  const found = countTexts(pattern.automaton, Math.max(minLength, allowEmpty ? 0 : 1), maxLength, many);
  if (found === undefined) return { atLeast: 1n, atMost: null };
  const left = BigInt(Math.max(found - reserved.length, 1));
  return { atLeast: isBounded ? 1n : left, atMost: found < many ? BigInt(found) : null };
}
