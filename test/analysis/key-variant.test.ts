import { expect, it } from 'vitest';
import { compileSchema } from '../../src/compile.ts';
import { compileCodec } from '../../src/item/codec.ts';
import { type Case, expectImplications, tableOf } from './support.ts';

const total = '      total: { type: integer, required: true, role: counter }';
const window = '      window: { type: string, enum: [hourly, daily], required: true }';

function usage(sort: string, ...attributes: readonly string[]): string {
  return tableOf(`
  usage:
    pk_pattern: "U#{name}"
    sk_pattern: "${sort}"
    attributes:
      start: { type: timestamp, format: iso-seconds, required: true }
${attributes.join('\n')}
`);
}

function event(sort: string, format: string, ...attributes: readonly string[]): string {
  return tableOf(`
  event:
    pk_pattern: "T#{name}"
    sk_pattern: "${sort}"
    attributes:
      when: { type: timestamp, format: ${format}, required: true }
      what: { type: string, enum: [opened, closed], required: true }
${attributes.join('\n')}
`);
}

const lacking = ['key-lacks-variant', 'record_types.usage.attributes.window'] as const;
const dense = ['key-event-resolution', 'record_types.event.sk_pattern'] as const;

const cases: readonly Case[] = [
  {
    what: 'totals of hours and days that begin together',
    schema: usage('USAGE#{start}', total, window),
    expected: [[...lacking, '"hourly" and "daily"', '{"PK":"U#a","SK":"USAGE#2024-01-01T00:00:00Z"}']],
  },
  {
    what: 'totals that a boolean tells apart',
    schema: usage('USAGE#{start}', total, '      billed: { type: boolean, required: true }'),
    expected: [['key-lacks-variant', 'record_types.usage.attributes.billed', '"false" and "true"']],
  },
  {
    what: 'an enumeration with a default, of anything else',
    schema: usage('USAGE#{start}', total, '      plan: { type: string, enum: [free, paid], default: free }'),
    expected: [],
  },
  {
    what: 'windows without a counter, before another component',
    schema: usage('USAGE#{start}#{ulid}', window),
    expected: [[...lacking, 'where "{start}" is the start of a period', '"SK":"USAGE#2024-01-01T00:00:00Z#']],
  },
  {
    what: 'windows without a counter, which are no events of one second',
    schema: usage('USAGE#{start}', window),
    expected: [[...lacking]],
  },
  { what: 'the same with the window in the key', schema: usage('USAGE#{window}#{start}', window), expected: [] },
  {
    what: 'an enumeration of anything, whose start is in the key as a number',
    schema: tableOf(`
  usage:
    pk_pattern: "U#{name}"
    sk_pattern: "{kind_start:08}"
    attributes:
      kind_start: { type: integer, minimum: 0, maximum: 99999999, required: true }
      kind: { type: string, enum: [short, long], required: true }
`),
    expected: [['key-lacks-variant', 'record_types.usage.attributes.kind', '"short" and "long"']],
  },
  {
    what: 'what is paid monthly or yearly: a property of the record',
    schema: tableOf(`
  customer:
    pk_pattern: "U#{name}"
    sk: S
    attributes: { billing: { type: string, enum: [monthly, yearly], required: true } }
`),
    expected: [],
  },
  {
    what: 'what an event says of months and years',
    schema: event('EVENT#{when}#{ulid}', 'iso-seconds', window.replace('window', 'billing')),
    expected: [],
  },
  { what: 'the window in the key', schema: usage('USAGE#{window}#{start}', total, window), expected: [] },
  {
    what: 'the window in the partition key',
    schema: usage('USAGE#{start}', total, window).replace('"U#{name}"', '"U#{name}#{window}"'),
    expected: [],
  },
  {
    what: 'one kind of window only',
    schema: usage('USAGE#{start}', total, window.replace('[hourly, daily]', '[hourly]')),
    expected: [],
  },
  {
    what: 'a state, which changes',
    schema: usage('USAGE#{start}', total, '      billing_status: { type: string, enum: [open, paid], required: true }'),
    expected: [],
  },
  {
    what: 'windows of which one is the default',
    schema: usage('USAGE#{start}', total, window.replace('required: true', 'required: true, default: hourly')),
    expected: [[...lacking, 'where "{start}" is the start of a period', '"hourly" and "daily"']],
  },
  {
    what: 'an enumeration that may be missing',
    schema: usage('USAGE#{start}', total, window.replace(', required: true', '')),
    expected: [],
  },
  {
    what: 'an enumeration on which another attribute depends',
    schema: usage('USAGE#{start}', total, window, '      hour: { type: integer, present_when: { window: [hourly] } }'),
    expected: [],
  },
  {
    what: 'a key without a time',
    schema: usage('USAGE#{small}', total, window),
    expected: [],
  },
  {
    what: 'events of one second',
    schema: event('EVENT#{when}', 'iso-seconds'),
    expected: [[...dense, 'two of the same second', '{"PK":"T#a","SK":"EVENT#2024-01-01T00:00:00Z"}']],
  },
  {
    what: 'events of one second of the epoch',
    schema: event('EVENT#{small}#{when}', 'epoch-seconds'),
    expected: [
      [...dense, '"SK":"EVENT#1#1704067200"'],
      ['key-order', 'record_types.event.sk_pattern'],
    ],
  },
  {
    what: 'events of one second, before a constant sort key',
    schema: event('EVENT', 'iso-seconds').replace('"T#{name}"', '"T#{name}#{when}"'),
    expected: [
      ['key-event-resolution', 'record_types.event.pk_pattern', '{"PK":"T#a#2024-01-01T00:00:00Z","SK":"EVENT"}'],
    ],
  },
  {
    what: 'events that are kept, of one day',
    schema: event('EVENT#{when:date}', 'iso-seconds').replace('  event:', '  event:\n    append_only: true'),
    expected: [[...dense, 'only "{when}", cut to "date", tells', 'two of the same date', '"SK":"EVENT#2024-01-01"']],
  },
  {
    what: 'a report of each day that is kept',
    schema: event('EVENT#{when}', 'date').replace('  event:', '  event:\n    append_only: true'),
    expected: [],
  },
  {
    what: 'one record of each day, which may be replaced',
    schema: event('EVENT#{when:date}', 'iso-seconds').replace('closed], required: true', 'closed]'),
    expected: [],
  },
  { what: 'events with an id behind their time', schema: event('EVENT#{when}#{ulid}', 'iso-seconds'), expected: [] },
  {
    what: 'events with an id before their time',
    schema: event(
      'EVENT#{event_id}#{when}',
      'iso-seconds',
      '      event_id: { type: string, pattern: "[A-Z]{4}", required: true }',
    ),
    expected: [],
  },
];

it.each(cases)('says which records one time cannot tell apart: $what', expectImplications);

it('does not say so of records that the codec gives different keys', () => {
  const { model } = compileSchema('s.yaml', usage('USAGE#{start}', total, window));
  if (model === undefined) throw new Error('the schema is wrong');
  const codec = compileCodec(model);
  const keys = ['hourly', 'daily'].map((each) =>
    codec.buildKeys('usage', { name: 'a', start: '2024-01-01T00:00:00Z', total: '1', window: each }),
  );
  expect(keys[0]).toEqual({
    ok: true,
    value: { primary: { PK: { S: 'U#a' }, SK: { S: 'USAGE#2024-01-01T00:00:00Z' } } },
  });
  expect(keys[1]).toEqual(keys[0]);
});
