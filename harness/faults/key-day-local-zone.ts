import { fromInstant, toInstant } from '../../src/value/instant.ts';
import type { Fault } from './fault.ts';
import { cuttingTimes } from './support/times.ts';

/** In microseconds. */
const hour = 3_600_000_000n;

export const keyDayLocalZone: Fault = {
  id: 'key-day-local-zone',
  summary: 'The day in a key is that of the time zone of the machine.',
  hazard: 'time-local-zone',
  seenIn: "JavaScript's getDate() and Python's datetime.fromtimestamp(), where getUTCDate() and timezone.utc belong.",
  killedBy: 'key-build',
  gap: 'no shipped contract cuts a time in a key; a schema that does has the vectors, and a test shows that they find it',
  apply: (codec) =>
    cuttingTimes(codec, (text, format) => {
      const local = toInstant(text, format) + 2n * hour;
      return format === 'rfc3339' ? fromInstant(local, 'iso-microseconds') : fromInstant(local, format);
    }),
};
