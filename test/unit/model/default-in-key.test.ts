import { expect, it } from 'vitest';
import { compileSchema } from '../../../src/compile.ts';
import { codecOf } from '../../support/codec.ts';

/** Things whose key is made of an attribute that has its value from another one. */
function things(source: string, own = ''): string {
  return `
table: { name: things, keys: { primary: { partition_key: PK } } }
record_types:
  thing:
    pk_pattern: 'THING#{short}'
    attributes:
      short: { type: string, max_length: 9, default_from: name${own} }
      name: { type: string, max_length: 9${source} }
`;
}

const errorsOf = (text: string): readonly string[] =>
  compileSchema('schema.yaml', text)
    .diagnostics.filter(({ severity }) => severity === 'error')
    .map(({ code, help }) => `${code}: ${help}`);

it.each([
  ['that is required', ', required: true'],
  ['that has a default', ', default: n'],
  ['that has a default for writers', ', default: n, default_on: write'],
])('takes a component with the value of an attribute %s', (_what, source) => {
  expect(errorsOf(things(source))).toEqual([]);
  const record = source.includes('required') ? { name: 'n' } : {};
  expect(codecOf(things(source)).encode('thing', record)).toMatchObject({ value: { PK: { S: 'THING#n' } } });
});

it.each([
  ['that is optional', ''],
  ['that only readers give a default', ', default: n, default_on: read'],
])('refuses a component with the value of an attribute %s', (_what, source) => {
  expect(errorsOf(things(source))).toEqual(['component-may-be-absent: make "name" required']);
});

it('takes one that is required itself', () => {
  expect(errorsOf(things(', required: true', ', required: true'))).toEqual([]);
});
