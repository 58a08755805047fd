import { expect, it } from 'vitest';
import { arrangeFile, arrangeManifest, misplacedVectors, unorderedMembers } from '../../../src/vector/arrange.ts';
import { formatVectorFile } from '../../../src/vector/format.ts';
import type { ReadVector, VectorFile, VectorManifest } from '../../../src/vector/vector.ts';

const vector = (slug: string): ReadVector => ({
  id: `thing/${slug}`,
  description: slug,
  scenario: 'all-attributes',
  subject: '',
  hazards: [],
  item: { PK: { S: slug } },
  record: { id: slug },
});

const file = (...slugs: readonly string[]): VectorFile => ({
  format: 1,
  schema: 's',
  record_type: 'thing',
  digest: `sha256:${'0'.repeat(64)}`,
  kind: 'reads',
  vectors: slugs.map(vector),
});

const reversed = <Value extends object>(value: Value): Value =>
  Object.fromEntries(Object.entries(value).reverse()) as Value;

const order = ['a', 'b', 'c', 'd'].map((slug) => `thing/${slug}`);

it('leaves alone what is in order', () => {
  const ordered = file('a', 'b', 'c');
  expect(formatVectorFile(arrangeFile(ordered, order))).toBe(formatVectorFile(ordered));
  expect(misplacedVectors(ordered, order)).toEqual([]);
  expect(unorderedMembers(ordered)).toEqual([]);
});

it('brings vectors into the order of the schema, and keeps an unknown one behind the one that it follows', () => {
  const ids = arrangeFile(file('c', 'mine', 'a', 'b'), order).vectors.map(({ id }) => id);
  expect(ids).toEqual(['thing/a', 'thing/b', 'thing/c', 'thing/mine']);
  expect(misplacedVectors(file('c', 'mine', 'a', 'b'), order)).toEqual([2, 3]);
});

it('puts what somebody added behind everything that the schema gives, by its ids', () => {
  const given = file('mine', 'c', 'yours', 'a');
  const added = given.vectors.map((each) =>
    ['thing/mine', 'thing/yours'].includes(each.id) ? { ...each, origin: 'added' } : each,
  );
  const mixed = { ...given, vectors: added } as VectorFile;
  expect(misplacedVectors(mixed, order)).toEqual([0, 2, 3]);
  const arranged = arrangeFile(mixed, order);
  expect(arranged.vectors.map(({ id }) => id)).toEqual(['thing/a', 'thing/c', 'thing/mine', 'thing/yours']);
  expect(misplacedVectors(arranged, order)).toEqual([]);
  expect(misplacedVectors({ ...arranged, vectors: arranged.vectors.toReversed() } as VectorFile, order)).toEqual([
    0, 1, 3,
  ]);
});

it('brings members into their order, and nothing inside of them', () => {
  const ordered = file('a');
  const changed = reversed({
    ...ordered,
    vectors: [reversed({ ...vector('a'), item: { SK: { S: 'x' }, PK: { S: 'y' } } })],
  });
  expect(unorderedMembers(changed as VectorFile)).toEqual([undefined, 0]);
  const arranged = arrangeFile(changed as VectorFile);
  expect(Object.keys(arranged)).toEqual(Object.keys(ordered));
  expect(arranged.vectors.map((each) => Object.keys(each))).toEqual([
    ['id', 'description', 'scenario', 'subject', 'hazards', 'item', 'record'],
  ]);
  expect(JSON.stringify(arranged.vectors[0])).toContain('"item":{"SK":{"S":"x"},"PK":{"S":"y"}}');
});

it('lists the files of a manifest by their paths', () => {
  const entry = { vectors: 1, sha256: '0'.repeat(64) };
  const manifest: VectorManifest = {
    format: 1,
    schema: reversed({ name: 's', version: '1', digest: 'd' }),
    suite_sha256: '1',
    files: { 'b/items.json': reversed(entry), 'a/items.json': entry },
  };
  expect(JSON.stringify(arrangeManifest(reversed(manifest)))).toBe(
    JSON.stringify({
      format: 1,
      schema: { name: 's', version: '1', digest: 'd' },
      suite_sha256: '1',
      files: { 'a/items.json': entry, 'b/items.json': entry },
    }),
  );
});
