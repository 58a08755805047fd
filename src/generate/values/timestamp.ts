import type { TimestampType } from '../../model/model.ts';
import { isTimestamp, type TimestampFormat } from '../../value/timestamp.ts';
import { type Sample, sample } from './value.ts';

const typical: { readonly [format in TimestampFormat]: string } = {
  'iso-seconds': '2024-01-02T03:04:05Z',
  'iso-milliseconds': '2024-01-02T03:04:05.678Z',
  'iso-microseconds': '2024-01-02T03:04:05.678901Z',
  rfc3339: '2024-01-02T03:04:05.678901+00:00',
  date: '2024-01-02',
  month: '2024-01',
  'epoch-seconds': '1704164645',
  'epoch-milliseconds': '1704164645678',
};

const accepted: { readonly [format in TimestampFormat]: readonly Sample[] } = {
  'iso-seconds': [
    sample('epoch', '1970-01-01T00:00:00Z', 'the first second of 1970', 'time-epoch'),
    sample('leap-day', '2024-02-29T23:59:59Z', 'the last second of a leap day', 'time-calendar'),
    sample('last', '9999-12-31T23:59:59Z', 'the last second that four digits can write', 'time-range'),
  ],
  rfc3339: [
    sample('zulu', '2024-01-02T03:04:05Z', 'no fraction and "Z"', 'time-offset-spelling'),
    sample('nanoseconds', '2024-01-02T03:04:05.123456789+05:30', 'nine digits and an offset', 'time-precision'),
    sample('trailing-zero', '2024-01-02T03:04:05.120Z', 'a zero at the end of the fraction', 'time-precision'),
  ],
  'iso-milliseconds': [
    sample(
      'no-fraction',
      '2024-01-02T03:04:05.000Z',
      'a fraction of zero, which some languages leave out',
      'time-precision',
    ),
    sample('trailing-zero', '2024-01-02T03:04:05.120Z', 'a zero at the end of the fraction', 'time-precision'),
    sample('last', '9999-12-31T23:59:59.999Z', 'the last millisecond that four digits can write', 'time-range'),
  ],
  'iso-microseconds': [
    sample(
      'no-fraction',
      '2024-01-02T03:04:05.000000Z',
      'a fraction of zero, which Python leaves out',
      'time-precision',
    ),
    sample('trailing-zeros', '2024-01-02T03:04:05.120000Z', 'zeros at the end of the fraction', 'time-precision'),
  ],
  date: [
    sample('leap-day', '2024-02-29', 'a leap day', 'time-calendar'),
    sample('last', '9999-12-31', 'the last day that four digits can write', 'time-range'),
  ],
  month: [sample('december', '2024-12', 'the last month of a year', 'time-calendar')],
  'epoch-seconds': [
    sample('zero', '0', 'the first second of 1970', 'time-epoch'),
    sample('after-2038', '2147483648', 'more than 31 bits', 'num-int-width'),
    sample('last', '253402300799', 'the last second of the year 9999', 'time-range'),
  ],
  'epoch-milliseconds': [
    sample('zero', '0', 'the first millisecond of 1970', 'time-epoch'),
    sample('last', '253402300799999', 'the last millisecond of the year 9999', 'time-range'),
  ],
};

const refused: readonly Sample[] = [
  sample('offset', '2024-01-02T03:04:05+00:00', 'an offset instead of "Z"', 'time-offset-spelling'),
  sample('fraction', '2024-01-02T03:04:05.000Z', 'a fraction', 'time-precision'),
  sample('microseconds', '2024-01-02T03:04:05.678901Z', 'six digits of fraction', 'time-precision'),
  sample('day', '2024-01-02', 'a date without a time', 'time-precision'),
  sample('no-such-date', '2023-02-29', 'a day that does not exist', 'time-calendar'),
  sample('month-13', '2024-13', 'a month that does not exist', 'time-calendar'),
  sample('no-zone', '2024-01-02T03:04:05', 'no time zone', 'time-offset-spelling'),
  sample('space', '2024-01-02 03:04:05Z', 'a space instead of "T"', 'time-lenient-parsers'),
  sample('no-such-day', '2023-02-29T00:00:00Z', 'a day that does not exist', 'time-calendar'),
  sample('leap-second', '2016-12-31T23:59:60Z', 'a leap second', 'time-calendar'),
  sample('hour-24', '2024-01-02T24:00:00Z', 'the hour 24', 'time-calendar'),
  sample('empty', '', 'an empty string', 'null-empty-string'),
  sample('milliseconds', '1704164645678', 'milliseconds where seconds belong', 'time-unit'),
  sample('too-large', '253402300800000', 'more than the format can hold', 'time-unit'),
  sample('negative', '-1', 'before 1970', 'time-range'),
  sample('leading-zero', '01704164645', 'a zero in front', 'num-lenient-parsers'),
];

/** The value that stands for a timestamp wherever it is not the subject. */
export function typicalTimestamp(type: TimestampType): string {
  return type.examples.find((text) => isTimestamp(text, type.format)) ?? typical[type.format];
}

export function timestampSamples(type: TimestampType): readonly Sample[] {
  return accepted[type.format];
}

/** Texts that the format refuses, one fault each. */
export function refusedTimestamps(type: TimestampType): readonly Sample[] {
  return refused.filter(({ value }) => typeof value === 'string' && !isTimestamp(value, type.format));
}
