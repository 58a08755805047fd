import { expect, it } from 'vitest';
import { accepted, refusal } from '../../support/results.ts';
import { rateLimits } from '../../support/schemas.ts';
import { smallCodec } from '../../support/small.ts';

const invalidRecord = (rule: string, path: string): object => ({ class: 'invalid-record', rule, path });
const invalidItem = (rule: string, path: string): object => ({ class: 'invalid-item', rule, path });
const key = { PK: { S: 'T#x' } };

/* Four different things: absent, NULL, empty, default. */

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
  expect([decoded.record, decoded.defaulted]).toEqual([{ id: 'x', ...read }, Object.keys(read)]);
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

/* Presence that follows from another attribute. */

const conditional =
  'status: { type: string, enum: [on, off], required: true, default: on }\nsince: { type: string, present_when: { status: [off] } }';

it.each([
  ['absent, as it must be', { status: 'on' }, 'accepted'],
  ['absent under the default', {}, 'accepted'],
  ['present, as it must be', { status: 'off', since: 's' }, 'accepted'],
  ['present and forbidden', { status: 'on', since: 's' }, invalidRecord('present-when', '/since')],
  ['present under the default', { since: 's' }, invalidRecord('present-when', '/since')],
  ['missing', { status: 'off' }, invalidRecord('present-when', '/since')],
])('writes an attribute that is %s', (_what, record, expected) => {
  expect(refusal(smallCodec(conditional).encode('thing', { id: 'x', ...record }))).toEqual(expected);
});

it.each([
  ['absent, as it must be', { status: { S: 'on' } }, 'accepted'],
  ['absent under the default', {}, 'accepted'],
  ['present, as it must be', { status: { S: 'off' }, since: { S: 's' } }, 'accepted'],
  ['present and forbidden', { status: { S: 'on' }, since: { S: 's' } }, invalidItem('present-when', '/since')],
  ['present under the default', { since: { S: 's' } }, invalidItem('present-when', '/since')],
  ['missing', { status: { S: 'off' } }, invalidItem('present-when', '/since')],
])('reads an attribute that is %s', (_what, attributes, expected) => {
  expect(refusal(smallCodec(conditional).decode({ ...key, ...attributes }, 'thing'))).toEqual(expected);
});

it('judges a condition that is NULL as a reader does', () => {
  const codec = smallCodec('f: { type: boolean, nullable: true }\na: { type: string, present_when: { f: [true] } }');
  expect(refusal(codec.encode('thing', { id: 'x', f: null, a: 's' }))).toEqual(invalidRecord('present-when', '/a'));
  expect(refusal(codec.encode('thing', { id: 'x', f: null }))).toBe('accepted');
  expect(refusal(codec.decode({ ...key, f: { NULL: true } }, 'thing'))).toBe('accepted');
});

it('does not care in which order the schema lists an attribute and its condition', () => {
  const [status = '', since = ''] = conditional.split('\n');
  const codec = smallCodec(`${since}\n${status}`);
  expect(refusal(codec.encode('thing', { id: 'x', status: 'off', since: 's' }))).toBe('accepted');
});

/* Families. */

const bucket = (members: object, change: object = {}): object => ({
  namespace_id: '_',
  entity_id: 'u',
  resource: 'r',
  shard_id: '0',
  rf: '0',
  ...Object.fromEntries(['tk', 'cp', 'ra', 'rp', 'tc'].map((suffix) => [`b_{limit}_${suffix}`, members])),
  ...change,
});

it('writes each member as an attribute, and finds it by the last suffix', () => {
  const record = bucket({ wcu: '1', rpm: '2', a_tk: '3', wcu_tk_tk: '4' });
  const item = accepted(rateLimits.encode('bucket', record));
  expect([item['b_wcu_tk'], item['b_a_tk_tk'], item['b_wcu_tk_tk_tk'], item['b_a_tk_cp']]).toEqual([
    { N: '1' },
    { N: '3' },
    { N: '4' },
    { N: '3' },
  ]);
  expect(accepted(rateLimits.decode(item)).record).toEqual({ ...record, cascade: false, shard_count: '1' });
});

