import { expect, it } from 'vitest';
import type { Codec } from '../../../src/item/codec.ts';
import { accepted, refusal } from '../../support/results.ts';
import { everyType, rateLimits } from '../../support/schemas.ts';

const deepMap = (levels: number): unknown => {
  let value: unknown = { S: 'x' };
  for (let level = 0; level < levels; level++) value = { M: { k: value } };
  return value;
};

const deepList = (levels: number): unknown => {
  let value: unknown = [];
  for (let level = 0; level < levels; level++) value = [value];
  return value;
};

const hostile: readonly (readonly [string, unknown])[] = [
  ['nothing', undefined],
  ['null', null],
  ['a number', 5],
  ['a boolean', true],
  ['text', 'x'],
  ['a list', []],
  ['a list of pairs', [['PK', { S: 'x' }]]],
  ['an empty object', {}],
  ['a member __proto__', JSON.parse('{"__proto__":{"PK":{"S":"x"}}}')],
  ['members that objects inherit', { constructor: 1, toString: 2, hasOwnProperty: 3 }],
  ['numbers where objects belong', { PK: 5, SK: 5, entity_id: 5 }],
  ['null everywhere', { PK: null, SK: null, entity_id: null, namespace_id: null }],
  [
    'ten thousand maps in each other',
    { PK: deepMap(10_000), entity_id: deepMap(10_000), namespace_id: deepMap(10_000) },
  ],
  ['ten thousand lists in each other', deepList(10_000)],
  ['ten thousand lists in a member', { namespace_id: deepList(10_000), body: deepList(10_000) }],
  ['a text of a million characters', { namespace_id: 'x'.repeat(1_000_000), PK: { S: 'x'.repeat(1_000_000) } }],
  ['ten thousand members', Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`k${index}`, { S: 'x' }]))],
];

const types = [
  ...['bucket', 'version'].map((name) => [rateLimits, name] as const),
  ...['user', 'document'].map((name) => [everyType, name] as const),
];

const operations: readonly (readonly [
  string,
  (codec: Codec, type: string, input: unknown) => { readonly ok: boolean },
])[] = [
  ['encode', (codec, type, input) => codec.encode(type, input)],
  ['encode with options', (codec, type, input) => codec.encode(type, {}, { unknownAttributes: input })],
  ['decode', (codec, type, input) => codec.decode(input, type)],
  ['identify', (codec, _type, input) => codec.identify(input)],
  ['decode without a type', (codec, _type, input) => codec.decode(input)],
  ['buildKeys', (codec, type, input) => codec.buildKeys(type, input)],
  ['primaryKey', (codec, type, input) => codec.primaryKey(type, input)],
  ['parseKey', (codec, type, input) => codec.parseKey(type, 'primary', input)],
];

it.each(operations)('%s refuses whatever else it is given, and never throws', (operationName, operation) => {
  for (const [codec, name] of types) {
    for (const [what, input] of hostile) {
      // A key that is a constant has no components.
      const ok = name === 'version' && operationName === 'primaryKey' && what === 'an empty object';
      expect([name, what, operation(codec, name, input).ok]).toEqual([name, what, ok]);
    }
  }
});

it.each(['', 'nothing', 'constructor', '__proto__', 'BUCKET'])('knows no record type %j', (name) => {
  const expected = { rule: 'record-type', path: '/record_type' };
  expect(refusal(rateLimits.encode(name, {}))).toEqual({ class: 'invalid-record', ...expected });
  expect(refusal(rateLimits.decode({}, name))).toEqual({ class: 'invalid-item', ...expected });
  expect(refusal(rateLimits.parseKey(name, 'primary', {}))).toEqual({ class: 'invalid-key', ...expected });
});

it('takes what is deep where anything may be, up to what DynamoDB holds', () => {
  const record = { user_id: 'u', balance: '0', profile: { nickname: 'n' }, extra: deepMap(32) };
  const item = accepted(everyType.encode('user', record));
  expect(accepted(everyType.decode(item, 'user')).record['extra']).toEqual(record.extra);
  expect(everyType.encode('user', { ...record, extra: deepMap(33) }).ok).toBe(false);
  expect(everyType.encode('user', { ...record, extra: deepMap(10_000) }).ok).toBe(false);
  expect(everyType.decode({ ...item, extra: deepMap(10_000) }, 'user').ok).toBe(false);
  expect(everyType.decode({ ...item, new_attribute: deepMap(10_000) }, 'user').ok).toBe(false);
});

it('says in one line what it refused, however large it is', () => {
  const result = rateLimits.encode('bucket', { namespace_id: 'x'.repeat(1_000_000) });
  expect(result.ok ? '' : result.error.message).toMatch(
    /^\/namespace_id: expected text that matches .*, and found "x+\.\.\.x+"$/,
  );
  expect(result.ok ? 0 : result.error.message.length).toBeLessThan(250);
});

it('points to the place in the schema that says so', () => {
  const result = rateLimits.encode('bucket', {
    namespace_id: '_',
    entity_id: 'u',
    resource: 'r',
    shard_id: '0',
    rf: 'x',
  });
  expect(
    result.ok ? undefined : [result.error.path, result.error.at?.path, result.error.value, result.error.expected],
  ).toEqual(['/rf', 'record_types.bucket.attributes.rf', 'x', 'a timestamp of format epoch-milliseconds']);
});

it.each(['a type of the same key', 'no type at all'])('does not guess the record type of %s', (what) => {
  const user = accepted(everyType.encode('user', { user_id: 'u', balance: '0', profile: { nickname: 'n' } }));
  const item = what === 'no type at all' ? { user: { S: 'x' } } : user;
  const expected = what === 'no type at all' ? { class: 'invalid-item', rule: 'record-type', path: '' } : 'accepted';
  expect(refusal(everyType.identify(item))).toEqual(expected);
});
