import { expect, it } from 'vitest';
import { compileSchema } from '../../../../src/compile.ts';

/** A table whose index includes these names. */
function including(names: readonly string[], more = '', index = ''): string {
  return `
table:
  name: things
  keys:
    primary: { partition_key: PK }
    by_label: { partition_key: GPK, sparse: true, projection: { include: [${names.join(', ')}] }${index} }
    by_other: { partition_key: OPK, sparse: true, projection: KEYS_ONLY }
parameters: { unit: { type: string, enum: [rpm, tpm] } }
record_types:
  thing:
    pk_pattern: 'THING#{id}'
    discriminator: { attribute: kind, value: thing }
    ${more}
    attributes:
      id: { type: string, max_length: 40, required: true }
      label: { type: string }
      upper: { type: string, computed_from: '{id:upper}' }
      'b_{unit}': { type: integer }
${Array.from({ length: 101 }, (_, number) => `      a${number}: { type: string }`).join('\n')}
`;
}

const errorsOf = (text: string): readonly string[] =>
  compileSchema('schema.yaml', text)
    .diagnostics.filter(({ severity }) => severity === 'error')
    .map(({ code, message }) => `${code}: ${message}`);

const many = (count: number): readonly string[] => Array.from({ length: count }, (_, number) => `a${number}`);

it('takes attributes, computed ones, members of families and keys of other indexes', () => {
  expect(errorsOf(including(['id', 'label', 'upper', 'kind', 'b_rpm', 'OPK']))).toEqual([]);
});

it.each([
  ['of the table', 'PK'],
  ['of the index', 'GPK'],
])('refuses a key %s, which is there anyway', (_what, name) => {
  const expected = [`value-conflict: "${name}" is part of a key, and in every item of "by_label" anyway`];
  expect(errorsOf(including(['label', name]))).toEqual(expected);
  expect(errorsOf(including(['label', name], '', ', reserved: true'))).toEqual(expected);
});

it('refuses a name that no record type has, unless items may have others or the index is reserved', () => {
  const unknown = ['reference-unknown: no record type of the table "things" has an attribute "lable"'];
  expect(errorsOf(including(['lable']))).toEqual(unknown);
  expect(errorsOf(including(['lable'], 'unknown_attributes: ignore'))).toEqual(unknown);
  expect(errorsOf(including(['lable'], 'unknown_attributes: preserve'))).toEqual([]);
  expect(errorsOf(including(['lable'], '', ', reserved: true'))).toEqual([]);
});

it('refuses a name that is there twice, and more names than DynamoDB takes', () => {
  expect(errorsOf(including(['label', 'id', 'label']))).toEqual(['value-conflict: "label" is included already']);
  expect(errorsOf(including(many(20)))).toEqual([]);
  expect(errorsOf(including(many(21)))).toEqual([
    'value-conflict: an index includes at most 20 attributes, and "by_label" has 21',
  ]);
});

it('refuses more names in all indexes together than DynamoDB takes', () => {
  const others = (count: number): string =>
    Array.from({ length: count }, (_, number) => `by_${number}: { partition_key: X${number}, ${twenty} }`).join(
      '\n    ',
    );
  const twenty = `sparse: true, projection: { include: [${many(20).join(', ')}] }`;
  const together = (own: readonly string[]): string =>
    including(own).replace('    by_other:', `    ${others(4)}\n    by_other:`);
  expect(errorsOf(together(many(20)))).toEqual([]);
  expect(errorsOf(together([...many(20), 'GPK']))).toHaveLength(1);
  expect(errorsOf(together(many(20)).replace('KEYS_ONLY', '{ include: [a0] }'))).toEqual([
    'value-conflict: the indexes of a table include at most 100 attributes in all, and here are 101',
  ]);
});

it('refuses names of key attributes that DynamoDB has not', () => {
  const named = (name: string): string => including(['label']).replace('partition_key: PK', `partition_key: ${name}`);
  expect(errorsOf(named('K'.repeat(255)))).toEqual([]);
  expect(errorsOf(named(`é${'K'.repeat(254)}`))).toEqual([
    'value-invalid: the name of a key attribute takes 256 bytes, and DynamoDB has none of more than 255',
  ]);
});
