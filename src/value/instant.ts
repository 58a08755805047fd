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
  const days = daysBefore(Number(year), Number(month), Number(day));
  const offset = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -60 : 60);
  const seconds = days * 86_400 + Number(hour) * 3600 + Number(minute) * 60 + Number(second) - offset;
  return BigInt(seconds) * 1_000_000n + BigInt(fraction.padEnd(6, '0').slice(0, 6));
}

/** An instant as text, truncated to what the format can say. */
export function fromInstant(instant: Instant, format: Exclude<TimestampFormat, 'rfc3339'> | 'year' | 'hour'): string {
  if (format === 'epoch-milliseconds') return floorDivide(instant, 1000n).toString();
  const seconds = floorDivide(instant, 1_000_000n);
  if (format === 'epoch-seconds') return seconds.toString();
  const days = floorDivide(seconds, 86_400n);
  const text = `${dateOf(Number(days))}T${timeOf(Number(seconds - days * 86_400n))}`;
  const fraction = String(instant - seconds * 1_000_000n).padStart(6, '0');
  switch (format) {
    case 'iso-milliseconds':
      return `${text}.${fraction.slice(0, 3)}Z`;
    case 'iso-microseconds':
      return `${text}.${fraction}Z`;
    case 'iso-seconds':
      return `${text}Z`;
    default:
      return text.slice(0, lengths[format]);
  }
}

const lengths = { year: 4, month: 7, date: 10, hour: 13 } as const;

/** Days from 1970-01-01 to a date of the proleptic Gregorian calendar. Years start in March, so that leap days end them. */
function daysBefore(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const leapDays = Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400);
  return shifted * 365 + leapDays + dayOfYear - daysToEpoch;
}

/** Days from 0000-03-01 to 1970-01-01. */
const daysToEpoch = 719_468;

function dateOf(days: number): string {
  // The year is guessed from its mean length, and is at most one too large.
  let year = Math.floor((days + daysToEpoch) / 365.2425) + 1;
  while (daysBefore(year, 1, 1) > days) year--;
  let month = 12;
  while (daysBefore(year, month, 1) > days) month--;
  const day = days - daysBefore(year, month, 1) + 1;
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`;
}

function timeOf(seconds: number): string {
  return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(twoDigits).join(':');
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

function floorDivide(value: bigint, divisor: bigint): bigint {
  const quotient = value / divisor;
  return value % divisor < 0n ? quotient - 1n : quotient;
}
