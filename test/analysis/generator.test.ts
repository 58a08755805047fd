import { expect, it } from 'vitest';
import { compileSchema } from '../../src/compile.ts';
import { generateVectors } from '../../src/generate/vectors.ts';
import { compileCodec } from '../../src/item/codec.ts';
import type { VectorKind } from '../../src/vector/vector.ts';

/** Attributes that once made the generator give up on a valid schema, or could. */
const attributes: readonly string[] = [
  'x: { type: binary }',
  'x: { type: binary, min_length: 12, max_length: 12, required: true }',
  'x: { type: binary, max_length: 1, allow_empty: true }',
  'x: { type: any, required: true }',
  'x: { type: any, nullable: true }',
  'x: { type: map, allow_empty: false }',
  'x: { type: decimal, enum: [1.5, 2.5] }',
  'x: { type: decimal, minimum: -0.5, maximum: 0.5, required: true }',
  'x: { type: integer, const: 7 }',
  'x: { type: binary_set, items: { type: binary, max_length: 1 } }',
  'x: { type: number_set }',
  'x: { type: number_set, items: { type: integer, minimum: 1, maximum: 1 } }',
  'x: { type: string, max_length: 0, allow_empty: true }',
  'x: { type: string, min_length: 50, max_length: 60 }',
  'x: { type: string, pattern: "[0-9]{4}", required: true }',
  'x: { type: list, items: { type: list, items: { type: boolean } }, min_items: 2, max_items: 2 }',
  'x: { type: map, values: { type: timestamp, format: epoch-seconds }, allow_empty: false }',
  'x: { type: map, members: { a: { type: integer, required: true }, b: { type: string, default: none } } }',
  'x: { type: timestamp, format: rfc3339 }',
  'x: { type: boolean, default: true, default_on: read }',
  '"n_{name}": { type: integer, required_members: [total] }',
  '"{name}": { type: string, required_members: [total] }',
  'pk: { type: string, max_length: 20, required: true }',
  'state: { type: string, enum: [open, shut], required: true }\n      x: { type: integer, present_when: { state: [shut] } }',
];

it.each(attributes)('generates vectors for every valid schema: %s', (attribute) => {
  const natural = attribute.startsWith('pk:');
  const source = `
parameters:
  name: { type: string, pattern: '[a-z]+', max_length: 20, examples: [total] }
table: { name: things, keys: { primary: { partition_key: pk } } }
record_types:
  thing:
    ${natural ? '' : 'pk_pattern: "T#{name}"'}
    attributes:
      ${attribute}
`;
  const { model, diagnostics } = compileSchema('s.yaml', source);
  expect(diagnostics.filter((each) => each.severity === 'error')).toEqual([]);
  const files = model === undefined ? [] : generateVectors(compileCodec(model));
  const count = (kind: VectorKind): number => files.find((file) => file.kind === kind)?.vectors.length ?? 0;
  expect(files.map((file) => file.kind)).toEqual(expect.arrayContaining(['items', 'reads', 'refusals']));
  expect(count('items')).toBeGreaterThanOrEqual(1);
  expect(count('refusals')).toBeGreaterThan(5);
});
