import { expect, it } from 'vitest';
import { exportImport, exportJson, exportNdjson } from '../../../src/vector/export.ts';
import type { VectorFile } from '../../../src/vector/vector.ts';
import { smallCodec } from '../../support/small.ts';
import { itemVector, readVector } from '../../support/vectors.ts';

const codec = smallCodec('a: { type: integer, maximum: 9 }');
const [table] = codec.model.tables;
const head = { format: 1, schema: 'things', record_type: 'thing', digest: 'sha256:0' } as const;
const items: VectorFile = {
  ...head,
  kind: 'items',
  vectors: [
    itemVector(codec, 'thing', 'one', { id: 'x' }),
    itemVector(codec, 'thing', 'two', { id: 'x', a: '2' }),
    itemVector(codec, 'thing', 'three', { id: 'y' }),
  ],
};
const reads: VectorFile = {
  ...head,
  kind: 'reads',
  vectors: [readVector(codec, 'thing', 'old', { PK: { S: 'T#z' } })],
};
const heads = { schema: 'things', record_type: 'thing', digest: 'sha256:0' };

it('writes one array, in which every vector says where it belongs', () => {
  const expected = [
    ...items.vectors.map((vector) => ({ ...heads, kind: 'items', ...vector })),
    ...reads.vectors.map((vector) => ({ ...heads, kind: 'reads', ...vector })),
  ];
  expect(JSON.parse(exportJson([items, reads]))).toEqual(expected);
  expect(
    exportNdjson([items, reads])
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as object),
  ).toEqual(expected);
});

it('writes nothing as an empty array, and as no line', () => {
  expect([exportJson([]), exportNdjson([]), exportImport([], table).text]).toEqual(['[]\n', '', '']);
});

it('writes the items that writers write, one a line, and counts their keys', () => {
  expect(exportImport([items, reads], table)).toEqual({
    text: '{"Item":{"PK":{"S":"T#x"}}}\n{"Item":{"PK":{"S":"T#x"},"a":{"N":"2"}}}\n{"Item":{"PK":{"S":"T#y"}}}\n',
    items: 3,
    keys: 2,
  });
});
