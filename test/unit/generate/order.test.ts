import { expect, it } from 'vitest';
import { applicableScenarios } from '../../../src/generate/coverage/applicable.ts';
import { shownScenarios } from '../../../src/generate/coverage/shown.ts';
import type { Omission } from '../../../src/generate/omission.ts';
import { generateVectors } from '../../../src/generate/vectors.ts';
import type { OrderVector } from '../../../src/vector/vector.ts';
import { codecOf } from '../../support/codec.ts';

function ordersOf(keys: string, recordType: string): readonly OrderVector[] {
  const codec = codecOf(
    `table:\n  name: things\n  keys: ${keys}\nrecord_types:\n  thing:\n${recordType.replace(/^/gm, '    ')}`,
  );
  return generateVectors(codec).flatMap((file) => (file.kind === 'order' ? file.vectors : []));
}

/** The values of one key attribute in the order of a vector. */
function textsOf(vector: OrderVector | undefined, attribute: string): readonly unknown[] {
  return (vector?.entries ?? []).map(({ key }) => Object.values(key[attribute] ?? {})[0]);
}

const sorted = '{ primary: { partition_key: PK, sort_key: SK } }';
const id = "id: { type: string, pattern: '[a-z]+', max_length: 9, required: true }";

it('orders text by its bytes, also where people and UTF-16 would not', () => {
  const [vector, ...others] = ordersOf(
    sorted,
    `pk_pattern: '{id}'\nsk_pattern: 'X#{text}'\nattributes:\n  ${id}\n  text: { type: string, required: true }`,
  );
  expect(others).toEqual([]);
  expect(vector?.index).toBe('primary');
  expect(vector?.hazards).toEqual(['str-sort-utf8-vs-utf16', 'str-locale-collation']);
  expect(textsOf(vector, 'SK')).toEqual(
    ['10', '100', '9', 'A', 'Z', 'a', 'a-b', 'aB', '\uff5e', '\u{1f600}'].map((text) => `X#${text}`),
  );
});

it.each([
  ['{n}', ['0', '1', '10', '100', '1000', '9', '99'], 'key-number-unpadded-order', ', which is not that of its values'],
  ['{n:04}', ['0000', '0001', '0009', '0010', '0099', '0100', '1000'], 'key-pad-width', ''],
])('shows where numbers come in text: %s', (pattern, texts, hazard, remark) => {
  const [vector] = ordersOf(
    sorted,
    `pk_pattern: '{id}'\nsk_pattern: '${pattern}'\nattributes:\n  ${id}\n  n: { type: integer, minimum: 0, maximum: 1000, required: true }`,
  );
  expect(textsOf(vector, 'SK')).toEqual(texts);
  expect(vector?.hazards).toEqual([hazard]);
  expect(vector?.description).toBe(`primary: in the order of n${remark}`);
});

it('orders number keys by value, negative ones and fractions too', () => {
  const [vector] = ordersOf(
    '{ primary: { partition_key: id, sort_key: { name: n, type: N } } }',
    `attributes:\n  ${id}\n  n: { type: decimal, minimum: -1000, maximum: 1000, required: true }`,
  );
  expect(textsOf(vector, 'n')).toEqual(['-100', '-10', '-9', '-0.5', '0', '0.5', '1', '9', '10', '99']);
  expect(vector?.hazards).toEqual(['num-sorted-as-text']);
});

it('orders bytes as unsigned numbers', () => {
  const [vector] = ordersOf(
    '{ primary: { partition_key: id, sort_key: { name: blob, type: B } } }',
    `attributes:\n  ${id}\n  blob: { type: binary, min_length: 1, max_length: 4, required: true }`,
  );
  expect(textsOf(vector, 'blob')).toEqual(['AQ==', 'AQI=', 'fw==', 'gA==', '/w==']);
  expect(vector?.hazards).toEqual(['bin-order-unsigned']);
});

it.each([
  ['bytes of one length', 'B', 'type: binary, min_length: 16, max_length: 16'],
  ['numbers above all that are tried otherwise', 'N', 'type: integer, minimum: 5000'],
  ['few numbers', 'N', 'type: integer, minimum: 7000, maximum: 7002'],
  ['text of few values', 'S', "type: string, pattern: 'v[345]\\.0'"],
])('orders %s', (_what, type, domain) => {
  const [vector] = ordersOf(
    `{ primary: { partition_key: id, sort_key: { name: s, type: ${type} } } }`,
    `attributes:\n  ${id}\n  s: { ${domain}, required: true }`,
  );
  expect(vector?.entries.length).toBeGreaterThan(1);
});

