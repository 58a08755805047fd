import type { Fault } from './fault.ts';
import { writingValues } from './support/decorate.ts';
import { isTimestamp } from './support/types.ts';

export const timestampFractionAdded: Fault = {
  id: 'timestamp-fraction-added',
  summary: 'Seconds are written with a fraction: "05.000Z" for "05Z".',
  hazard: 'time-precision',
  seenIn: "JavaScript's Date.toISOString().",
  killedBy: 'item-encode',
  apply: (codec) =>
    writingValues(codec, (value, type) =>
      'S' in value && isTimestamp(type, 'iso-seconds') ? { S: value.S.replace(/Z$/, '.000Z') } : value,
    ),
};
