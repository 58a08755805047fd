import { expect, it } from 'vitest';
import { compileSchema } from '../../../src/compile.ts';
import { catalogue } from '../../../src/diagnostics/catalogue.ts';
import { isWaivable, waivableCodes } from '../../../src/diagnostics/waivable.ts';

// What is next to a mistake about tables, names or waivers, and is none. The mistakes are in test/fixtures/schemas.

const recordType = "record_types: { thing: { pk_pattern: 'T#{id}', sk: X, attributes: {} } }";
const id = 'parameters: { id: { type: string, max_length: 20 } }';

function one(keys: string, name = 'things'): string {
  const primary = 'primary: { partition_key: PK, sort_key: SK }';
  return `table: { name: ${name}, keys: { ${primary}${keys} } }\n${id}\n${recordType}`;
}

function two(first: string, second: string): string {
  const table = (name: string): string => `{ name: ${name}, keys: { primary: { partition_key: PK, sort_key: SK } } }`;
  const types = recordType.replace('thing: {', 'thing: { table: aaa,');
  return `tables: { aaa: ${table(first)}, bbb: ${table(second)} }\n${id}\n${types}`;
}

function repeated(count: number, text: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => `, ${text(index)}`).join('');
}

it.each([
  ['five local indexes', one(repeated(5, (index) => `l${index}: { kind: lsi, sort_key: L${index}, reserved: true }`))],
  ['twenty global indexes', one(repeated(20, (index) => `g${index}: { partition_key: G${index}, reserved: true }`))],
  ['a name of three characters', one('', 'a-b')],
  ['a name with a dot and an underscore', one('', 'shop.items_2')],
  ['two names that differ in case, which DynamoDB tells apart', two('items', 'Items')],
  ['two variables', two('{ env: ONE }', '{ env: TWO }')],
  ['two suffixes after one prefix', two('{ prefix_env: P, suffix: one }', '{ prefix_env: P, suffix: two }')],
  ['two record types that differ in more than case', one('').replace(/\}$/, ', other: { pk: O, sk: X } }')],
  ['an attribute whose name is a space', one('').replace('attributes: {}', 'attributes: { " ": { type: string } }')],
])('finds nothing wrong with %s', (_what, text) => {
  expect(compileSchema('schema.yaml', text).diagnostics).toEqual([]);
});

it('every warning can be waived, and no error that leaves a schema without a meaning', () => {
  const warnings = Object.entries(catalogue).filter(([, [severity]]) => severity === 'warning');
  expect(waivableCodes).toEqual(expect.arrayContaining(warnings.map(([code]) => code)));
  expect(
    (['value-conflict', 'default-invalid', 'adjacent-components', 'waiver-unused'] as const).some(isWaivable),
  ).toBe(false);
});
