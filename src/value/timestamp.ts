import { unitAt } from './text.ts';

/** How a timestamp is written. Each format has exactly one text for an instant, except `rfc3339`, which keeps the text it is given. */
export type TimestampFormat =
  | 'iso-seconds'
  | 'iso-milliseconds'
  | 'iso-microseconds'
  | 'rfc3339'
  | 'date'
  | 'month'
  | 'epoch-seconds'
  | 'epoch-milliseconds';

/** Every timestamp format, in the order in which documents list them. */
export const timestampFormats: readonly TimestampFormat[] = [
  'iso-seconds',
  'iso-milliseconds',
  'iso-microseconds',
  'rfc3339',
  'date',
  'month',
  'epoch-seconds',
  'epoch-milliseconds',
];

/** 9999-12-31T23:59:59Z, the last second that four-digit years can write. */
const lastSecond = '253402300799';
const lastMillisecond = '253402300799999';

const isoSeconds = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;
const isoMilliseconds = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
const isoMicroseconds = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z$/;
const date = /^\d{4}-\d{2}-\d{2}$/;
const month = /^\d{4}-\d{2}$/;
const rfc3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})$/;
const zero = 48;
const wholeNumber = /^(?:0|[1-9][0-9]{0,14})$/;

/** Whether a format is stored as a number (N) rather than as text (S). */
export function isEpochFormat(format: TimestampFormat | 'year' | 'hour'): boolean {
  return format === 'epoch-seconds' || format === 'epoch-milliseconds';
}

/**
 * Whether text is a timestamp of that format: a date that exists, years 0001 to 9999, no leap second.
 *
 * @see RFC 3339 §5.6
 */
export function isTimestamp(text: string, format: TimestampFormat): boolean {
  switch (format) {
    case 'iso-seconds':
      return isoSeconds.test(text) && isRealDateTime(text);
    case 'iso-milliseconds':
      return isoMilliseconds.test(text) && isRealDateTime(text);
    case 'iso-microseconds':
      return isoMicroseconds.test(text) && isRealDateTime(text);
    case 'date':
      return date.test(text) && isRealDateTime(`${text}T00:00:00Z`);
    case 'month':
      return month.test(text) && isRealDateTime(`${text}-01T00:00:00Z`);
    case 'rfc3339':
      return rfc3339.test(text) && isRealDateTime(text) && isRealOffset(text);
    case 'epoch-seconds':
      return wholeNumber.test(text) && isAtMost(text, lastSecond);
    case 'epoch-milliseconds':
      return wholeNumber.test(text) && isAtMost(text, lastMillisecond);
  }
}

function isAtMost(text: string, limit: string): boolean {
  return text.length < limit.length || (text.length === limit.length && text <= limit);
}

/** Whether a text that looks like a timestamp is one; the fields are at the same places in every format. */
function isRealDateTime(text: string): boolean {
  const year = 100 * twoDigits(text, 0) + twoDigits(text, 2);
  const month = twoDigits(text, 5);
  const day = twoDigits(text, 8);
  return (
    year >= 1 &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= daysInMonth(year, month) &&
    twoDigits(text, 11) <= 23 &&
    twoDigits(text, 14) <= 59 &&
    twoDigits(text, 17) <= 59
  );
}

/** Whether the "+hh:mm" at the end, if there is one, is an offset. */
function isRealOffset(text: string): boolean {
  return text.endsWith('Z') || (twoDigits(text, text.length - 5) <= 23 && twoDigits(text, text.length - 2) <= 59);
}

function twoDigits(text: string, index: number): number {
  return 10 * (unitAt(text, index) - zero) + unitAt(text, index + 1) - zero;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
