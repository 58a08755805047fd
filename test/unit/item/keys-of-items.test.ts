import { expect, it } from 'vitest';
import { codecOf } from '../../support/codec.ts';
import { accepted, refusal } from '../../support/results.ts';
import { rateLimits } from '../../support/schemas.ts';
import { smallCodec } from '../../support/small.ts';

const invalidRecord = (rule: string, path: string): object => ({ class: 'invalid-record', rule, path });
const invalidItem = (rule: string, path: string): object => ({ class: 'invalid-item', rule, path });
const key = { PK: { S: 'T#x' } };

const members = { wcu: '1' };

const bucket = {
  namespace_id: '_',
  entity_id: 'u',
  resource: 'r',
  shard_id: '0',
  rf: '0',
  'b_{limit}_tk': members,
  'b_{limit}_cp': members,
  'b_{limit}_ra': members,
  'b_{limit}_rp': members,
  'b_{limit}_tc': members,
};

const meta = accepted(
  rateLimits.encode('entity_meta', {
    namespace_id: '_',
    entity_id: 'u',
    parent_id: 'p',
    created_at: '2024-01-02T03:04:05Z',
  }),
);

it.each([
  ['another value in an index', { GSI4SK: { S: '_/ENTITY#v' } }, invalidItem('index-key', '/GSI4SK')],
  ['no key of an index', { GSI1PK: undefined }, invalidItem('index-key', '/GSI1PK')],
  ['NULL in a key of an index', { GSI1PK: { NULL: true } }, invalidItem('index-key', '/GSI1PK')],
  ['a key without its condition', { parent_id: { NULL: true } }, invalidItem('index-key', '/GSI1PK')],
  ['another value of a component', { entity_id: { S: 'v' } }, invalidItem('key-mismatch', '/entity_id')],
  ['another value of a component of an index', { parent_id: { S: 'q' } }, invalidItem('index-key', '/GSI1PK')],
  ['the key of another record type', { SK: { S: '#STATE' } }, invalidItem('key-pattern', '/SK')],
  ['no key', { PK: undefined }, invalidItem('required', '/PK')],
])('reads no item with %s', (_what, change, expected) => {
  const item = JSON.parse(JSON.stringify({ ...meta, ...change }));
  expect(refusal(rateLimits.decode(item, 'entity_meta'))).toEqual(expected);
});

it('reads an item that is not in an index which its record is not in', () => {
  const { GSI1PK: _pk, GSI1SK: _sk, ...rest } = meta;
  const item = { ...rest, parent_id: { NULL: true } };
  expect(accepted(rateLimits.decode(item)).record['parent_id']).toBeNull();
});

it.each([
  ['ignore', 'accepted'],
  ['preserve', 'accepted'],
  ['reject', invalidItem('unknown', '/new')],
])('treats an unknown attribute under %s', (rule, expected) => {
  const codec = smallCodec('a: { type: string }', { thing: `unknown_attributes: ${rule}` });
  const item = { ...key, new: { N: '1.0' } };
  const result = codec.decode(item, 'thing');
  expect(refusal(result)).toEqual(expected);
  if (!result.ok) {
    expect(refusal(codec.encode('thing', { id: 'x' }, { unknownAttributes: { new: { N: '1' } } }))).toEqual(
      invalidRecord('unknown', '/unknown_attributes/new'),
    );
    return;
  }
  expect(result.value).toMatchObject({ record: { id: 'x' }, unknownAttributes: { new: { N: '1' } } });
  expect(accepted(codec.encode('thing', result.value.record, result.value))).toEqual({ ...key, new: { N: '1' } });
});

it.each([
  ['no DynamoDB JSON', { new: 'x' }, invalidRecord('attribute-value', '/unknown_attributes/new')],
  ['an attribute of the record', { a: { S: 'y' } }, invalidRecord('unknown', '/unknown_attributes/a')],
  ['a key attribute', { PK: { S: 'y' } }, invalidRecord('unknown', '/unknown_attributes/PK')],
  ['a list', [], invalidRecord('type', '/unknown_attributes')],
])('brings no unknown attribute back that is %s', (_what, unknownAttributes, expected) => {
  const codec = smallCodec('a: { type: string }');
  expect(refusal(codec.encode('thing', { id: 'x', a: 's' }, { unknownAttributes }))).toEqual(expected);
});

