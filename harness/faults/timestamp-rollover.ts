import type { Fault } from './fault.ts';
import { takingValues } from './support/decorate.ts';

export const timestampRollover: Fault = {
  id: 'timestamp-rollover',
  summary: 'A day that does not exist is taken for the day after: 29 February 1900 is stored as 1 March.',
  hazard: 'time-calendar',
  seenIn: "JavaScript's Date, and Java's lenient SimpleDateFormat.",
  killedBy: 'item-encode-refusal',
  apply: (codec) =>
    takingValues(codec, (value, type) =>
      type.kind === 'timestamp' && typeof value === 'string' ? value.replace('1900-02-29', '1900-03-01') : value,
    ),
};