it.each([
  ['a member outside its domain', bucket({ wcu: '1', 'a#b': '1' }), invalidRecord('pattern', '/b_{limit}_tk/a#b')],
  ['a member without name', bucket({ wcu: '1', '': '1' }), invalidRecord('empty', '/b_{limit}_tk/')],
  ['a wrong value', bucket({ wcu: '1.5' }), invalidRecord('number', '/b_{limit}_tk/wcu')],
  ['NULL', bucket({ wcu: null }), invalidRecord('nullable', '/b_{limit}_tk/wcu')],
  ['no object', bucket([]), invalidRecord('type', '/b_{limit}_tk')],
  ['a family that is NULL', bucket({ wcu: '1' }, { 'b_{limit}_ra': null }), invalidRecord('type', '/b_{limit}_ra')],
  ['no mandatory member', bucket({ rpm: '1' }), invalidRecord('required-member', '/b_{limit}_tk/wcu')],
  [
    'no family',
    bucket({ wcu: '1' }, { 'b_{limit}_tk': undefined }),
    invalidRecord('required-member', '/b_{limit}_tk/wcu'),
  ],
  [
    'a member that another family lacks',
    bucket({ wcu: '1' }, { 'b_{limit}_rp': { wcu: '1', rpm: '1' } }),
    invalidRecord('family-group', '/b_{limit}_rp/rpm'),
  ],
  [
    'without a member that another family has',
    bucket({ wcu: '1', rpm: '1' }, { 'b_{limit}_tc': { wcu: '1' } }),
    invalidRecord('family-group', '/b_{limit}_tc/rpm'),
  ],
  ['a member written out', bucket({ wcu: '1' }, { b_rpm_tk: '1' }), invalidRecord('unknown', '/b_rpm_tk')],
])('writes no family with %s', (_what, record, expected) => {
  expect(refusal(rateLimits.encode('bucket', record))).toEqual(expected);
});

it.each([
  ['another type', { b_wcu_tk: { S: '1' } }, invalidItem('type', '/b_wcu_tk')],
  ['no mandatory member', { b_wcu_tk: undefined }, invalidItem('required-member', '/b_{limit}_tk/wcu')],
  ['a member that the others lack', { b_rpm_cp: { N: '1' } }, invalidItem('family-group', '/b_{limit}_cp/rpm')],
  ['a name that is no member', { b__tk: { N: '1' }, b_1_tk: { S: 'x' } }, 'accepted'],
])('reads from an item with %s', (_what, change, expected) => {
  const item = { ...accepted(rateLimits.encode('bucket', bucket({ wcu: '1' }))), ...change };
  expect(refusal(rateLimits.decode(JSON.parse(JSON.stringify(item))))).toEqual(expected);
});

const usage = {
  namespace_id: '_',
  entity_id: 'u',
  resource: 'r',
  window: 'daily',
  window_start: '2024-01-02T03:04:05Z',
  total_events: '0',
  ttl: '0',
};

it.each([
  ['an attribute', 'ttl', invalidRecord('family-collision', '/{custom_limit}/ttl')],
  ['a key attribute', 'GSI4PK', invalidRecord('family-collision', '/{custom_limit}/GSI4PK')],
  ['a key attribute of another record type', 'LSI1SK', invalidRecord('family-collision', '/{custom_limit}/LSI1SK')],
  ['a reserved value', 'wcu', invalidRecord('reserved', '/{custom_limit}/wcu')],
  ['a component of the key', 'namespace_id', 'accepted'],
  ['nothing else', 'rpm', 'accepted'],
])('writes a member that has the name of %s', (_what, name, expected) => {
  expect(refusal(rateLimits.encode('usage_snapshot', { ...usage, '{custom_limit}': { [name]: '1' } }))).toEqual(
    expected,
  );
});

it('keeps a member apart from the component of the key that has its name', () => {
  const record = { ...usage, '{custom_limit}': { namespace_id: '7' } };
  const item = accepted(rateLimits.encode('usage_snapshot', record));
  expect([item['PK'], item['namespace_id']]).toEqual([{ S: '_/ENTITY#u' }, { N: '7' }]);
  expect(accepted(rateLimits.decode(item)).record).toEqual(record);
});

it('takes no name that two families explain', () => {
  const codec = smallCodec('"x_{limit}": { type: string }\n"{limit}_y": { type: string }');
  expect(refusal(codec.encode('thing', { id: 'x', 'x_{limit}': { a_y: 's' } }))).toEqual(
    invalidRecord('family-collision', '/x_{limit}/a_y'),
  );
  expect(refusal(codec.decode({ ...key, x_a_y: { S: 's' } }, 'thing'))).toEqual(
    invalidItem('family-collision', '/x_a_y'),
  );
  expect(refusal(codec.encode('thing', { id: 'x', 'x_{limit}': { a: 's' }, '{limit}_y': { a: 's' } }))).toBe(
    'accepted',
  );
});

/* Indexes, keys and unknown attributes. */

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
    `${JSON.stringify({ ...bucket({ wcu: '1' }), ...change }).slice(0, -1)}${Object.hasOwn(change, '__proto__') ? ',"__proto__":"x"' : ''}}`,
  );
  expect(refusal(rateLimits.encode('bucket', record))).toEqual(expected);
});

it('finds no record type for a key that none or several explain', () => {
  expect(refusal(rateLimits.identify({ PK: { S: 'x' }, SK: { S: '#META' } }))).toEqual(invalidItem('record-type', ''));
  const codec = smallCodec('a: { type: string }', { thing: '' });
  expect(accepted(codec.identify(key)).name).toBe('thing');
  const result = rateLimits.decode({ PK: { S: '_/SYSTEM#' } });
  expect(result.ok ? '' : result.error.message).toBe(
    'expected a primary key of one of the record types, and found {"PK":{"S":"_/SYSTEM#"}}',
  );
});
