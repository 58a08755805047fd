import type { Fault } from './fault.ts';
import { writingTimestamps } from './support/times.ts';

export const timestampYearUnpadded: Fault = {
  id: 'timestamp-year-unpadded',
  summary: 'A year before 1000 is written without its zero in front.',
  hazard: 'time-range',
  seenIn: 'strftime("%Y") of C and Python, with the C library of Linux.',
  killedBy: 'item-encode',

  apply: (codec) => writingTimestamps(codec, (text) => text.replace(/^0+/, '')),
};
