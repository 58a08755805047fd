import { expect, it } from 'vitest';
import { compileSchema } from '../../src/compile.ts';
import { catalogue } from '../../src/diagnostics/catalogue.ts';
import { rateLimits } from '../support/schemas.ts';
import { smallSchema } from '../support/small.ts';

type Case = readonly [code: string, schema: string, found: string];

const s = smallSchema;

/** Every rule, with a schema that breaks it, and where it says so. */
const cases: readonly Case[] = [
  ['adjacent-components', s('').replace('T#{id}', 'T#{id}{id}'), 'record_types.thing.pk_pattern: {'],
  [
    'component-may-be-absent',
    s('b: { type: string }').replace('T#{id}', 'T#{b}'),
    `record_types.thing.pk_pattern: 'T#{b}'`,
  ],
  [
    'component-not-scalar',
    s('b: { type: boolean, required: true }').replace('T#{id}', 'T#{b}'),
    `record_types.thing.pk_pattern: 'T#{b}'`,
  ],
  ['component-undeclared', s('').replace('T#{id}', 'T#{foo}'), `record_types.thing.pk_pattern: 'T#{foo}'`],
  ['default-invalid', s('a: { type: string, default: [] }'), 'record_types.thing.attributes.a: a'],
  ['duplicate-key', s('a: { type: string }\na: { type: string }'), 'record_types.thing.attributes.a: a'],
  [
    'family-ambiguous',
    s('"{limit}": { type: string }\n"{id}": { type: string }'),
    'record_types.thing.attributes.{id}: "{id}"',
  ],
  [
    'family-syntax',
    s('"{limit}_{id}": { type: string }'),
    'record_types.thing.attributes.{limit}_{id}: "{limit}_{id}"',
  ],
  ['index-sort-key-missing', s('', { thing: 'indexes: { by_x: { pk: x } }' }), 'record_types.thing.indexes.by_x: by_x'],
  ['index-unknown', s('', { thing: 'indexes: { by_y: { pk: x, sk: y } }' }), 'record_types.thing.indexes.by_y: by_y'],
  ['key-missing', s('').replace("pk_pattern: 'T#{id}'", ''), 'record_types.thing: thing'],
  ['key-pattern-syntax', s('').replace('T#{id}', 'T#{id'), 'record_types.thing.pk_pattern: {'],
  ['missing-key', s('a: { nullable: true }'), 'record_types.thing.attributes.a: { nullable: true }'],
  ['pattern-invalid', s('a: { type: string, pattern: "a.b" }'), 'record_types.thing.attributes.a.pattern: .'],
  ['reference-unknown', s('a: { parameter: lid }'), 'record_types.thing.attributes.a.parameter: lid'],
  ['unknown-key', s('a: { type: string, nulable: true }'), 'record_types.thing.attributes.a.nulable: nulable'],
  ['value-conflict', s('a: { type: string, minimum: 1 }'), 'record_types.thing.attributes.a.minimum: minimum'],
  ['value-invalid', s('a: { type: sting }'), 'record_types.thing.attributes.a.type: sting'],
  ['waiver-unused', s('', { top: 'waivers: [{ rule: key-order, at: x, reason: nothing at all }]' }), 'waivers[0]: {'],
  ['wrong-type', s('a: { type: string, nullable: 1 }'), 'record_types.thing.attributes.a.nullable: 1'],
  ['yaml-alias', s('a: &x { type: string }'), 'record_types.thing.attributes.a: &x'],
  ['yaml-syntax', s('a: { type: string'), ': '],
];

it.each(cases)('reports %s where it is', (code, schema, found) => {
  const { diagnostics } = compileSchema('schema.yaml', schema);
  const places = diagnostics
    .filter((each) => each.code === code)
    .map(({ path, position: { line, column, length } }) => {
      const excerpt = schema.split('\n')[line - 1]?.slice(column - 1, column - 1 + length);
      return `${path}: ${excerpt}`;
    });
  expect(places).toEqual([found]);
});

it.each(cases)('makes no model of a schema that breaks %s, unless that is a warning', (code, schema) => {
  const { model, diagnostics } = compileSchema('schema.yaml', schema);
  const isError = catalogue[code as keyof typeof catalogue][0] === 'error';
  expect([model === undefined, diagnostics.some((each) => each.severity === 'error')]).toEqual([isError, isError]);
});

it.each([
  ['', 'yaml-syntax'],
  ['null', 'wrong-type'],
  ['[]', 'wrong-type'],
  ['42', 'wrong-type'],
  ['a: b: c', 'yaml-syntax'],
  ['---\na: 1\n---\nb: 2', 'yaml-syntax'],
  ['\u0000', 'yaml-syntax'],
  [`${'['.repeat(20_000)}${']'.repeat(20_000)}`, 'yaml-syntax'],
  ['{"record_types": {"__proto__": {}}}', 'value-invalid'],
])('answers to whatever it is given: %j', (text, code) => {
  const { model, diagnostics } = compileSchema('schema.yaml', text);
  expect(model).toBeUndefined();
  expect(diagnostics.map((each) => each.code)).toContain(code);
});

it('waives one rule at one place, and nothing else', () => {
  const broken = (top: string): string => s('', { thing: 'indexes: { by_x: { pk: x } }', top });
  const waiver = (at: string): string =>
    `waivers: [{ rule: index-sort-key-missing, at: ${at}, reason: it is so on purpose }]`;
  const codes = (top: string): readonly string[] =>
    compileSchema('schema.yaml', broken(top)).diagnostics.map((each) => each.code);
  expect(codes('')).toEqual(['index-sort-key-missing']);
  expect(codes(waiver('record_types.thing.indexes.by_x'))).toEqual([]);
  expect(codes(waiver('record_types.thing.indexes.by_y'))).toEqual(['index-sort-key-missing']);
});

it('freezes the model through and through', () => {
  const [recordType] = rateLimits.model.recordTypes;
  expect([rateLimits.model, recordType, recordType?.keys[0]?.parts[0]?.pattern.tokens].every(Object.isFrozen)).toBe(
    true,
  );
});

it('keeps numbers exactly as they are written', () => {
  const { model } = compileSchema(
    'schema.yaml',
    s(
      'a: { type: decimal, minimum: 0.10, maximum: 12345678901234567890.5 }\nb: { type: integer, minimum: -9223372036854775808, default: 9007199254740993 }',
    ),
  );
  const [a, b] = model?.recordTypes[0]?.attributes ?? [];
  expect(a?.type).toMatchObject({
    kind: 'decimal',
    minimum: '0.1',
    maximum: '12345678901234567890.5',
    enum: null,
    examples: [],
  });
  expect([b?.type, b?.default]).toMatchObject([
    { kind: 'integer', minimum: '-9223372036854775808', maximum: '9'.repeat(38), enum: null, examples: [] },
    '9007199254740993',
  ]);
});
