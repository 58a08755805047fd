import { expect, test } from 'vitest';
import { inOrder, meaning } from './meaning.ts';
import { each } from './read.ts';
import type { Item } from './values.ts';

type Entry = { readonly record: object; readonly key: Item };

test.each(each('items', 'keys'))('builds the keys of %s', (_, { of, record, keys }) => {
  expect(of.keys(of.fromRecord(record))).toEqual(keys);
});

test.each(each('order'))('sorts %s', (_, { of, index, entries }) => {
  const built = entries.map(({ record }: Entry) => of.keys(of.fromRecord(record))[index]);
  expect(built).toEqual(entries.map(({ key }: Entry) => key));
  expect(inOrder(built.toReversed())).toEqual(built);
});

test.each(each('items'))('writes %s', (_, { of, record, item }) => {
  expect(meaning({ M: of.toItem(of.fromRecord(record)) })).toEqual(meaning({ M: item }));
});

test.each(each('items', 'reads'))('reads %s', (_, { of, record, item, read = record }) => {
  expect(of.fromItem(item)).toEqual(of.fromRecord(read));
});

const refusals = each('refusals').filter(([, { op }]) => op !== 'key.parse');
test.each(refusals)('refuses %s', (_, { of, record, item, error }) => {
  const refusing = () => (item ? of.fromItem(item) : of.fromRecord(record));
  expect(refusing).toThrow(expect.objectContaining({ errorClass: error.class }));
});
