import { expect, it } from 'vitest';
import { accepted, refusal } from '../../support/results.ts';
import { smallCodec } from '../../support/small.ts';

const either = smallCodec(`
  v:
    type: union
    nullable: true
    variants:
      - { type: string, max_length: 5 }
      - { type: boolean }
      - { type: list, items: { type: integer } }
      - { type: map, members: { kind: { type: string, const: a, required: true }, n: { type: integer, default: 1 } } }
      - { type: map, members: { kind: { type: string, const: b, required: true } } }
`);

it.each<[string, unknown, object]>([
  ['text', 'x', { S: 'x' }],
  ['a boolean', false, { BOOL: false }],
  ['a list', ['1', '2'], { L: [{ N: '1' }, { N: '2' }] }],
  ['a map', { kind: 'b' }, { M: { kind: { S: 'b' } } }],
  ['a map with another constant', { kind: 'a', n: '2' }, { M: { kind: { S: 'a' }, n: { N: '2' } } }],
  ['NULL', null, { NULL: true }],
])('writes and reads %s', (_what, value, stored) => {
  const item = accepted(either.encode('thing', { id: 'a', v: value }));
  expect(item['v']).toEqual(stored);
  expect(accepted(either.decode(item, 'thing')).record).toEqual({ id: 'a', v: value });
});

it('leaves out again what a reader supplied inside a variant', () => {
  const item = { ...accepted(either.encode('thing', { id: 'a' })), v: { M: { kind: { S: 'a' } } } };
  const decoded = accepted(either.decode(item, 'thing'));
  expect(decoded.record).toEqual({ id: 'a', v: { kind: 'a', n: '1' } });
  expect(accepted(either.encode('thing', decoded.record, decoded))).toEqual(item);
});

it.each<[string, unknown, string]>([
  ['a number', 5, 'type'],
  ['text that its variant refuses', 'too long', 'max-length'],
  ['a map of no variant', { kind: 'c' }, 'type'],
])('refuses %s', (_what, value, rule) => {
  expect(refusal(either.encode('thing', { id: 'a', v: value }))).toMatchObject({ class: 'invalid-record', rule });
});

it.each<[string, object, string]>([
  ['a set', { SS: ['a'] }, 'type'],
  ['a map of no variant', { M: {} }, 'type'],
  ['a number', { N: '1' }, 'type'],
])('refuses %s in an item', (_what, stored, rule) => {
  const item = { ...accepted(either.encode('thing', { id: 'a' })), v: stored };
  expect(refusal(either.decode(item, 'thing'))).toMatchObject({ class: 'invalid-item', rule, path: '/v' });
});

const maps = smallCodec(`
v:
  type: union
  variants:
    - { type: map, members: { kind: { type: string, const: a, required: true } } }
    - { type: map, members: { kind: { type: string, const: b, required: true }, version: { type: string, const: '2', required: true } } }
    - { type: map, members: { kind: { type: string, const: c, required: true } } }
n: { type: union, variants: [{ type: integer }, { type: number_set }] }
`);

it.each<[string, unknown, string]>([
  ['a number', { v: 5 }, '/v: expected an object (map), and found 5'],
  [
    'a map without a constant',
    { v: { version: '2' } },
    '/v: expected an object in which "kind" is "a", "b" or "c", and found {"version":"2"}',
  ],
  [
    'a map with another constant',
    { v: { kind: 'd' } },
    '/v: expected an object in which "kind" is "a", "b" or "c", and found {"kind":"d"}',
  ],
  [
    'a map that has one of two constants',
    { v: { kind: 'b', version: '1' } },
    '/v: expected an object in which "kind" is "b" and "version" is "2", and found {"kind":"b","version":"1"}',
  ],
  ['a truth value', { n: true }, '/n: expected text (integer) or an array (number_set), and found true'],
  ['a map where none is a variant', { n: {} }, '/n: expected text (integer) or an array (number_set), and found {}'],
])('says of %s what the variants are', (_what, values, message) => {
  const result = maps.encode('thing', { id: 'a', ...(values as object) });
  expect(result.ok ? '' : result.error.message).toBe(message);
});

it.each<[string, object, string]>([
  ['text', { v: { S: 'a' } }, '/v: expected type M (map), and found {"S":"a"}'],
  [
    'a map with another constant',
    { v: { M: { kind: { N: '1' } } } },
    '/v: expected type M in which "kind" is "a", "b" or "c", and found {"M":{"kind":{"N":"1"}}}',
  ],
  ['text', { n: { S: '1' } }, '/n: expected type N (integer) or type NS (number_set), and found {"S":"1"}'],
])('says of %s in an item what the variants are', (_what, stored, message) => {
  const item = { ...accepted(maps.encode('thing', { id: 'a' })), ...stored };
  const result = maps.decode(item, 'thing');
  expect(result.ok ? '' : result.error.message).toBe(message);
});
