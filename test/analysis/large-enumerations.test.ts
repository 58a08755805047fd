import { expect, it } from 'vitest';
import { compileSchema } from '../../src/compile.ts';

// Enumerations of many values, which are more than a pattern may have.

function values(count: number, of: string, ...more: readonly string[]): string {
  return [...Array.from({ length: count }, (_, index) => `${of}${index}`), ...more].join(', ');
}

function diagnosed(zones: string, cities: string): readonly string[] {
  const typeOf = (enumeration: string): string =>
    `attributes: { id: { type: string, enum: [${enumeration}], required: true } }`;
  const schema = `table: { name: zones, keys: { primary: { partition_key: PK } } }
record_types:
  zone: { pk_pattern: 'ZONE#{id}', ${typeOf(zones)} }
  city: { pk_pattern: 'ZONE#{id}x', ${typeOf(cities)} }
`;
  return compileSchema('schema.yaml', schema).diagnostics.map(({ code }) => code);
}

it('compares keys with thousands of values', () => {
  expect(diagnosed(values(3000, 'a'), values(3000, 'a'))).toEqual([]);
  expect(diagnosed(values(3000, 'a', 'b1x'), values(3000, 'a', 'b1'))).toEqual(['key-collision']);
});

it('says of keys that are too large that they are not compared', () => {
  const long = Array.from({ length: 310 }, (_, index) => `${index}-a-name-of-its-own-from-the-start`).join(', ');
  const attributes = `attributes: { id: { type: string, enum: [${long}], required: true }, n: { type: string, const: n } }`;
  const schema = `table: { name: zones, keys: { primary: { partition_key: PK, sort_key: SK } } }
record_types:
  zone: { pk_pattern: 'N', sk_pattern: 'ZONE#{id}', ${attributes} }
  city: { pk_pattern: 'N', sk_pattern: 'ZONE#{id}#CITY', ${attributes} }
`;
  expect(compileSchema('schema.yaml', schema).diagnostics.map(({ code }) => code)).toEqual(['keys-not-compared']);
});
