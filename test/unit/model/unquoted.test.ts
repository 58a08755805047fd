import { expect, it } from 'vitest';
import { compileSchema } from '../../../src/compile.ts';

/** A schema whose record type has these attributes, and what stands under the keys beside them. */
function schema(attributes: string, more = ''): string {
  return `
table: { name: things, keys: { primary: { partition_key: PK }, by_note: { partition_key: GPK, sparse: true } } }
record_types:
  thing:
    pk_pattern: 'THING#{id}'
    attributes:
      id: { type: string, max_length: 9, required: true }
      ${attributes}
${more}`;
}

const codesOf = (text: string): readonly string[] =>
  compileSchema('schema.yaml', text)
    .diagnostics.filter(({ severity }) => severity === 'error')
    .map(({ code, message }) => `${code}: ${message}`);

const onlyText = ['wrong-type: only text can stand here'];

it.each([
  ['a default', 'a: { type: string, default: 007 }', ''],
  ['a default that is true', 'a: { type: string, default: true }', ''],
  ['the default of a member', 'a: { type: map, members: { b: { type: string, default: 1e3 } } }', ''],
  ['a member in a default', 'a: { type: map, members: { b: { type: string } }, default: { b: 1.0 } }', ''],
  ['a value in a default', 'a: { type: map, values: { type: string }, default: { b: 1.0 } }', ''],
  ['an item in a default', 'a: { type: string_set, default: [x, 7] }', ''],
  ['a variant', 'a: { type: union, variants: [{ type: string }, { type: boolean }], default: 7 }', ''],
  ['an item of a variant', 'a: { type: union, variants: [{ type: boolean }, { type: string_set }], default: [7] }', ''],
  ['bytes', 'a: { type: binary, default: 0010 }', ''],
  ['a day', 'a: { type: timestamp, format: date, default: 20240102 }', ''],
  ['an example', 'a: { type: string, examples: [x, 007] }', ''],
  ['an example that is true', 'a: { type: string, examples: [true] }', ''],
  ['a present_when', 'a: { type: string }\n      b: { type: string, present_when: { a: [x, 007] } }', ''],
  ['a when', 'a: { type: string }', '    indexes: { by_note: { pk_pattern: "A#{id}", when: { a: [007] } } }'],
  ['a rule', 'a: { type: string }', '    rules: [{ assert: { a: 007 } }]'],
  ['a bound in a rule', 'a: { type: string }', '    rules: [{ assert: { a: { at_least: 7 } } }]'],
  ['the record of an example', '', '    examples: [{ id: 007 }]'],
  ['a partition', '', 'access_patterns: { one: { operation: query, returns: [thing], partition: { id: 007 } } }'],
  [
    'a variant that an operation writes',
    'a: { type: union, variants: [{ type: string }, { type: boolean }] }',
    'operations: { one: { type: update, record_type: thing, set: { a: 007 } } }',
  ],
])('refuses a number without quotes for text: %s', (_what, attributes, more) => {
  expect(codesOf(schema(attributes, more))).toEqual(onlyText);
  const quoted = [attributes, more].map((each) =>
    each.replace(/(?<=[ [])(007|0010|20240102|7|1e3|1\.0|true)(?=[ ,}\]])/g, '"$1"'),
  );
  expect(codesOf(schema(quoted[0] ?? '', quoted[1]))).not.toContain(onlyText[0]);
});

it.each([
  ['a: { type: integer, default: 1e3 }', 'a: { type: integer, default: 1000 }'],
  ['a: { type: integer, default: 1.0, minimum: 0x1 }', 'a: { type: integer, default: 1, minimum: 1 }'],
  ['a: { type: decimal, default: 1.50 }', 'a: { type: decimal, default: 1.5 }'],
  ['a: { type: integer, enum: [1e3, 007], default: 007 }', 'a: { type: integer, enum: [1000, 7], default: 7 }'],
  ['a: { type: number_set, default: [1e3, +5] }', 'a: { type: number_set, default: [1000, 5] }'],
  [
    'a: { type: list, items: { type: integer }, default: [1.0] }',
    'a: { type: list, items: { type: integer }, default: [1] }',
  ],
  [
    'a: { type: timestamp, format: epoch-seconds, default: 1.7e9 }',
    'a: { type: timestamp, format: epoch-seconds, default: 1700000000 }',
  ],
  [
    'a: { type: union, variants: [{ type: integer }, { type: boolean }], default: 1e3 }',
    'a: { type: union, variants: [{ type: integer }, { type: boolean }], default: 1000 }',
  ],
  [
    'a: { type: integer }\n      b: { type: string, present_when: { a: [1e3] } }',
    'a: { type: integer }\n      b: { type: string, present_when: { a: [1000] } }',
  ],
])('takes a number by its value: %s', (written, plain) => {
  const texts = [written, plain].map((each) => schema(each));
  expect(texts.flatMap(codesOf)).toEqual([]);
  const [left, right] = texts.map((text) => compileSchema('schema.yaml', text).model?.digest);
  expect(left).toBeDefined();
  expect(left).toBe(right);
});

it('gives JSON and YAML one digest, whatever a number looks like', () => {
  const json = JSON.stringify({
    table: { name: 'things', keys: { primary: { partition_key: 'PK' } } },
    record_types: { thing: { pk: 'X', attributes: { a: { type: 'integer', default: 1000 } } } },
  });
  const digests = [json, json.replace('1000', '1e3'), json.replace('1000', '1000.0')].map(
    (text) => compileSchema('schema.json', text).model?.digest,
  );
  expect(digests[0]).toBeDefined();
  expect(new Set(digests).size).toBe(1);
});
