import type { ScalarType } from '../../model/model.ts';
import { scalarCheck } from '../../scalar/scalar-check.ts';
import { fromInstant, toInstant } from '../../value/instant.ts';
import type { TimestampFormat } from '../../value/timestamp.ts';
import { distinctValues } from './distinct-values.ts';
import { sortedValues } from './sorted-values.ts';

/** Times of one year, month, day, hour, second and millisecond; those that are farther from each other first. */
const nearTimes = [
  '2024-01-02T03:04:05.000000Z',
  '2024-12-31T23:59:59.999999Z',
  '2024-01-01T00:00:00.000000Z',
  '2024-01-31T23:59:59.999999Z',
  '2024-01-09T12:00:00.000000Z',
  '2024-01-10T12:00:00.000000Z',
  '2024-01-02T00:00:00.000000Z',
  '2024-01-02T23:59:59.999999Z',
  '2024-01-02T03:00:00.000000Z',
  '2024-01-02T03:59:59.999999Z',
  '2024-01-02T03:04:05.001000Z',
  '2024-01-02T03:04:05.999999Z',
  '2024-01-02T03:04:05.000001Z',
] as const;

/**
 * Values of a type that are in one partition, where the partition depends on them: of one month, of one shard.
 *
 * @param partitionOf the partition that a value brings a record to; `undefined` where there is no such record
 */
export function bucketedValues(
  type: ScalarType,
  partitionOf: (value: string) => string | undefined,
): readonly string[] {
  const check = scalarCheck(type);
  const buckets = new Map<string, string[]>();
  for (const value of new Set(candidatesOf(type))) {
    const partition = check(value) === undefined ? partitionOf(value) : undefined;
    if (partition === undefined) continue;
    const bucket = buckets.get(partition) ?? [];
    buckets.set(partition, bucket);
    bucket.push(value);
  }
  const sizes = [...buckets.values()];
  const most = Math.max(...sizes.map(({ length }) => length));
  return sizes.find(({ length }) => length === most) ?? [];
}

function candidatesOf(type: ScalarType): readonly string[] {
  // Without a spelling of its own, a time has other ones of which the order is worth more.
  if (type.kind === 'timestamp')
    return type.format === 'rfc3339'
      ? [...sortedValues(type), ...timesNear(type.format)]
      : [...timesNear(type.format), ...sortedValues(type)];
  const values = [...sortedValues(type), ...distinctValues(type)];
  if (type.kind !== 'string') return values;
  return values.flatMap((value) => [value, value.toUpperCase(), value.toLowerCase(), ...between(value)]);
}

function timesNear(format: TimestampFormat): readonly string[] {
  const spelt = format === 'rfc3339' ? 'iso-microseconds' : format;
  return nearTimes.map((time) => fromInstant(toInstant(time, 'iso-microseconds'), spelt));
}

/** The value with characters in it that keys leave out, and without them. */
function between(value: string): readonly string[] {
  const middle = Math.ceil(value.length / 2);
  return [
    ...['-', ' ', '.', '_'].map((each) => `${value.slice(0, middle)}${each}${value.slice(middle)}`),
    value.replace(/[^A-Za-z0-9]/g, ''),
  ];
}
