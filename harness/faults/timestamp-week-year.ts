import type { Fault } from './fault.ts';
import { withWeekYear, writingTimestamps } from './support/times.ts';

export const timestampWeekYear: Fault = {
  id: 'timestamp-week-year',
  summary: 'A timestamp is written with the year of the week in the place of the year.',
  hazard: 'time-week-year',
  seenIn: '"YYYY" in patterns of Java, "%G" in those of C and Python.',
  killedBy: 'item-encode',

  apply: (codec) => writingTimestamps(codec, withWeekYear),
};
