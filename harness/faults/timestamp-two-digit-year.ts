import type { Fault } from './fault.ts';
import { writingTimestamps } from './support/times.ts';

export const timestampTwoDigitYear: Fault = {
  id: 'timestamp-two-digit-year',
  summary: 'A timestamp is written with two digits of the year.',
  hazard: 'time-range',
  seenIn: '"%y" for "%Y", and "yy" for "yyyy".',
  killedBy: 'item-encode',

  apply: (codec) => writingTimestamps(codec, (text) => text.slice(2)),
};