it.each([
  ['a member that does not exist', { no_such_member: 'x' }, invalidRecord('unknown', '/no_such_member')],
  ['a component that is missing', { namespace_id: undefined }, invalidRecord('required', '/namespace_id')],
  ['a component that is no text', { namespace_id: 5 }, invalidRecord('type', '/namespace_id')],
  ['a component that is NULL', { namespace_id: null }, invalidRecord('type', '/namespace_id')],
  ['a component outside its domain', { shard_id: '2147483648' }, invalidRecord('maximum', '/shard_id')],
  ['a key attribute', { PK: 'x' }, invalidRecord('unknown', '/PK')],
  ['a member __proto__', JSON.parse('{"__proto__":"x"}'), invalidRecord('unknown', '/__proto__')],
])('writes no record with %s', (_what, change, expected) => {
  const record: unknown = JSON.parse(
    `${JSON.stringify({ ...bucket, ...change }).slice(0, -1)}${Object.hasOwn(change, '__proto__') ? ',"__proto__":"x"' : ''}}`,
  );
  expect(refusal(rateLimits.encode('bucket', record))).toEqual(expected);
});

it('finds no record type for a key that none or several explain', () => {
  expect(refusal(rateLimits.identify({ PK: { S: 'x' }, SK: { S: '#META' } }))).toEqual(invalidItem('record-type', ''));
  const twoTables = codecOf(`
tables:
  left: { keys: { primary: { partition_key: PK } } }
  right: { keys: { primary: { partition_key: PK } } }
record_types:
  one: { table: left, pk: T, attributes: {} }
  two: { table: right, pk: T, attributes: {} }
`);
  const both = twoTables.identify({ PK: { S: 'T' } });
  expect(both.ok ? '' : both.error.message).toBe(
    'expected one record type, but one and two have this key, and found {"PK":{"S":"T"}}',
  );
  expect(refusal(twoTables.decode({ PK: { S: 'T' } }, 'two'))).toBe('accepted');
  const result = rateLimits.decode({ PK: { S: '_/SYSTEM#' } });
  expect(result.ok ? '' : result.error.message).toBe(
    'expected a primary key of one of the record types, and found {"PK":{"S":"_/SYSTEM#"}}',
  );
});

it.each([
  ['none', {}, ''],
  ['another', { kind: { S: 'c' } }, ',"kind":{"S":"c"}'],
])('names the discriminator and what it may be where an item has %s', (_what, attributes, found) => {
  const codec = codecOf(`
table: { name: things, keys: { primary: { partition_key: PK } } }
parameters: { x: { type: string, max_length: 9 } }
waivers: [{ rule: key-collision, at: record_types.two, reason: A thing changes its kind. }]
record_types:
  one: { pk_pattern: 'A#{x}', discriminator: { attribute: kind, value: a } }
  two: { pk_pattern: 'A#{x}', discriminator: { attribute: kind, value: b } }
  other: { pk_pattern: 'B#{x}' }
`);
  const result = codec.decode({ PK: { S: 'A#x' }, ...attributes });
  expect(result.ok ? '' : [result.error.rule, result.error.path, result.error.message]).toEqual([
    'record-type',
    '',
    `expected the discriminator of a record type with this primary key ("kind" is "a" for one, "kind" is "b" for two), and found {"PK":{"S":"A#x"}${found}}`,
  ]);
  expect(refusal(codec.decode({ PK: { S: 'A#x' }, kind: { S: 'b' } }))).toBe('accepted');
  const nobodys = codec.decode({ PK: { S: 'C#x' }, kind: { S: 'a' } });
  expect(nobodys.ok ? '' : nobodys.error.message).toBe(
    'expected a primary key of one of the record types, and found {"PK":{"S":"C#x"}}',
  );
});
