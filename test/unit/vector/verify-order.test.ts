import { expect, it } from 'vitest';
import type { OrderVector, VectorFile } from '../../../src/vector/vector.ts';
import { verifyVectors } from '../../../src/vector/verify.ts';
import { codecOf } from '../../support/codec.ts';
import { orderVector } from '../../support/vectors.ts';

const codec = codecOf(`
table:
  name: things
  keys:
    primary: { partition_key: PK, sort_key: SK }
    by_note: { kind: lsi, partition_key: PK, sort_key: NOTE }
record_types:
  thing:
    pk_pattern: 'T#{id}'
    sk_pattern: '{n}'
    indexes: { by_note: { sk_pattern: '{note}' } }
    attributes:
      id: { type: string, pattern: '[a-z]+', max_length: 9, required: true }
      n: { type: integer, minimum: 0, maximum: 999, required: true }
      note: { type: string, pattern: '[a-zA-Z]+', max_length: 9, required: true }
`);

const record = (n: string, note = 'x', id = 'a') => ({ id, n, note });

function problemsOf(vector: OrderVector): readonly string[] {
  const file: VectorFile = {
    format: 1,
    schema: 'things',
    record_type: 'thing',
    digest: codec.model.recordTypes[0]?.digest ?? '',
    kind: 'order',
    vectors: [vector],
  };
  return verifyVectors(codec, file).map(({ id, member, kind, message }) => `${id} ${member} ${kind}: ${message}`);
}

const right = orderVector(codec, 'thing', 'numbers', 'primary', [record('10'), record('100'), record('9')]);

it('finds nothing wrong with keys and an order that are right, in a local index too', () => {
  expect(problemsOf(right)).toEqual([]);
  const local = orderVector(codec, 'thing', 'notes', 'by_note', [record('2', 'Z'), record('1', 'a')]);
  expect(Object.keys(local.entries[0]?.key ?? {})).toContain('NOTE');
  expect(problemsOf(local)).toEqual([]);
});

it('says which entries are in another order than the index has', () => {
  expect(problemsOf({ ...right, entries: right.entries.toReversed() })).toEqual([
    'thing/numbers entries differs: primary has entry 2 before entry 1',
  ]);
});

it('says which entry has another key than the schema gives', () => {
  const [first, ...others] = right.entries;
  const entries = [{ record: first?.record ?? {}, key: { PK: { S: 'T#a' }, SK: { S: '010' } } }, ...others];
  expect(problemsOf({ ...right, entries })).toEqual([
    'thing/numbers entries differs: at entries.0.key.SK.S: the vector has "010", the schema gives "10"',
  ]);
});

it.each([
  [[record('1'), record('2', 'x', 'b')], 'entry 2 is in another partition of primary than the one before it'],
  [[record('1', 'x'), record('1', 'y')], 'entries 1 and 2 have one sort key, so no order'],
])('refuses what has no order: %j', (records, message) => {
  expect(problemsOf(orderVector(codec, 'thing', 'no', 'primary', records))).toEqual([
    `thing/no entries differs: ${message}`,
  ]);
});

it('refuses records of other partitions of a local index', () => {
  const records = [record('1', 'x'), record('1', 'y', 'b')];
  expect(problemsOf(orderVector(codec, 'thing', 'no', 'by_note', records))).toEqual([
    'thing/no entries differs: entry 2 is in another partition of by_note than the one before it',
  ]);
});

it('says that the schema refuses a record, and that it has no such index', () => {
  const entries = [{ record: { id: 'a' }, key: {} }, ...right.entries.slice(1)];
  expect(problemsOf({ ...right, entries })).toEqual([expect.stringContaining('refuses the record of entry 1: ')]);
  expect(problemsOf({ ...right, index: 'gsi9' })).toEqual([
    'thing/numbers index differs: thing is in no index "gsi9", but in primary, by_note',
  ]);
});
