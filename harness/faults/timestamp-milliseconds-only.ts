import type { Fault } from './fault.ts';
import { readingValues } from './support/decorate.ts';
import { isTimestamp } from './support/types.ts';

export const timestampMillisecondsOnly: Fault = {
  id: 'timestamp-milliseconds-only',
  summary: 'A timestamp is read into a type that has milliseconds and no offset, and what was finer is lost.',
  hazard: 'time-precision',
  seenIn: "JavaScript's Date.",
  killedBy: 'item-decode',
  apply: (codec) =>
    readingValues(codec, (value, type) =>
      isTimestamp(type, 'rfc3339') && typeof value === 'string' ? new Date(value).toISOString() : value,
    ),
};
