import type { ScalarType } from '../../model/model.ts';
import { scalarCheck } from '../../scalar/scalar-check.ts';
import { timestampAt } from '../keys/year-edges.ts';
import { typicalValue } from '../values/samples.ts';
import { distinctValues, textsOf } from './distinct-values.ts';

/** Texts whose order depends on who sorts: digits, both cases, one the beginning of another, accents, and what UTF-16 puts elsewhere. */
const texts = ['10', '100', '9', 'A', 'Z', 'a', 'a-b', 'aB', 'ab', 'b', '\u00e9', '\uff5e', '\u{1f600}'] as const;

/** Numbers whose order as text is not that of their values, unless they are padded. */
const numbers = ['-100', '-10', '-9', '-0.5', '0', '0.5', '1', '9', '10', '99', '100', '1000'] as const;

/** Times, each after the one before it. */
const times = [
  '1970-01-01T00:00:00Z',
  '2001-09-09T01:46:39Z',
  '2001-09-09T01:46:40Z',
  '2023-12-31T23:59:59Z',
  '2024-01-02T03:04:05Z',
  '9999-12-31T23:59:59Z',
] as const;

/** Spellings that only a format without one spelling allows: fractions that end, and an offset. */
const freeTimes = ['2024-01-02T03:04:05.1Z', '2024-01-02T03:04:05.12Z', '2024-01-02T04:04:04+01:00'] as const;

/** Bytes below and above the largest signed one, and one value that is the beginning of another. */
const bytes = [[0x01], [0x01, 0x02], [0x7f], [0x80], [0xff]] as const;

/** So many values show an order, and can still be looked at. */
export const mostSorted = 10;

/** Values of a type whose order is worth looking at, in no order of their own. */
export function sortedValues(type: ScalarType): readonly string[] {
  const check = scalarCheck(type);
  const valid = [...new Set(candidatesOf(type))].filter((value) => check(value) === undefined);
  // Where the type allows none of those, any values show an order.
  return valid.length < 2 ? distinctValues(type).slice(0, mostSorted) : valid.slice(0, mostSorted);
}

function candidatesOf(type: ScalarType): readonly string[] {
  switch (type.kind) {
    case 'string': {
      if (type.enum !== null) return type.enum;
      const astral = texts.slice(-2);
      return [...astral, ...texts.slice(0, -2), ...textsOf(type), String(typicalValue(type))];
    }
    case 'timestamp':
      return [...(type.format === 'rfc3339' ? freeTimes : []), ...times.map((time) => timestampAt(time, type.format))];
    case 'binary':
      return bytes.map((first) => startingWith(first, type.minLength));
    default: {
      if (type.enum !== null) return type.enum;
      const bounds = [type.minimum, type.maximum].flatMap((bound) => bound ?? []);
      return [...numbers, ...bounds];
    }
  }
}

/** At least so many bytes, as base64: the first ones, and zeros after them. */
function startingWith(first: readonly number[], length: number): string {
  const bytes = Array.from({ length: Math.max(length, first.length) }, (_, index) => first[index] ?? 0);
  return Buffer.from(bytes).toString('base64');
}
