import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { meaning } from './meaning.ts';
import { types } from './rate-limits.ts';

function each(...kinds: readonly string[]) {
  return types.flatMap((of) =>
    kinds.flatMap((kind) => {
      const file = new URL(`../../../vectors/rate-limits/${of.name}/${kind}.json`, import.meta.url);
      const { vectors } = JSON.parse(readFileSync(file, 'utf8'));
      return vectors.map((vector: { id: string }) => [vector.id, { of, ...vector }]);
    }),
  );
}

test.each(each('items'))('writes %s', (_, { of, record, keys, item }) => {
  expect(of.keys(of.fromRecord(record))).toEqual(keys);
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
