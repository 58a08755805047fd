import { expect, it } from 'vitest';
import { refusedTimestamps } from '../../../src/generate/values/refused-timestamp.ts';
import { typicalTimestamp } from '../../../src/generate/values/timestamp.ts';
import { generateVectors } from '../../../src/generate/vectors.ts';
import { type Item, tagsOf } from '../../../src/value/attribute-value.ts';
import { isEpochFormat, isTimestamp, type TimestampFormat, timestampFormats } from '../../../src/value/timestamp.ts';
import type { RefusalVector } from '../../../src/vector/vector.ts';
import { everyType } from '../../support/schemas.ts';
import { smallCodec } from '../../support/small.ts';

const texts = timestampFormats.filter((format) => !isEpochFormat(format));

/** What a reader looks at that compares the form of a timestamp, and not its calendar. */
const forms: { readonly [format in TimestampFormat]: RegExp } = {
  'iso-seconds': /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/,
  'iso-milliseconds': /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/,
  'iso-microseconds': /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z$/,
  rfc3339: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
  month: /^\d{4}-\d{2}$/,
  'epoch-seconds': /^-?\d{1,12}$/,
  'epoch-milliseconds': /^-?\d{1,15}$/,
};

/** What may be missing from a timestamp, or be another thing than it should be, with nothing else wrong. */
const times = ['T03:04:05Z', 'T03:04:05.678Z', 'T03:04:05.678901Z'];
const places = [
  '',
  '01',
  '00',
  '.678',
  '.678901',
  'Z',
  'T',
  '-',
  '-02',
  '01-02',
  '2024-01-02',
  '2024-01',
  '2024',
  ...times,
];

/** The same text in pieces of which one may be wrong: a time or a day as a whole, or each of its numbers and marks. */
const pieces = [/T.*$|-\d{2}$|\d+|[^\d]/g, /[+-]\d{2}:?\d{2}$|\.\d+|\d+|[^\d]/g];

/** Whether one change in one place of a text makes a timestamp of it. */
function isOneAway(text: string, format: TimestampFormat): boolean {
  return pieces.some((piece) => {
    const parts = text.match(piece) ?? [];
    return [...parts, ''].some((part, index) => {
      const others = /^T./.test(part) ? [''] : places.flatMap((other) => [other, other + part]);
      return others.some((other) =>
        isTimestamp([...parts.slice(0, index), other, ...parts.slice(index + 1)].join(''), format),
      );
    });
  });
}

it.each(texts)('each text that %s refuses is a timestamp but for one place', (format) => {
  const refused = refusedTimestamps({ kind: 'timestamp', format, examples: [] });
  const wrong = refused.filter(({ slug }) => slug !== 'empty').map(({ value }) => String(value));
  expect(wrong.filter((text) => isTimestamp(text, format))).toEqual([]);
  expect(wrong.filter((text) => !isOneAway(text, format))).toEqual([]);
});

it('a text with two faults is more than one place away', () => {
  expect(isOneAway('2023-02-29T00:00:00Z', 'iso-milliseconds')).toBe(false);
  expect(isOneAway('2024-01-02T03:04:05+00:00', 'iso-microseconds')).toBe(false);
  expect(isOneAway('2024-01-02 03:04:05Z', 'iso-milliseconds')).toBe(false);
  expect(isOneAway('2023-02-29T00:00:00Z', 'date')).toBe(false);
});

it.each(texts)('what looks at the form of %s alone takes each date that does not exist', (format) => {
  const refused = refusedTimestamps({ kind: 'timestamp', format, examples: [] });
  const dates = refused.filter(({ scenario }) => scenario === 'no-such-date').map(({ value }) => String(value));
  expect(dates.length).toBeGreaterThan(0);
  expect(dates.filter((text) => !forms[format].test(text))).toEqual([]);
});

it.each(timestampFormats.filter(isEpochFormat))('%s has no calendar, and the faults of numbers', (format) => {
  const refused = refusedTimestamps({ kind: 'timestamp', format, examples: [] });
  expect(refused.filter(({ value }) => isTimestamp(String(value), format))).toEqual([]);
  expect(refused.flatMap(({ hazards }) => hazards)).not.toContain('time-calendar');
  expect(refused.map(({ slug }) => slug)).toEqual(
    expect.arrayContaining(['text', 'fraction', 'negative', 'leading-zero', 'plus', 'too-large']),
  );
});

/** The refusals of a record type with a time in an attribute of its own, and in a key. */
function refusalsOf(format: TimestampFormat, component = 'at'): readonly RefusalVector[] {
  const attributes = `at: { type: timestamp, format: ${format}, required: true }
seen: { type: timestamp, format: ${format} }`;
  const indexes = "indexes: { by_x: { pk_pattern: 'AT', sk_pattern: 'AT#{COMPONENT}' } }".replace(
    'COMPONENT',
    component,
  );
  const files = generateVectors(smallCodec(attributes, { thing: indexes }));
  return files.flatMap((file) => (file.kind === 'refusals' ? file.vectors : []));
}

/** What stands in the attribute, or in the place of the component of the key. */
function timeIn(vector: RefusalVector | undefined): string | undefined {
  if (vector?.op === 'key.parse') return tagsOf((vector.key as Item).XSK ?? { NULL: true }).S?.slice('AT#'.length);
  const { S, N } = tagsOf((vector?.op === 'item.decode' ? (vector.item as Item).seen : undefined) ?? { NULL: true });
  return S ?? N;
}

it.each(timestampFormats)('an item and a key of %s have an impossible time in its form', (format) => {
  const vectors = refusalsOf(format);
  for (const id of ['thing/decode-seen-invalid', 'thing/parse-by_x-xsk-at-invalid']) {
    const vector = vectors.find((each) => each.id === id);
    const text = timeIn(vector);
    expect([id, text, forms[format].test(text ?? '')]).toEqual([id, text, true]);
    expect(vector?.hazards).toEqual([isEpochFormat(format) ? 'time-range' : 'time-calendar']);
    expect(vector?.error.rule).toBe('timestamp');
  }
});

it.each([
  ['at:date', '2024-02-30'],
  ['at:hour', '2024-02-30T03'],
])('a key that has {%s} has a day there that does not exist', (component, text) => {
  const vectors = refusalsOf('rfc3339', component);
  const vector = vectors.find(({ id }) => id === 'thing/parse-by_x-xsk-at-no-such-day');
  expect([timeIn(vector), vector?.hazards]).toEqual([text, ['time-calendar']]);
});

it.each(['at:year', 'at:month'])('a key that has {%s} has no day', (component) => {
  const ids = refusalsOf('rfc3339', component).map(({ id }) => id);
  expect(ids).toContain('thing/parse-by_x-xsk-at-empty');
  expect(ids).not.toContain('thing/parse-by_x-xsk-at-no-such-day');
});

it('a number key that is a time is refused beyond its range', () => {
  const files = generateVectors(everyType).filter((file) => file.record_type === 'reading');
  const slugs = files.flatMap((file) => file.vectors.map(({ id }) => id));
  expect(slugs.filter((id) => /parse-primary-.*-(?:negative|too-large)$/.test(id))).toEqual([
    'reading/parse-primary-at-negative',
    'reading/parse-primary-at-too-large',
  ]);
});

it('typical timestamps are of the forms that are looked for', () => {
  for (const format of timestampFormats)
    expect(forms[format].test(typicalTimestamp({ kind: 'timestamp', format, examples: [] }))).toBe(true);
});
