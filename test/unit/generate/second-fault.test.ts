import { expect, it } from 'vitest';
import { secondFault } from '../../../src/generate/second-fault.ts';
import { refusalOf } from '../../../src/vector/refusal.ts';
import type { RefusalInput } from '../../../src/vector/vector.ts';
import { codecOf } from '../../support/codec.ts';

const codec = codecOf(`
table: { name: orders, keys: { primary: { partition_key: PK } } }
record_types:
  order:
    pk_pattern: 'ORDER#{id}'
    rules:
      - { name: cheap, if: { gift: { present: true } }, then: { total: { at_most: '50' } } }
    attributes:
      id: { type: string, pattern: '[a-z]+', max_length: 9, required: true }
      total: { type: integer, minimum: 0, maximum: 99, required: true }
      gift: { type: boolean }
`);
const order = codec.model.recordTypes[0];

function secondOf(input: RefusalInput): string | undefined {
  const first = order === undefined ? undefined : refusalOf(codec, order.name, input);
  if (order === undefined || first === undefined) throw new Error('the input is accepted');
  const second = secondFault(codec, order, input, first);
  return second === undefined ? undefined : `${second.path} ${second.rule}`;
}

it.each([
  ['one wrong value', { op: 'item.encode', record: { id: 'A', total: '1' } }, undefined],
  ['two wrong values', { op: 'item.encode', record: { id: 'A', total: '100' } }, '/total maximum'],
  ['two missing', { op: 'item.encode', record: {} }, '/total required'],
  [
    'an unknown member and a wrong value',
    { op: 'item.encode', record: { id: 'a', total: 'x', more: 1 } },
    '/total number',
  ],
  ['a broken rule', { op: 'item.encode', record: { id: 'a', total: '60', gift: true } }, undefined],
  [
    'an item with one',
    { op: 'item.decode', item: { PK: { S: 'ORDER#a' }, id: { S: 'a' }, total: { N: '100' } } },
    undefined,
  ],
  [
    'an item with two',
    { op: 'item.decode', item: { PK: { S: 'ORDER#a' }, id: { S: 'a' }, total: { N: '100' }, gift: { N: '1' } } },
    '/gift type',
  ],
  ['a key', { op: 'key.parse', index: 'primary', key: { PK: { S: 'x' } } }, undefined],
] as const)('%s', (_what, input, second) => {
  expect(secondOf(input as unknown as RefusalInput)).toBe(second);
});
