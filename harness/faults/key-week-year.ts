import type { Fault } from './fault.ts';
import { cuttingTimes, withWeekYear } from './support/times.ts';

export const keyWeekYear: Fault = {
  id: 'key-week-year',
  summary: 'The year in a key is that of the week, which another year may own.',
  hazard: 'time-week-year',
  seenIn: '"YYYY" in patterns of Java, "%G" in those of C and Python.',
  killedBy: 'key-build',
  gap: 'no shipped contract cuts a time in a key; a schema that does has the vectors, and a test shows that they find it',
  apply: (codec) => cuttingTimes(codec, withWeekYear),
};
