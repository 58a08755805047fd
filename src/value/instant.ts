import type { TimestampFormat } from './timestamp.ts';

/** A point in time in UTC, as whole microseconds since 1970. What is finer is cut off, not rounded. */
export type Instant = bigint;

const parts = /^(\d{4})-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?(?:Z|([+-])(\d{2}):(\d{2}))?)?)?$/;

/** The instant of a timestamp that is known to be valid; of a date or month its start. */
export function toInstant(text: string, format: TimestampFormat): Instant {
  if (format === 'epoch-seconds') return BigInt(text) * 1_000_000n;
  if (format === 'epoch-milliseconds') return BigInt(text) * 1000n;
  const [
    ,
    year,
    month,
    day = '1',
    hour = '0',
    minute = '0',
    second = '0',
    fraction = '',
    sign,
    hours = '0',
    minutes = '0',
  ] = parts.exec(text) ?? [];
  const date = new Date(0);
  // Date.UTC takes the years 0 to 99 for 1900 to 1999.
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  date.setUTCHours(Number(hour), Number(minute), Number(second));
  const offset = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -60_000 : 60_000);
  return BigInt(date.getTime() - offset) * 1000n + BigInt(fraction.padEnd(6, '0').slice(0, 6));
}

/** An instant as text, truncated to what the format can say. */
export function fromInstant(instant: Instant, format: Exclude<TimestampFormat, 'rfc3339'> | 'year' | 'hour'): string {
  const milliseconds = floorDivide(instant, 1000n);
  if (format === 'epoch-milliseconds') return milliseconds.toString();
  if (format === 'epoch-seconds') return floorDivide(milliseconds, 1000n).toString();
  const text = new Date(Number(milliseconds)).toISOString();
  switch (format) {
    case 'year':
      return text.slice(0, 4);
    case 'month':
      return text.slice(0, 7);
    case 'date':
      return text.slice(0, 10);
    case 'hour':
      return text.slice(0, 13);
    case 'iso-seconds':
      return `${text.slice(0, 19)}Z`;
    case 'iso-milliseconds':
      return text;
    case 'iso-microseconds':
      return `${text.slice(0, 23)}${String(instant - milliseconds * 1000n).padStart(3, '0')}Z`;
  }
}

function floorDivide(value: bigint, divisor: bigint): bigint {
  const quotient = value / divisor;
  return value % divisor < 0n ? quotient - 1n : quotient;
}
