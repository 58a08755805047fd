import { expect, it } from 'vitest';
import { compareKeyValues, compareSortKeys } from '../../../src/key/sort-order.ts';
import type { AttributeValue } from '../../../src/value/attribute-value.ts';
import { codecOf } from '../../support/codec.ts';

const tagged = (type: 'S' | 'N' | 'B', text: string): AttributeValue => ({ [type]: text }) as AttributeValue;

it.each([
  ['S', ['', '10', '9', 'A', 'Z', 'a', 'a!', 'b', '\u00e9', '\uff5e', '\ufffd', '\u{1f600}']],
  ['N', ['-10', '-9', '-0.5', '0', '0.000001', '9', '10', '100', '9007199254740993']],
  ['B', ['', 'AA==', 'AP8=', 'AQ==', 'fw==', 'gA==', '/w==']],
] as const)('orders values of type %s as DynamoDB does', (type, ascending) => {
  const values = ascending.map((text) => tagged(type, text));
  expect(values.toReversed().sort((left, right) => compareKeyValues(type, left, right))).toEqual(values);
});

it('puts what is missing first, and looks at the next sort key where the first is equal', () => {
  expect(compareKeyValues('N', undefined, tagged('N', '-1'))).toBeLessThan(0);
  expect(compareKeyValues('S', tagged('S', ''), undefined)).toBeGreaterThan(0);
  expect(compareKeyValues('S', undefined, undefined)).toBe(0);
  const { model } = codecOf(`
table:
  name: things
  keys:
    primary: { partition_key: PK }
    by: { kind: gsi, partition_key: [X], sort_key: [{ name: A, type: S }, { name: B, type: N }] }
record_types:
  thing:
    pk_pattern: '{id}'
    attributes:
      id: { type: string, pattern: '[a-z]+', max_length: 9, required: true }
`);
  const index = model.tables[0]?.keys[1];
  if (index === undefined) throw new Error('no index');
  const key = (a: string, b: string) => ({ A: { S: a }, B: { N: b } });
  expect(compareSortKeys(index, key('a', '10'), key('a', '9'))).toBeGreaterThan(0);
  expect(compareSortKeys(index, key('a', '10'), key('b', '9'))).toBeLessThan(0);
  expect(compareSortKeys(index, key('a', '9'), key('a', '9'))).toBe(0);
});
