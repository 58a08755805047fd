import { expect, it } from 'vitest';
import { codecOf } from '../../support/codec.ts';
import { accepted, refusal } from '../../support/results.ts';

const tasks = codecOf(`
table:
  name: things
  keys:
    primary: { partition_key: PK, sort_key: SK }
    waiting: { partition_key: G1PK, sort_key: G1SK }
    by_card: { partition_key: card, sort_key: SK, sparse: true }
    by_place: { partition_key: [country, city], sort_key: [street, number], sparse: true }
    by_owner: { partition_key: G2PK }
record_types:
  task:
    pk_pattern: 'TASK#{id}'
    sk: '#'
    indexes:
      waiting: { when: { status: [waiting, blocked] }, pk: WAITING, sk_pattern: '{id}' }
      by_card: {}
      by_place: {}
      by_owner: { on_missing: omit, pk_pattern: '{owner}#{status}' }
    attributes:
      id: { type: string, pattern: '[0-9]+', max_length: 9, required: true }
      status: { type: string, enum: [open, waiting, blocked], required: true, default: open }
      card: { type: string, pattern: '[0-9]+', max_length: 9 }
      owner: { type: string, pattern: '[a-z]+', max_length: 9, nullable: true }
      country: { type: string, pattern: '[A-Z]{2}' }
      city: { type: string, max_length: 30 }
      street: { type: string, max_length: 30 }
      number: { type: string, max_length: 30 }
`);

it('puts an item into the indexes whose conditions it meets', () => {
  const keys = (record: object): unknown => accepted(tasks.buildKeys('task', { id: '1', ...record }));
  expect(keys({})).toEqual({ primary: { PK: { S: 'TASK#1' }, SK: { S: '#' } } });
  expect(keys({ status: 'waiting' })).toMatchObject({ waiting: { G1PK: { S: 'WAITING' }, G1SK: { S: '1' } } });
  expect(keys({ card: '5' })).toMatchObject({ by_card: { card: { S: '5' }, SK: { S: '#' } } });
  expect(keys({ owner: 'ann' })).toMatchObject({ by_owner: { G2PK: { S: 'ann#open' } } });
  expect(Object.keys(keys({ owner: null }) as object)).toEqual(['primary']);
});

it('fills an index of several attributes only when all are there', () => {
  const place = { country: 'CH', city: 'Bern', street: 'Gasse', number: '1a' };
  expect(accepted(tasks.buildKeys('task', { id: '1', ...place }))['by_place']).toEqual({
    country: { S: 'CH' },
    city: { S: 'Bern' },
    street: { S: 'Gasse' },
    number: { S: '1a' },
  });
  const { city: _city, ...rest } = place;
  expect(Object.keys(accepted(tasks.buildKeys('task', { id: '1', ...rest })))).toEqual(['primary']);
});

it('refuses an item whose index keys do not follow from it', () => {
  const item = accepted(tasks.encode('task', { id: '1', status: 'waiting' }));
  expect(accepted(tasks.decode(item)).record).toEqual({ id: '1', status: 'waiting' });
  const { G1SK: _sort, ...half } = item;
  expect(refusal(tasks.decode(half))).toMatchObject({ rule: 'index-key', path: '/G1SK' });
  expect(refusal(tasks.decode({ ...item, status: { S: 'open' } }))).toMatchObject({ rule: 'index-key', path: '/G1PK' });
});

it('reads components that only the key of an index has', () => {
  const codec = codecOf(`
parameters: { updated: { type: timestamp, format: iso-seconds } }
table: { name: things, keys: { primary: { partition_key: PK }, recent: { partition_key: G1PK, sort_key: G1SK } } }
record_types:
  thing:
    pk_pattern: 'THING#{id}'
    indexes: { recent: { pk: ALL, sk_pattern: '{updated}' } }
    attributes: { id: { type: string, max_length: 9, required: true } }
`);
  const record = { id: 'a', updated: '2024-01-02T03:04:05Z' };
  const item = accepted(codec.encode('thing', record));
  expect(item['G1SK']).toEqual({ S: '2024-01-02T03:04:05Z' });
  expect(accepted(codec.decode(item)).record).toEqual(record);
  expect(refusal(codec.decode({ ...item, G1SK: { S: 'yesterday' } }))).toMatchObject({ rule: 'timestamp' });
});

/** Two indexes with one sort key attribute, which differ in their conditions. */
function sharing(second: string): ReturnType<typeof codecOf> {
  return codecOf(`
table:
  name: things
  keys:
    primary: { partition_key: PK }
    g1: { partition_key: A, sort_key: S }
    g2: { partition_key: B, sort_key: S }
record_types:
  thing:
    pk_pattern: 'T#{id}'
    indexes:
      g1: { when: { status: [x] }, pk_pattern: 'A#{id}', sk_pattern: 'X#{id}' }
      g2: { ${second} }
    attributes:
      id: { type: string, pattern: '[a-z]+', max_length: 9, required: true }
      status: { type: string, enum: [x, y, z] }
`);
}

it.each([
  ["when: { status: [y] }, pk_pattern: 'B#{id}', sk_pattern: 'Y#{id}'", { x: 'X#a', y: 'Y#a', z: undefined }],
  ["when: { status: [x, y] }, pk_pattern: 'B#{id}', sk_pattern: 'X#{id}'", { x: 'X#a', y: 'X#a', z: undefined }],
  ["pk_pattern: 'B#{id}', sk_pattern: 'X#{id}'", { x: 'X#a', y: 'X#a', z: 'X#a' }],
])('writes and reads the one attribute of two indexes: %s', (second, wanted) => {
  const codec = sharing(second);
  for (const [status, sort] of Object.entries(wanted)) {
    const record = { id: 'a', status };
    const item = accepted(codec.encode('thing', record));
    expect(item['S']).toEqual(sort === undefined ? undefined : { S: sort });
    expect(accepted(codec.decode(item, 'thing')).record).toEqual(record);
    const strange = { ...item, S: { S: 'other' } };
    expect(refusal(codec.decode(strange, 'thing'))).toEqual({ class: 'invalid-item', rule: 'index-key', path: '/S' });
  }
});
