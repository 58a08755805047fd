import { expect, it } from 'vitest';
import { accepted, refusal } from '../../support/results.ts';
import { rateLimits } from '../../support/schemas.ts';
import { smallCodec } from '../../support/small.ts';

const invalidRecord = (rule: string, path: string): object => ({ class: 'invalid-record', rule, path });
const invalidItem = (rule: string, path: string): object => ({ class: 'invalid-item', rule, path });
const key = { PK: { S: 'T#x' } };

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
