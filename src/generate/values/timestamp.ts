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
    sample('epoch-zero', 'epoch', '1970-01-01T00:00:00Z', 'the first second of 1970', 'time-epoch'),
    sample('leap-day', 'leap-day', '2000-02-29T23:59:59Z', 'the last second of a leap day', 'time-calendar'),
    sample('last-instant', 'last', '9999-12-31T23:59:59Z', 'the last second that four digits can write', 'time-range'),
    sample('before-epoch', 'before-epoch', '1969-12-31T23:59:59Z', 'the second before 1970', 'time-epoch'),
    sample('early-year', 'early-year', '0999-12-31T23:59:59Z', 'a year before 1000', 'time-range'),
  ],
  rfc3339: [
    sample('offset-kept', 'zulu', '2024-01-02T03:04:05Z', 'no fraction and "Z"', 'time-offset-spelling'),
    sample(
      'offset-kept',
      'nanoseconds',
      '2024-01-02T03:04:05.123456789+05:30',
      'nine digits and an offset',
      'time-precision',
    ),
    sample(
      'fraction-with-zeros',
      'trailing-zero',
      '2024-01-02T03:04:05.120Z',
      'a zero at the end of the fraction',
      'time-precision',
    ),
    sample('before-epoch', 'before-epoch', '1969-12-31T23:59:59Z', 'the second before 1970', 'time-epoch'),
    sample('early-year', 'early-year', '0999-12-31T23:59:59Z', 'a year before 1000', 'time-range'),
    sample('zero-fraction', 'no-fraction', '2024-01-02T03:04:05.000Z', 'a fraction of zero', 'time-precision'),
    sample(
      'full-fraction',
      'full-fraction',
      '2000-02-29T23:59:59.999Z',
      'the last millisecond of a day',
      'time-precision',
    ),
    sample(
      'leap-day',
      'leap-day',
      '2000-02-29T00:00:00-11:30',
      'a leap day in a zone where UTC has another day',
      'time-calendar',
    ),
  ],
  'iso-milliseconds': [
    sample(
      'zero-fraction',
      'no-fraction',
      '2024-01-02T03:04:05.000Z',
      'a fraction of zero, which some languages leave out',
      'time-precision',
    ),
    sample(
      'fraction-with-zeros',
      'trailing-zero',
      '2024-01-02T03:04:05.120Z',
      'a zero at the end of the fraction',
      'time-precision',
    ),
    sample(
      'last-instant',
      'last',
      '9999-12-31T23:59:59.999Z',
      'the last millisecond that four digits can write',
      'time-range',
    ),
    sample(
      'full-fraction',
      'full-fraction',
      '2000-02-29T23:59:59.999Z',
      'the last fraction of a leap day',
      'time-precision',
    ),
    sample('epoch-zero', 'epoch', '1970-01-01T00:00:00.000Z', 'the first instant of 1970', 'time-epoch'),
    sample('before-epoch', 'before-epoch', '1969-12-31T23:59:59.999Z', 'the last instant before 1970', 'time-epoch'),
    sample('early-year', 'early-year', '0999-12-31T23:59:59.000Z', 'a year before 1000', 'time-range'),
  ],
  'iso-microseconds': [
    sample(
      'zero-fraction',
      'no-fraction',
      '2024-01-02T03:04:05.000000Z',
      'a fraction of zero, which Python leaves out',
      'time-precision',
    ),
    sample(
      'fraction-with-zeros',
      'trailing-zeros',
      '2024-01-02T03:04:05.120000Z',
      'zeros at the end of the fraction',
      'time-precision',
    ),
    sample(
      'full-fraction',
      'full-fraction',
      '2000-02-29T23:59:59.999999Z',
      'the last fraction of a leap day',
      'time-precision',
    ),
    sample('epoch-zero', 'epoch', '1970-01-01T00:00:00.000000Z', 'the first instant of 1970', 'time-epoch'),
    sample('before-epoch', 'before-epoch', '1969-12-31T23:59:59.999999Z', 'the last instant before 1970', 'time-epoch'),
    sample('early-year', 'early-year', '0999-12-31T23:59:59.000000Z', 'a year before 1000', 'time-range'),
    sample(
      'last-instant',
      'last',
      '9999-12-31T23:59:59.999999Z',
      'the last instant that four digits can write',
      'time-range',
    ),
  ],
  date: [
    sample('leap-day', 'leap-day', '2000-02-29', 'a leap day', 'time-calendar'),
    sample('last-instant', 'last', '9999-12-31', 'the last day that four digits can write', 'time-range'),
    sample('before-epoch', 'before-epoch', '1969-12-31', 'the day before 1970', 'time-epoch'),
    sample('early-year', 'early-year', '0999-12-31', 'a year before 1000', 'time-range'),
  ],
  month: [sample('last-instant', 'december', '9999-12', 'the last month that four digits can write', 'time-calendar')],
  'epoch-seconds': [
    sample('epoch-zero', 'zero', '0', 'the first second of 1970', 'time-epoch'),
    sample('seconds-beyond-31-bits', 'after-2038', '2147483648', 'more than 31 bits', 'num-int-width'),
    sample('last-instant', 'last', '253402300799', 'the last second of the year 9999', 'time-range'),
  ],
  'epoch-milliseconds': [
    sample('epoch-zero', 'zero', '0', 'the first millisecond of 1970', 'time-epoch'),
    sample('last-instant', 'last', '253402300799999', 'the last millisecond of the year 9999', 'time-range'),
  ],
};

/** The value that stands for a timestamp wherever it is not the subject. */
export function typicalTimestamp(type: TimestampType): string {
  return type.examples.find((text) => isTimestamp(text, type.format)) ?? typical[type.format];
}

export function timestampSamples(type: TimestampType): readonly Sample[] {
  return accepted[type.format];
}
