import { expect, it } from 'vitest';
import { compileSchema } from '../../../src/compile.ts';
import { generateVectors } from '../../../src/generate/vectors.ts';
import { codecOf } from '../../support/codec.ts';

/** Orders in an index whose key attributes are attributes of the record, under a condition. */
function orders(when: string, present: string, status = ''): string {
  return `
table: { name: orders, keys: { primary: { partition_key: PK }, by_ship: { partition_key: carrier, sort_key: parcel, sparse: true } } }
record_types:
  order:
    pk_pattern: 'ORDER#{id}'
    indexes: { by_ship: { when: ${when} } }
    attributes:
      id: { type: string, pattern: '[a-z]+', max_length: 9, required: true }
      status: { type: string, enum: [new, shipped, lost], required: true${status} }
      carrier: { type: string, max_length: 9, present_when: ${present} }
      parcel: { type: string, max_length: 9, present_when: ${present} }
      gift: { type: boolean }
`;
}

it.each([
  ['the same condition', '{ status: [shipped] }', '{ status: [shipped] }', ''],
  ['a wider one', '{ status: [shipped, lost] }', '{ status: [shipped] }', ''],
  ['the attribute alone', 'status', '{ status: [shipped] }', ''],
  ['another default', '{ status: [shipped] }', '{ status: [shipped] }', ', default: new'],
  [
    'a default that writers supply',
    '{ status: [shipped] }',
    '{ status: [shipped] }',
    ', default: shipped, default_on: write',
  ],
])('takes a condition that the key attributes have themselves: %s', (_what, when, present, status) => {
  const text = orders(when, present, status);
  expect(compileSchema('schema.yaml', text).diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const indexes = generateVectors(codecOf(text)).flatMap((file) =>
    file.kind === 'items' ? file.vectors.map(({ keys }) => Object.keys(keys).join(' ')) : [],
  );
  expect(new Set(indexes)).toEqual(new Set(['primary by_ship', 'primary']));
});

it.each([
  ['a narrower one', '{ status: [shipped] }', '{ status: [shipped, lost] }', ''],
  ['another value', '{ status: [lost] }', '{ status: [shipped] }', ''],
  ['another attribute', 'gift', '{ status: [shipped] }', ''],
  [
    'a default that readers supply',
    '{ status: [shipped] }',
    '{ status: [shipped] }',
    ', default: shipped, default_on: both',
  ],
])('refuses a condition that they do not have: %s', (_what, when, present, status) => {
  const found = compileSchema('schema.yaml', orders(when, present, status)).diagnostics;
  expect(found.map(({ code, path }) => `${code} ${path}`)).toContain(
    'value-conflict record_types.order.indexes.by_ship',
  );
});
