import type { Fault } from './fault.ts';
import { writingValues } from './support/decorate.ts';
import { isTimestamp } from './support/types.ts';

export const timestampZeroFractionDropped: Fault = {
  id: 'timestamp-zero-fraction-dropped',
  summary: 'A fraction of zero is left out: "05Z" for "05.000Z".',
  hazard: 'time-precision',
  seenIn: "Python's isoformat() and Java's Instant.toString().",
  killedBy: 'item-encode',
  apply: (codec) =>
    writingValues(codec, (value, type) =>
      'S' in value && isTimestamp(type, 'iso-milliseconds') ? { S: value.S.replace('.000Z', 'Z') } : value,
    ),
};
