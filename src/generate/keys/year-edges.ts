import { fromInstant, toInstant } from '../../value/instant.ts';
import type { TimestampFormat } from '../../value/timestamp.ts';
import { type KeySample, sample } from '../values/value.ts';
import type { KeyComponent } from './components.ts';

/** Times that a key cuts to a day, month or year, where another zone or another calendar has another one. */
export function yearEdges({ type, places }: KeyComponent): readonly KeySample[] {
  const cut = places.some(({ token }) => token.encodings.some((each) => each.kind === 'time'));
  if (type.kind !== 'timestamp' || !cut) return [];
  const at = (time: string): string => timestampAt(time, type.format);
  return [
    sample('year-edge', 'last-second', at('2023-12-31T23:59:59Z'), 'the last second of a year', 'time-local-zone'),
    sample('year-edge', 'first-second', at('2024-01-01T00:00:00Z'), 'the first second of a year', 'time-local-zone'),
    // A Monday of the first week of 2025, as ISO 8601 counts weeks.
    sample(
      'year-edge',
      'other-week-year',
      at('2024-12-30T12:00:00Z'),
      'a day in a week of the next year',
      'time-week-year',
    ),
    ...(type.format === 'rfc3339'
      ? [
          sample(
            'year-edge',
            'offset-year',
            '2024-01-01T00:30:00+01:00',
            'a year that has begun where it was written, and not in UTC',
            'time-local-zone',
          ),
        ]
      : []),
  ];
}

/** A time in UTC with seconds and "Z", in another format. */
export function timestampAt(time: string, format: TimestampFormat): string {
  return format === 'rfc3339' ? time : fromInstant(toInstant(time, 'iso-seconds'), format);
}
