const year = '(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])';
const month = `${year}-(?:0[1-9]|1[0-2])`;
const date = `${month}-(?:0[1-9]|[12][0-9]|3[01])`;
const clockHour = '(?:[01][0-9]|2[0-3])';
const second = `${date}T${clockHour}:[0-5][0-9]:[0-5][0-9]`;

/**
 * What times look like as text, each as a regular expression. The 30th of February matches; that a calendar has no such
 * day is known where a timestamp itself is checked.
 */
export const timeSources = {
  year,
  month,
  date,
  hour: `${date}T${clockHour}`,
  'iso-seconds': `${second}Z`,
  'iso-milliseconds': `${second}\\.[0-9]{3}Z`,
  'iso-microseconds': `${second}\\.[0-9]{6}Z`,
  rfc3339: `${second}(?:\\.[0-9]{1,9})?(?:Z|[+\\-]${clockHour}:[0-5][0-9])`,
} as const;
