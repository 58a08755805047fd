import { expect, it } from 'vitest';
import { secondFault } from '../../../src/generate/second-fault.ts';
import { refusalOf } from '../../../src/vector/refusal.ts';
import type { RefusalInput } from '../../../src/vector/vector.ts';
import { codecOf, recordTypeOf } from '../../support/codec.ts';

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
  tagged:
    pk_pattern: 'TAGGED#{id}'
    unknown_attributes: reject
    attributes:
      id: { type: string, pattern: '[a-z]+', max_length: 9, required: true }
      'n_{tag}': { type: integer, minimum: 1, group: tags, required_members: [main] }
      'm_{tag}': { type: integer, group: tags, required_members: [main] }
parameters:
  tag: { type: string, pattern: '[a-z]+', reserved: [none], examples: [smile] }
`);

function secondOf(name: string, input: RefusalInput): string | undefined {
  const first = refusalOf(codec, name, input);
  if (first === undefined) throw new Error('the input is accepted');
  const second = secondFault(codec, recordTypeOf(codec, name), input, first);
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
  expect(secondOf('order', input as unknown as RefusalInput)).toBe(second);
});

/** A record with these members beside those that must be there. */
function written(n: object, m: object): RefusalInput {
  const record = { id: 'a', 'n_{tag}': { main: '1', ...n }, 'm_{tag}': { main: '1', ...m } };
  // What is undefined is not there.
  return { op: 'item.encode', record: JSON.parse(JSON.stringify(record)) };
}

/** An item with these attributes beside those that must be there. */
function stored(members: object): RefusalInput {
  const item = { PK: { S: 'TAGGED#a' }, id: { S: 'a' }, n_main: { N: '1' }, m_main: { N: '1' }, ...members };
  return { op: 'item.decode', item: JSON.parse(JSON.stringify(item)) };
}

const one = { N: '1' };

it.each([
  ['a reserved name', written({ none: '1' }, { none: '1' }), undefined],
  ['a reserved name in one family of the group', written({ none: '1' }, {}), '/m_{tag}/none family-group'],
  ['a reserved name in the other one', written({}, { none: '1' }), '/m_{tag}/none family-group'],
  ['a wrong value', written({ smile: '0' }, { smile: '1' }), undefined],
  ['a wrong value of a member of one family', written({ smile: '0' }, {}), '/m_{tag}/smile family-group'],
  ['two wrong values', written({ smile: '0', x: '0' }, { smile: '1', x: '1' }), '/n_{tag}/x minimum'],
  ['a member that must be there', written({ main: undefined }, { main: undefined }), undefined],
  ['it, and a wrong name', written({ main: undefined, none: '1' }, { none: '1' }), '/n_{tag}/main required-member'],
  ['a reserved name that is stored', stored({ n_none: one, m_none: one }), undefined],
  ['a reserved name that is stored once', stored({ n_none: one }), '/m_{tag}/none family-group'],
  ['a wrong value that is stored', stored({ n_smile: { S: 'x' }, m_smile: one }), undefined],
  ['a wrong value that is stored once', stored({ n_smile: { S: 'x' } }), '/m_{tag}/smile family-group'],
  ['nothing stored of a member that must be there', stored({ n_main: undefined, m_main: undefined }), undefined],
] as const)('members of families: %s', (_what, input, second) => {
  expect(secondOf('tagged', input)).toBe(second);
});

it('names the member as it is called', () => {
  const input = written({ none: '1' }, {});
  const first = refusalOf(codec, 'tagged', input);
  expect(first && secondFault(codec, recordTypeOf(codec, 'tagged'), input, first)?.message).toBe(
    '/m_{tag}/none: expected a member "none", as in n_{tag}, and found nothing',
  );
});
