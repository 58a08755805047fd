import { expect, it } from 'vitest';
import { fromInstant, toInstant } from '../../../src/value/instant.ts';

it.each([
  ['1970-01-01T00:00:00Z', 'iso-seconds', 0n],
  ['1969-12-31T23:59:59.999999Z', 'iso-microseconds', -1n],
  ['0001-01-01T00:00:00Z', 'iso-seconds', -62135596800000000n],
  ['9999-12-31T23:59:59.999Z', 'iso-milliseconds', 253402300799999000n],
  ['2024-01-01T00:00:00+05:30', 'rfc3339', 1704047400000000n],
  ['2024-01-01T00:00:00.123456789-01:00', 'rfc3339', 1704070800123456n],
  ['2024-02', 'month', 1706745600000000n],
  ['2024-02-29', 'date', 1709164800000000n],
  ['5', 'epoch-milliseconds', 5000n],
  ['5', 'epoch-seconds', 5000000n],
] as const)('reads %s of format %s', (text, format, instant) => {
  expect(toInstant(text, format)).toBe(instant);
});

it.each([
  [-1n, 'iso-microseconds', '1969-12-31T23:59:59.999999Z'],
  [-1n, 'epoch-milliseconds', '-1'],
  [1999999n, 'iso-seconds', '1970-01-01T00:00:01Z'],
  [-62135596800000000n, 'year', '0001'],
  [1709164800000000n, 'hour', '2024-02-29T00'],
] as const)('writes %s as %s', (instant, format, text) => {
  expect(fromInstant(instant, format)).toBe(text);
});
