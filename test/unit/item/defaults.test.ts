import { expect, it } from 'vitest';
import { accepted, refusal } from '../../support/results.ts';
import { rateLimits } from '../../support/schemas.ts';
import { smallCodec } from '../../support/small.ts';

// Four different things: absent, NULL, empty, default.

const invalidRecord = (rule: string, path: string): object => ({ class: 'invalid-record', rule, path });
const invalidItem = (rule: string, path: string): object => ({ class: 'invalid-item', rule, path });
const key = { PK: { S: 'T#x' } };

const four = smallCodec(
  'a: { type: string, nullable: true, allow_empty: true }\nb: { type: string, nullable: true, allow_empty: true, default: d }',
);

it.each([
  ['absent', {}, { b: { S: 'd' } }, { b: 'd' }],
  ['NULL', { a: null, b: null }, { a: { NULL: true }, b: { NULL: true } }, { a: null, b: null }],
  ['empty', { a: '', b: '' }, { a: { S: '' }, b: { S: '' } }, { a: '', b: '' }],
  ['the default', { a: 'd', b: 'd' }, { a: { S: 'd' }, b: { S: 'd' } }, { a: 'd', b: 'd' }],
])('keeps apart what is %s', (_what, record, attributes, read) => {
  const item = accepted(four.encode('thing', { id: 'x', ...record }));
  expect(item).toEqual({ ...key, ...attributes });
  expect(accepted(four.decode(item, 'thing')).record).toEqual({ id: 'x', ...read });
});

it.each([
  ['both', { a: { S: 'd' } }, { a: 'd' }],
  ['write', { a: { S: 'd' } }, {}],
  ['read', {}, { a: 'd' }],
])('applies a default on %s', (when, written, read) => {
  const codec = smallCodec(`a: { type: string, default: d, default_on: ${when} }`);
  expect(accepted(codec.encode('thing', { id: 'x' }))).toEqual({ ...key, ...written });
  const decoded = accepted(codec.decode(key, 'thing'));
  // Also where only a writer has it, who would put it there again.
  expect([decoded.record, decoded.defaulted]).toEqual([{ id: 'x', ...read }, ['a']]);
});

it.each([
  ['both', 'accepted', 'accepted'],
  ['write', 'accepted', invalidItem('required', '/a')],
  ['read', invalidRecord('required', '/a'), 'accepted'],
])('demands a required attribute where its default (%s) does not apply', (when, onWrite, onRead) => {
  const codec = smallCodec(`a: { type: string, required: true, default: d, default_on: ${when} }`);
  expect([refusal(codec.encode('thing', { id: 'x' })), refusal(codec.decode(key, 'thing'))]).toEqual([onWrite, onRead]);
});

it.each([
  ['absent', {}, 'x'],
  ['empty', { name: '' }, 'x'],
  ['given', { name: 'n' }, 'n'],
])('takes the default from another attribute when one is %s', (_what, name, expected) => {
  const record = { namespace_id: '_', entity_id: 'x', created_at: '2024-01-02T03:04:05Z', ...name };
  expect(accepted(rateLimits.encode('entity_meta', record))['name']).toEqual({ S: expected });
});

it.each([
  ['a default of writers', 'a: { type: string, default: d, default_on: write }', {}],
  ['a default of both', 'a: { type: string, default: d }', {}],
  ['a default from another attribute', 'b: { type: string }\na: { type: string, default_from: b }', { b: { S: 'v' } }],
  [
    'a default of writers inside of a map',
    'm: { type: map, members: { a: { type: string, default: d, default_on: write } } }',
    { m: { M: {} } },
  ],
  [
    'a default of writers on which another attribute depends',
    'a: { type: string, enum: [x, y], default: x, default_on: write }\nb: { type: string, present_when: { a: [x] } }',
    {},
  ],
])('writes an item again that lacks %s', (_what, attributes, stored) => {
  const codec = smallCodec(attributes);
  const item = { ...key, ...stored };
  const decoded = accepted(codec.decode(item, 'thing'));
  expect(accepted(codec.encode('thing', decoded.record, decoded))).toEqual(item);
  // Without being told what the item lacks it is written as by anybody.
  expect(codec.encode('thing', decoded.record)).not.toEqual({ ok: true, value: item });
});

it('hands out a default that nobody else can change', () => {
  const codec = smallCodec('a: { type: map, values: { type: list, items: { type: string } }, default: { k: [v] } }');
  const first = accepted(codec.decode(key, 'thing')).record['a'] as { k: string[] };
  first.k.push('w');
  expect(accepted(codec.decode(key, 'thing')).record['a']).toEqual({ k: ['v'] });
  expect(accepted(codec.encode('thing', { id: 'x' }))['a']).toEqual({ M: { k: { L: [{ S: 'v' }] } } });
});

it('leaves out again what a reader supplied, and nothing else', () => {
  const codec = smallCodec('a: { type: string, default: d }\nb: { type: string, required: true }\nc: { type: string }');
  const encode = (record: object, ...defaulted: string[]): unknown => {
    const result = codec.encode('thing', { id: 'x', ...record }, { defaulted });
    return result.ok ? result.value : refusal(result);
  };
  expect(encode({ a: 'd', b: 'v' }, 'a')).toEqual({ ...key, b: { S: 'v' } });
  expect(encode({ b: 'v' }, 'a')).toEqual({ ...key, b: { S: 'v' } });
  expect(encode({ a: 'other', b: 'v' }, 'a')).toEqual(invalidRecord('default-changed', '/a'));
  expect(encode({ a: 'd' }, 'a', 'b')).toEqual(invalidRecord('default-changed', '/b'));
  expect(encode({ a: 'd', b: 'v', c: 'w' }, 'c')).toEqual(invalidRecord('default-changed', '/c'));
});

it('leaves an empty set out where DynamoDB cannot store it', () => {
  const codec = smallCodec('a: { type: string_set, empty_set: omit, default: [], default_on: read }');
  expect(accepted(codec.encode('thing', { id: 'x', a: [] }))).toEqual(key);
  expect(accepted(codec.decode(key, 'thing')).record).toEqual({ id: 'x', a: [] });
});
