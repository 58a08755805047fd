import { timeSources } from '../value/time-source.ts';

/** What there is to know about the texts of one timestamp format, or of what a timestamp is cut to. */
export type TimestampFacts = {
  /** A pattern. The 30th of February matches it; a witness is checked before it is shown. */
  readonly source: string;
  /** A text of the greatest length. */
  readonly longest: string;
  /** Two times, the earlier first, whose texts sort the other way round. */
  readonly disordered: readonly [string, string] | undefined;
  /** The smallest difference between two times; a second is what most events are dated with. */
  readonly step: 'more' | 'second' | 'less';
  /** The start of a second, and a later time: the next step of the format. */
  readonly samples: readonly [string, string];
};

const whole = '0|[1-9][0-9]*';

const facts: { readonly [format: string]: TimestampFacts } = {
  year: {
    source: timeSources.year,
    longest: '2024',
    disordered: undefined,
    step: 'more',
    samples: ['2024', '2025'],
  },
  hour: {
    source: timeSources.hour,
    longest: '2024-01-01T00',
    disordered: undefined,
    step: 'more',
    samples: ['2024-01-01T00', '2024-01-01T01'],
  },
  month: {
    source: timeSources.month,
    longest: '2024-01',
    disordered: undefined,
    step: 'more',
    samples: ['2024-01', '2024-02'],
  },
  date: {
    source: timeSources.date,
    longest: '2024-01-02',
    disordered: undefined,
    step: 'more',
    samples: ['2024-01-01', '2024-01-02'],
  },
  'iso-seconds': {
    source: timeSources['iso-seconds'],
    longest: '2024-01-02T03:04:05Z',
    disordered: undefined,
    step: 'second',
    samples: ['2024-01-01T00:00:00Z', '2024-01-01T00:00:01Z'],
  },
  'iso-milliseconds': {
    source: timeSources['iso-milliseconds'],
    longest: '2024-01-02T03:04:05.678Z',
    disordered: undefined,
    step: 'less',
    samples: ['2024-01-01T00:00:00.000Z', '2024-01-01T00:00:00.001Z'],
  },
  'iso-microseconds': {
    source: timeSources['iso-microseconds'],
    longest: '2024-01-02T03:04:05.678901Z',
    disordered: undefined,
    step: 'less',
    samples: ['2024-01-01T00:00:00.000000Z', '2024-01-01T00:00:00.000001Z'],
  },
  rfc3339: {
    source: timeSources.rfc3339,
    longest: '2024-01-02T03:04:05.123456789+01:00',
    disordered: ['2024-01-01T09:00:00+09:00', '2024-01-01T01:00:00Z'],
    step: 'less',
    samples: ['2024-01-01T00:00:00Z', '2024-01-01T00:00:00.5Z'],
  },
  'epoch-seconds': {
    source: whole,
    longest: '253402300799',
    disordered: ['9', '10'],
    step: 'second',
    samples: ['1704067200', '1704067201'],
  },
  'epoch-milliseconds': {
    source: whole,
    longest: '253402300799999',
    disordered: ['9', '10'],
    step: 'less',
    samples: ['1704067200000', '1704067200001'],
  },
};

const unknown: TimestampFacts = {
  source: '[^]+',
  longest: '',
  disordered: undefined,
  step: 'less',
  samples: ['', ''],
};

/** The facts about a format. */
export function timestampFacts(format: string): TimestampFacts {
  return facts[format] ?? unknown;
}
