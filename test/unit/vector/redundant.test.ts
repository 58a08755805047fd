import { expect, it } from 'vitest';
import { findRedundant } from '../../../src/vector/redundant.ts';
import type { ReadVector, VectorFile } from '../../../src/vector/vector.ts';

function file(...vectors: readonly Pick<ReadVector, 'id' | 'item' | 'record'>[]): VectorFile {
  const head = { format: 1, schema: 'small', record_type: 'order', digest: 'sha256:0' } as const;
  const described = vectors.map((vector) => ({
    ...vector,
    description: vector.id,
    scenario: 'absent',
    subject: '',
    hazards: [vector.id],
  }));
  return { ...head, kind: 'reads', vectors: described };
}

const one = { id: 'order/one', item: { PK: { S: 'a' }, SK: { S: 'b' } }, record: { id: 'a' } };

it('finds what an earlier vector says already, whatever it is called and however its members are ordered', () => {
  const again = { id: 'order/again', item: { SK: { S: 'b' }, PK: { S: 'a' } }, record: { id: 'a' } };
  expect(findRedundant(file(one, again, { ...one, id: 'order/third' }))).toEqual([
    { id: 'order/again', sameAs: 'order/one' },
    { id: 'order/third', sameAs: 'order/one' },
  ]);
});

it('takes everything but the name for content', () => {
  expect(findRedundant(file(one, { ...one, id: 'order/other', record: { id: 'b' } }))).toEqual([]);
  expect(findRedundant(file())).toEqual([]);
});