it('says of which sort key it found no two values', () => {
  const codec = codecOf(
    `table: { name: things, keys: ${sorted} }\nrecord_types:\n  thing:\n    pk_pattern: '{id}'\n    sk_pattern: 'X{version}'\n    attributes:\n      ${id}\n      version: { type: string, pattern: 'one', required: true }`,
  );
  const omitted: Omission[] = [];
  generateVectors(codec, undefined, undefined, (omission) => omitted.push(omission));
  expect(omitted.filter(({ scenario }) => scenario === 'sort-order')).toEqual([
    {
      recordType: 'thing',
      scenario: 'sort-order',
      subject: '/primary/SK/version',
      reason: 'no two records were found in one partition that differ in version',
      sameAs: undefined,
    },
  ]);
});

it('shows that times with and without fractions do not come in their order', () => {
  const [vector] = ordersOf(
    sorted,
    `pk_pattern: '{id}'\nsk_pattern: '{at}'\nattributes:\n  ${id}\n  at: { type: timestamp, format: rfc3339, required: true }`,
  );
  const texts = textsOf(vector, 'SK');
  expect(texts.indexOf('2024-01-02T03:04:05.12Z')).toBe(texts.indexOf('2024-01-02T03:04:05.1Z') - 1);
  expect(texts.indexOf('2024-01-02T03:04:05Z')).toBe(texts.indexOf('2024-01-02T03:04:05.1Z') + 1);
  expect(vector?.hazards).toEqual(['key-number-unpadded-order']);
  const [plain] = ordersOf(
    sorted,
    `pk_pattern: '{id}'\nsk_pattern: '{at}'\nattributes:\n  ${id}\n  at: { type: timestamp, format: iso-seconds, required: true }`,
  );
  expect([plain?.hazards, plain?.entries.length]).toEqual([[], 6]);
});

const at = 'at: { type: timestamp, format: iso-milliseconds, required: true }';

it.each([
  ['times of one month', '{at:month}', '{at}#{id}', at, 'at'],
  ['hours of one year', '{at:year}', '{at:hour}#{id}', at, 'at'],
  ['milliseconds of one second', '{at:iso-seconds}', '{at}#{id}', at, 'at'],
  ['months of one year', '{at:year}', '{at}#{id}', 'at: { type: timestamp, format: month, required: true }', 'at'],
  [
    'times with offsets of one instant',
    '{at:iso-seconds}',
    '{at}#{id}',
    'at: { type: timestamp, format: rfc3339, required: true }',
    'at',
  ],
  ['ids of one shard', '{id:shard(crc32,16)}', '{id}', '', 'id'],
  ['letters of both cases', '{s:lower}', '{s}#{id}', "s: { type: string, pattern: '[A-Za-z]+', required: true }", 's'],
  ['numbers with hyphens', '{s:strip(-)}', '{s}#{id}', "s: { type: string, pattern: '[0-9-]+', required: true }", 's'],
])('orders %s, which are in one partition', (_what, pk, sk, attribute, name) => {
  const schema = `pk_pattern: 'P#${pk}'\nsk_pattern: '${sk}'\nattributes:\n  ${id}\n  ${attribute}`;
  const vectors = ordersOf(sorted, schema);
  const vector = vectors.find((each) => each.id === `thing/order-primary-${name}`);
  expect(vector?.subject).toBe(`/primary/SK/${name}`);
  const entries = vector?.entries ?? [];
  expect(entries.length).toBeGreaterThan(1);
  expect(new Set(entries.map(({ key }) => JSON.stringify(key['PK']))).size).toBe(1);
  expect(new Set(entries.map(({ record }) => record[name])).size).toBe(entries.length);
});

it('says of a component in a bucket that no bucket was found with two values, and coverage asks for it', () => {
  const codec = codecOf(
    `table: { name: things, keys: ${sorted} }\nrecord_types:\n  thing:\n    pk_pattern: '{s:lower}'\n    sk_pattern: '{s}#{id}'\n    attributes:\n      ${id}\n      s: { type: string, enum: [A, b, c], required: true }`,
  );
  const omitted: Omission[] = [];
  const files = generateVectors(codec, undefined, undefined, (omission) => omitted.push(omission));
  const place = { scenario: 'sort-order', subject: '/primary/SK/s' };
  const reason = 'no two records were found in one partition that differ in s';
  expect(omitted.filter(({ scenario }) => scenario === 'sort-order')).toMatchObject([{ ...place, reason }]);
  const shown = shownScenarios(codec.model.recordTypes, files, omitted);
  expect(shown.filter(({ subject }) => subject === place.subject)).toMatchObject([{ ...place, shown: false, reason }]);
});

