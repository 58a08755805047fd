import { expect, it } from 'vitest';
import { isEpochFormat, isTimestamp, type TimestampFormat, timestampFormats } from '../../../src/value/timestamp.ts';

const cases: readonly (readonly [TimestampFormat, readonly string[], readonly string[]])[] = [
  [
    'iso-seconds',
    [
      '0001-01-01T00:00:00Z',
      '1970-01-01T00:00:00Z',
      '2000-02-29T12:00:00Z',
      '2024-02-29T23:59:59Z',
      '9999-12-31T23:59:59Z',
    ],
    [
      '0000-01-01T00:00:00Z',
      '1900-02-29T00:00:00Z',
      '2023-02-29T00:00:00Z',
      '2024-04-31T00:00:00Z',
      '2024-00-01T00:00:00Z',
      '2024-13-01T00:00:00Z',
      '2024-01-00T00:00:00Z',
      '2024-01-32T00:00:00Z',
      '2024-01-01T24:00:00Z',
      '2024-01-01T00:60:00Z',
      '2016-12-31T23:59:60Z',
      '2024-01-01T00:00:00.0Z',
      '2024-01-01T00:00:00+00:00',
      '2024-01-01T00:00:00',
      '2024-01-01 00:00:00Z',
      '2024-01-01t00:00:00z',
      '2024-1-1T0:0:0Z',
      '12024-01-01T00:00:00Z',
      '+2024-01-01T00:00:00Z',
      '2024-01-01T00:00:00Z\n',
      '\u0662024-01-01T00:00:00Z',
      '',
    ],
  ],
  [
    'rfc3339',
    [
      '2024-01-02T03:04:05Z',
      '2024-01-02T03:04:05.1Z',
      '2024-01-02T03:04:05.120Z',
      '2024-01-02T03:04:05.123456789+05:30',
      '2024-01-02T03:04:05-00:00',
      '2024-01-02T03:04:05+23:59',
    ],
    [
      '2024-01-02T03:04:05.Z',
      '2024-01-02T03:04:05.1234567890Z',
      '2024-01-02T03:04:05,1Z',
      '2024-01-02T03:04:05+24:00',
      '2024-01-02T03:04:05+00:60',
      '2024-01-02T03:04:05+0530',
      '2024-01-02T03:04:05+05',
      '2024-01-02T03:04:05',
      '2024-01-02t03:04:05z',
      '2023-02-29T00:00:00+00:00',
      '2016-12-31T23:59:60Z',
    ],
  ],
  [
    'epoch-seconds',
    ['0', '1', '1704164645', '253402300799'],
    [
      '-1',
      '01',
      '+1',
      '1.0',
      '1e3',
      '253402300800',
      '1704164645678',
      '',
      ' 1',
      '1\n',
      '\u0661',
      '99999999999999999999',
    ],
  ],
  [
    'epoch-milliseconds',
    ['0', '1704164645678', '253402300799999'],
    ['-1', '00', '253402300800000', '1704164645.678', '9999999999999999'],
  ],
];

it.each(cases.flatMap(([format, texts]) => texts.map((text) => [format, text] as const)))(
  'takes as %s: %j',
  (format, text) => {
    expect(isTimestamp(text, format)).toBe(true);
  },
);

it.each(cases.flatMap(([format, , texts]) => texts.map((text) => [format, text] as const)))(
  'refuses as %s: %j',
  (format, text) => {
    expect(isTimestamp(text, format)).toBe(false);
  },
);

it('stores those as numbers that count from 1970', () => {
  expect(timestampFormats.filter(isEpochFormat)).toEqual(['epoch-seconds', 'epoch-milliseconds']);
});
