const year = '(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])';
const month = `${year}-(?:0[1-9]|1[0-2])`;
const date = `${month}-(?:0[1-9]|[12][0-9]|3[01])`;

const leapYear = '(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:0[48]|[2468][048]|[13579][26])00)';
const dayOfEveryYear =
  '(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))';
const calendarDate = `(?:${year}-${dayOfEveryYear}|${leapYear}-02-29)`;

const clockHour = '(?:[01][0-9]|2[0-3])';

/**
 * What times look like as text, each as a regular expression. The 30th of February matches; that a calendar has no such
 * day is known where a timestamp itself is checked.
 */
export const timeSources = sourcesWith(date);

/** The same for days that there are. Their automata are larger. */
export const calendarSources = sourcesWith(calendarDate);

function sourcesWith(day: string) {
  const second = `${day}T${clockHour}:[0-5][0-9]:[0-5][0-9]`;
  return {
    year,
    month,
    date: day,
    hour: `${day}T${clockHour}`,
    'iso-seconds': `${second}Z`,
    'iso-milliseconds': `${second}\\.[0-9]{3}Z`,
    'iso-microseconds': `${second}\\.[0-9]{6}Z`,
    rfc3339: `${second}(?:\\.[0-9]{1,9})?(?:Z|[+\\-]${clockHour}:[0-5][0-9])`,
  } as const;
}
