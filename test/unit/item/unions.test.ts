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
