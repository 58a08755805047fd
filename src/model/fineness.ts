import type { TimeUnit } from './model.ts';

/** A time that is cut to one of these can be cut to every lower one. */
export const fineness: { readonly [unit in TimeUnit]: number } = {
  year: 0,
  month: 1,
  date: 2,
  hour: 3,
  'iso-seconds': 4,
  'epoch-seconds': 4,
  'iso-milliseconds': 5,
  'epoch-milliseconds': 5,
  'iso-microseconds': 6,
};
