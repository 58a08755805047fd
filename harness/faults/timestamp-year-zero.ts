import type { Fault } from './fault.ts';
import { takingValues } from './support/decorate.ts';

export const timestampYearZero: Fault = {
  id: 'timestamp-year-zero',
  summary: 'The year 0000 is taken, and stored as the year 0001.',
  hazard: 'time-calendar',
  seenIn: 'The calendars of JavaScript, Java and Rust, in which it is 1 BC; Python has no such year.',
  killedBy: 'item-encode-refusal',
  apply: (codec) =>
    takingValues(codec, (value, type) =>
      type.kind === 'timestamp' && typeof value === 'string' ? value.replace(/^0000/, '0001') : value,
    ),
};
