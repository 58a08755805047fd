import type { TimestampType } from '../../model/model.ts';
import { isEpochFormat, type TimestampFormat } from '../../value/timestamp.ts';
import { type RefusedSample, sample } from './value.ts';

const empty = sample('misspelt-time', 'empty', '', 'an empty string', 'null-empty-string');

/** Every text that a format refuses is one of its own with one thing wrong: what looks at all the rest must not take it. */
const refused: { readonly [format in TimestampFormat]: readonly RefusedSample[] } = {
  'iso-seconds': [
    ...inUtc(''),
    fraction('fraction', '.000', 'a fraction'),
    fraction('microseconds', '.678901', 'six digits of fraction'),
    ...clock('', 'Z'),
  ],
  'iso-milliseconds': [
    ...inUtc('.678'),
    fraction('no-fraction', '', 'no fraction'),
    fraction('two-digits', '.67', 'two digits of fraction'),
    fraction('microseconds', '.678901', 'six digits of fraction'),
    ...clock('.678', 'Z'),
  ],
  'iso-microseconds': [
    ...inUtc('.678901'),
    fraction('no-fraction', '', 'no fraction'),
    fraction('milliseconds', '.678', 'three digits of fraction'),
    fraction('nanoseconds', '.678901234', 'nine digits of fraction'),
    ...clock('.678901', 'Z'),
  ],
  rfc3339: [
    fraction('ten-digits', '.6789012345', 'ten digits of fraction'),
    ...clock('', 'Z'),
    sample(
      'misspelt-time',
      'offset-without-colon',
      '2024-01-02T03:04:05+0000',
      'an offset without its colon',
      'time-offset-spelling',
    ),
    sample('misspelt-time', 'offset-24', '2024-01-02T03:04:05+24:00', 'an offset of 24 hours', 'time-offset-spelling'),
  ],
  date: [
    sample('other-time-format', 'midnight', '2024-01-02T00:00:00Z', 'a date with a time', 'time-precision'),
    sample('other-time-format', 'month', '2024-01', 'a month without a day', 'time-precision'),
    sample('no-such-date', 'no-such-date', '1900-02-29', 'a day that does not exist', 'time-calendar'),
    sample('no-such-date', 'month-13', '2024-13-02', 'a month that does not exist', 'time-calendar'),
    sample('no-such-date', 'year-0', '0000-01-02', 'the year 0', 'time-calendar'),
    sample('misspelt-time', 'no-hyphens', '20240102', 'a date without its hyphens', 'time-lenient-parsers'),
    empty,
  ],
  month: [
    sample('other-time-format', 'day', '2024-01-02', 'a month with a day', 'time-precision'),
    sample('no-such-date', 'month-13', '2024-13', 'a month that does not exist', 'time-calendar'),
    sample('no-such-date', 'year-0', '0000-01', 'the year 0', 'time-calendar'),
    sample('misspelt-time', 'one-digit', '2024-1', 'a month of one digit', 'time-lenient-parsers'),
    empty,
  ],
  'epoch-seconds': [
    ...numbers('1704164645'),
    sample('wrong-time-unit', 'milliseconds', '1704164645678', 'milliseconds where seconds belong', 'time-unit'),
    sample('wrong-time-unit', 'too-large', '253402300800', 'one second more than the format can hold', 'time-range'),
  ],
  'epoch-milliseconds': [
    ...numbers('1704164645678'),
    sample(
      'wrong-time-unit',
      'too-large',
      '253402300800000',
      'one millisecond more than the format can hold',
      'time-range',
    ),
  ],
};

/** Texts that the format refuses, one fault each. */
export function refusedTimestamps({ format }: TimestampType): readonly RefusedSample[] {
  return refused[format];
}

/** A value of the form of the format that is no timestamp all the same: of a day that does not exist, or before 1970. */
export function impossibleTimestamp({ format }: TimestampType): RefusedSample {
  const isImpossible = isEpochFormat(format)
    ? ({ slug }: RefusedSample) => slug === 'negative'
    : ({ scenario }: RefusedSample) => scenario === 'no-such-date';
  return refused[format].find(isImpossible) ?? empty;
}

/** Another zone than "Z" in a format that knows no other. */
function inUtc(digits: string): readonly RefusedSample[] {
  const text = `2024-01-02T03:04:05${digits}+00:00`;
  return [sample('other-time-format', 'offset', text, 'an offset instead of "Z"', 'time-offset-spelling')];
}

function fraction(slug: string, digits: string, what: string): RefusedSample {
  return sample('other-time-format', slug, `2024-01-02T03:04:05${digits}Z`, what, 'time-precision');
}

/** What is wrong with a date and a time in every format that has both. */
function clock(digits: string, zone: string): readonly RefusedSample[] {
  const zeros = digits.replace(/[0-9]/g, '0');
  const end = `${digits}${zone}`;
  return [
    sample('other-time-format', 'day', '2024-01-02', 'a date without a time', 'time-precision'),
    sample('misspelt-time', 'no-zone', `2024-01-02T03:04:05${digits}`, 'no time zone', 'time-offset-spelling'),
    sample('misspelt-time', 'space', `2024-01-02 03:04:05${end}`, 'a space instead of "T"', 'time-lenient-parsers'),
    sample('no-such-date', 'no-such-day', `1900-02-29T03:04:05${end}`, 'a day that does not exist', 'time-calendar'),
    // Some calendars have it, and call it 1 BC.
    sample('no-such-date', 'year-0', `0000-01-02T03:04:05${end}`, 'the year 0', 'time-calendar'),
    sample('no-such-date', 'leap-second', `2016-12-31T23:59:60${end}`, 'a leap second', 'time-calendar'),
    // Parsers that take the hour 24 take it with zeros after it, as the end of the day.
    sample('no-such-date', 'hour-24', `2024-01-02T24:00:00${zeros}${zone}`, 'the hour 24', 'time-calendar'),
    empty,
  ];
}

/** What is wrong with a number of seconds or milliseconds: it has no calendar, and the faults of numbers. */
function numbers(typical: string): readonly RefusedSample[] {
  return [
    sample('other-time-format', 'text', '2024-01-02T03:04:05Z', 'a text instead of a number', 'type-coercion'),
    sample('other-time-format', 'fraction', `${typical}.5`, 'a number with a fraction', 'time-precision'),
    sample('other-time-format', 'negative', '-1', 'before 1970', 'time-range'),
    sample('misspelt-time', 'leading-zero', `0${typical}`, 'a zero in front', 'num-lenient-parsers'),
    sample('misspelt-time', 'plus', `+${typical}`, 'a plus sign', 'num-lenient-parsers'),
    sample('misspelt-time', 'exponent', '17e8', 'an exponent', 'num-lenient-parsers'),
    sample('misspelt-time', 'space', ` ${typical}`, 'a space in front', 'num-lenient-parsers'),
    empty,
  ];
}
