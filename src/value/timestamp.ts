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

const isoSeconds = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})Z$/;
const isoMilliseconds = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})\.\d{3}Z$/;
const isoMicroseconds = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})\.\d{6}Z$/;
const date = /^(\d{4})-(\d{2})-(\d{2})$/;
const month = /^(\d{4})-(\d{2})$/;
const rfc3339 = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.\d{1,9})?(?:Z|[+-](\d{2}):(\d{2}))$/;
const wholeNumber = /^(?:0|[1-9][0-9]{0,14})$/;

/** Whether a format is stored as a number (N) rather than as text (S). */
export function isEpochFormat(format: TimestampFormat): boolean {
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
      return isRealDateTime(isoSeconds.exec(text));
    case 'iso-milliseconds':
      return isRealDateTime(isoMilliseconds.exec(text));
    case 'iso-microseconds':
      return isRealDateTime(isoMicroseconds.exec(text));
    case 'date':
      return isRealDateTime(date.exec(text));
    case 'month':
      return isRealDateTime(month.exec(text));
    case 'rfc3339':
      return isRealDateTime(rfc3339.exec(text));
    case 'epoch-seconds':
      return wholeNumber.test(text) && isAtMost(text, lastSecond);
    case 'epoch-milliseconds':
      return wholeNumber.test(text) && isAtMost(text, lastMillisecond);
  }
}

function isAtMost(text: string, limit: string): boolean {
  return text.length < limit.length || (text.length === limit.length && text <= limit);
}

function isRealDateTime(parts: RegExpExecArray | null): boolean {
  if (parts === null) return false;
  const field = (index: number): number => Number(parts[index] ?? '0');
  const day = parts[3] === undefined ? 1 : field(3);
  return (
    field(1) >= 1 &&
    field(2) >= 1 &&
    field(2) <= 12 &&
    day >= 1 &&
    day <= daysInMonth(field(1), field(2)) &&
    field(4) <= 23 &&
    field(5) <= 59 &&
    field(6) <= 59 &&
    field(7) <= 23 &&
    field(8) <= 59
  );
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