it.each([
  ['the same unit', '{at:month}', '{at:month}', at],
  ['a coarser unit', '{at:month}', '{at:year}', at],
  ['a unit that is as fine as its format', '{at:iso-milliseconds}', '{at}', at],
  ['the case that all have', '{id:lower}', '{id}', ''],
  ['a digest', '{id:sha256}', '{id}', ''],
])('knows that a partition with %s has one value', (_what, pk, sk, attribute) => {
  const schema = `pk_pattern: 'P#${pk}'\nsk_pattern: 'S#${sk}'\nattributes:\n  ${id}\n  ${attribute}`;
  const text = `table:\n  name: things\n  keys: ${sorted}\nrecord_types:\n  thing:\n${schema.replace(/^/gm, '    ')}`;
  const [recordType] = codecOf(text).model.recordTypes;
  const applicable = recordType === undefined ? [] : applicableScenarios(recordType);
  expect(applicable.length).toBeGreaterThan(0);
  expect(applicable.filter(({ scenario }) => scenario === 'sort-order')).toEqual([]);
  expect(ordersOf(sorted, schema)).toEqual([]);
});

it('makes other items where the index alone would make one of all, and stays in one partition', () => {
  const keys =
    '{ primary: { partition_key: PK, sort_key: SK }, by_state: { kind: gsi, partition_key: GPK, sort_key: GSK }, by_rank: { kind: lsi, sort_key: LSK } }';
  const vectors = ordersOf(
    keys,
    `pk_pattern: '{id}'
sk_pattern: '{part}'
indexes:
  by_state: { pk_pattern: 'S', sk_pattern: '{state}#{rank}' }
  by_rank: { sk_pattern: '{rank}' }
attributes:
  ${id}
  part: { type: string, pattern: '[a-z]+', max_length: 9, required: true }
  state: { type: string, enum: [open, closed, Paused], required: true }
  rank: { type: integer, minimum: 0, maximum: 99, required: true }`,
  );
  expect(vectors.map(({ id: name }) => name)).toEqual([
    'thing/order-primary-part',
    'thing/order-by_state-state',
    'thing/order-by_state-rank',
    'thing/order-by_rank-rank',
  ]);
  const [, states, , ranks] = vectors;
  expect(textsOf(states, 'GSK')).toEqual(
    ['Paused#99', 'closed#99', 'open#99'].map((text) => expect.stringMatching(text.split('#')[0] ?? '')),
  );
  const records = (states?.entries ?? []).map(({ record }) => record['id']);
  expect(new Set(records).size).toBe(3);
  const local = (ranks?.entries ?? []).map(({ record }) => `${record['id']} ${record['part']}`);
  expect(new Set(local).size).toBe(local.length);
  expect(new Set(local.map((each) => each.split(' ')[0])).size).toBe(1);
});

it('makes other items by what stands behind the component, and by nothing in front of it', () => {
  const pattern = (sort: string): string => `pk_pattern: 'T#{id}'
sk: META
indexes:
  by_part: { pk_pattern: 'PART#{part}', sk_pattern: '${sort}' }
attributes:
  ${id}
  part: { type: string, enum: [one, two], required: true }
  rank: { type: integer, minimum: 0, maximum: 99, required: true }`;
  const keys =
    '{ primary: { partition_key: PK, sort_key: SK }, by_part: { kind: gsi, partition_key: GPK, sort_key: GSK } }';
  const idsOf = (sort: string): readonly string[] => ordersOf(keys, pattern(sort)).map((each) => each.id);
  expect(idsOf('R#{rank:02}#{id}')).toEqual(['thing/order-by_part-rank', 'thing/order-by_part-id']);
  expect(idsOf('{id}#R#{rank:02}')).toEqual(['thing/order-by_part-id']);
});

it('leaves out a sort key that has one value in each partition', () => {
  expect(ordersOf(sorted, `pk_pattern: '{id}'\nsk_pattern: 'META#{id}'\nattributes:\n  ${id}`)).toEqual([]);
});
