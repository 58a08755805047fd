import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { generateVectors } from '../../../src/generate/vectors.ts';
import type { Codec } from '../../../src/item/codec.ts';
import { formatVectorFile, pathOfVectorFile } from '../../../src/vector/format.ts';
import { readVectorFile } from '../../../src/vector/read.ts';
import { verifyVectors } from '../../../src/vector/verify.ts';
import { codecOf } from '../../support/codec.ts';
import { everyType, rateLimits } from '../../support/schemas.ts';
import { smallCodec, smallSchema } from '../../support/small.ts';

/** Generates, and holds what came out against the codec, the format and itself. */
function generate(codec: Codec): void {
  const files = generateVectors(codec);
  for (const file of files) {
    expect(readVectorFile(pathOfVectorFile(file), formatVectorFile(file)).diagnostics).toEqual([]);
    expect(verifyVectors(codec, file)).toEqual([]);
    expect(file.vectors.filter((vector) => vector.description === '')).toEqual([]);
  }
  const ids = files.flatMap((file) => file.vectors.map((vector) => vector.id));
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
}

it('generates the vectors that are in the repository', () => {
  const folder = new URL('../../../vectors/rate-limits/', import.meta.url);
  const generated = generateVectors(rateLimits);
  for (const file of generated)
    expect(formatVectorFile(file)).toBe(readFileSync(new URL(pathOfVectorFile(file), folder), 'utf8'));
  const folders = readdirSync(folder).filter((name) => name !== 'manifest.json');
  expect(folders.sort()).toEqual(rateLimits.model.recordTypes.map((each) => each.name).sort());
  generate(rateLimits);
});

const types: readonly string[] = [
  'type: string',
  'type: string, nullable: true, default: null',
  'type: string, allow_empty: true, reserved: [x]',
  "type: string, pattern: '[a-z]{3}'",
  'type: integer, minimum: 5000, maximum: 6000',
  'type: decimal, minimum: 0, maximum: 0.5',
  'type: boolean, required: true, default: false',
  'type: timestamp, format: rfc3339',
  'type: list, items: { type: string }',
  'type: list',
  'type: map, values: { type: string, nullable: true }',
  'type: map, members: { x: { type: string, required: true }, y: { type: integer, default: 1 } }',
  'type: map',
  'type: string_set',
  'type: number_set',
  'type: binary_set, empty_set: omit',
  'type: binary',
  'type: binary, min_length: 1, max_length: 1',
  'type: any',
  'type: list, max_items: 2, items: { type: string }',
  'type: list, min_items: 4, items: { type: string }',
  'type: map, allow_empty: false',
];

it.each(types)('generates for an attribute { %s }', (type) => {
  generate(smallCodec(`a: { ${type} }`));
});

const notYet: readonly string[] = [
  'type: decimal, enum: [1.5, 2.5]',
  'type: map, members: { x: { type: string, enum: [p, q] }, y: { type: integer, present_when: { x: [q] } } }',
];

it.each(notYet)('generates for an attribute { %s }', (type) => {
  generate(smallCodec(`a: { ${type} }`));
});

it('generates for every type and key that the rate limiter does not use', () => {
  generate(everyType);
});

it.each([
  ['an attribute', 'a.b', 'thing'],
  ['a record type', 'a', 'audit-event'],
])('makes ids that the format takes from the name of %s: %j of %j', (_what, attribute, name) => {
  generate(codecOf(smallSchema(`'${attribute}': { type: string }`).replace('  thing:', `  ${name}:`)));
});

const table = (keys: string): string => `table: { name: things, keys: { primary: { ${keys} } } }`;
const id = "id: { type: string, required: true, pattern: '[a-z]+' }";

it.each([
  [
    'a number',
    `${table('partition_key: { name: id, type: N }')}\nrecord_types: { thing: { attributes: { id: { type: integer, required: true } } } }`,
  ],
  [
    'an attribute of any text',
    `${table('partition_key: id')}\nrecord_types: { thing: { attributes: { id: { type: string, required: true } } } }`,
  ],
  ['an attribute of a pattern', `${table('partition_key: id')}\nrecord_types: { thing: { attributes: { ${id} } } }`],
  [
    'free text at the end',
    `${table('partition_key: PK')}\nrecord_types: { thing: { pk_pattern: 'T#{x}', attributes: {} } }`,
  ],
  [
    'a pattern and a number',
    `${table('partition_key: PK, sort_key: { name: n, type: N }')}\nrecord_types: { thing: { pk_pattern: 'T#{id}', attributes: { ${id}, n: { type: integer, required: true } } } }`,
  ],
])('generates for a key that is %s', (_what, schema) => {
  generate(codecOf(schema));
});

it.each([
  [
    'free text before a delimiter',
    `${table('partition_key: PK')}\nrecord_types: { thing: { pk_pattern: 'T#{x}#', attributes: {} } }`,
  ],
  [
    'text of a class with letters that are not ASCII',
    `${table('partition_key: PK')}\nrecord_types: { thing: { pk_pattern: 'T#{x}', attributes: { x: { type: string, required: true, pattern: '[^#]+' } } } }`,
  ],
  [
    'text that may be longer than a key',
    `${table('partition_key: PK')}\nrecord_types: { thing: { pk_pattern: 'T#{x}', attributes: { x: { type: string, required: true, max_length: 1000 } } } }`,
  ],
  [
    'explained by two record types of different tables',
    `tables:\n  left: { keys: { primary: { partition_key: PK } } }\n  right: { keys: { primary: { partition_key: PK } } }\nparameters: { x: { type: string, pattern: '[a-z]+' } }\nrecord_types:\n  one: { table: left, pk_pattern: 'T#{x}', attributes: {} }\n  two: { table: right, pk_pattern: 'T#{x}', attributes: {} }`,
  ],
])('generates for a key that is %s', (_what, schema) => {
  generate(codecOf(schema));
});
