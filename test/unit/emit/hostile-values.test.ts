import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { expect, it } from 'vitest';
import { recordSchema } from '../../../src/emit/json-schema/record.ts';
import { smallCodec } from '../../support/small.ts';

// Values at the edges of every type, in attributes of every type: the codec and a validator of JSON Schema take the same of
// them, but for what docs/cli.md lists.

/** What JSON Schema has no words for. */
const unsaid = new Set(['max-bytes', 'minimum', 'maximum', 'multiple-of', 'scale', 'unicode', 'nesting']);

const types = [
  'type: string',
  'type: string, allow_empty: true',
  'type: string, enum: [a, b]',
  "type: string, pattern: '[a-z]+', max_length: 4",
  'type: string, max_bytes: 4',
  'type: string, format: uuid',
  'type: string, reserved: [no]',
  'type: string, default: q, default_when_empty: true',
  'type: string, required: true, default: q, default_on: read',
  'type: integer, minimum: 1, maximum: 9',
  'type: integer, multiple_of: 5',
  'type: integer, enum: [1, 2]',
  'type: decimal, scale: 1',
  'type: boolean',
  'type: binary',
  'type: binary, allow_empty: true, max_length: 2',
  ...[1, 2, 3, 4, 5, 6].map((bytes) => `type: binary, min_length: ${bytes}, max_length: ${bytes}`),
  'type: binary, min_length: 2, max_length: 4',
  'type: list',
  'type: list, allow_empty: false',
  'type: list, items: { type: integer }, min_items: 1, max_items: 2',
  'type: list, items: { type: string_set, empty_set: omit }',
  'type: map',
  'type: map, allow_empty: false',
  'type: map, values: { type: string, nullable: true }',
  'type: map, values: { type: string_set, empty_set: omit }',
  'type: map, members: { a: { type: string, enum: [x, y], required: true }, b: { type: integer, present_when: { a: [x] } } }',
  'type: map, members: { a: { type: string, default: q }, b: { type: string_set, empty_set: omit, required: true } }',
  'type: map, members: { a: { type: string_set, empty_set: omit, required: true, default: [] } }',
  'type: map, members: { a: { type: string, required: true, default: q, default_on: read } }',
  'type: string_set',
  'type: string_set, empty_set: omit',
  'type: number_set, items: { type: integer }',
  'type: number_set',
  'type: binary_set',
  'type: any',
  'type: any, nullable: true',
  'type: list, items: { type: any }',
  'type: map, values: { type: any, nullable: true }',
  'type: union, variants: [{ type: string, enum: [a] }, { type: boolean }, { type: list }, { type: map }]',
  'type: union, variants: [{ type: map, members: { a: { type: string, const: x, required: true } } }, { type: map, members: { a: { type: string, const: y, required: true } } }]',
  'type: timestamp, format: iso-seconds',
  'type: timestamp, format: iso-milliseconds',
  'type: timestamp, format: rfc3339',
  'type: timestamp, format: date',
  'type: timestamp, format: month',
  'type: timestamp, format: epoch-seconds',
];

const numbers = [
  '0',
  '-0',
  '1',
  '-1',
  '01',
  '+1',
  '1.0',
  '1.25',
  '1e3',
  '1e',
  '.5',
  '5.',
  '.',
  '-',
  '1_0',
  ' 1',
  '٣',
  '5',
];
const bytes = ['AA==', 'AAA=', 'AAAA', 'AAAAAA==', 'AAAAAAA=', 'AAAAAAAA', 'AB==', 'A===', 'AA', 'AA-_'];
const times = [
  '2024-01-02T03:04:05Z',
  '2024-01-02T03:04:05.123Z',
  '2024-01-02t03:04:05z',
  '2024-01-02T03:04:05+01:00',
  '2023-02-29T00:00:00Z',
  '2016-12-31T23:59:60Z',
  '2024-02-29',
  '2023-02-29',
  '2024-12',
  '2024-13',
  '0000-01',
];
const texts = ['', 'a', 'x', 'no', 'abc', 'abcde', 'a\n', '😀😀', '\ud800', '00000000-0000-0000-0000-000000000000'];
const scalars = [...numbers, ...bytes, ...times, ...texts];

function nested(levels: number): object {
  return levels === 0 ? { S: '' } : { L: [nested(levels - 1)] };
}

const attributeValues = [
  ...numbers.flatMap((text) => [{ N: text }, { NS: [text] }]),
  ...bytes.flatMap((text) => [{ B: text }, { BS: [text] }]),
  { S: '' },
  { S: 1 },
  { N: 1 },
  { BOOL: true },
  { BOOL: 'true' },
  { NULL: true },
  { NULL: false },
  { L: [{ NULL: true }, { N: '1_0' }] },
  { L: [{ NULL: true }] },
  { M: {} },
  { M: { '': { S: 'a' } } },
  { M: { a: { M: { '': { S: 'a' } } } } },
  { M: { a: { NULL: true } } },
  { SS: [] },
  { SS: ['', 'a'] },
  { SS: ['a', 'a'] },
  { S: 'a', N: '1' },
  {},
  { X: 'a' },
  nested(31),
  nested(40),
];

const inside = [...scalars, ...attributeValues, null, true, 1, [], ['a'], ['']];
const values = [
  ...inside,
  ...inside.map((value) => [value]),
  ...inside.map((value) => ({ a: value })),
  ...inside.map((value) => ({ '': value })),
  ['a', 'a'],
  ['1', '2', '3'],
  { a: 'x', b: '1' },
  { a: 'y', b: '1' },
  { b: [] },
  { b: ['a'] },
  { a: 'x', c: '1' },
];

it.each(types)('{ %s }: a validator takes what the codec takes', (type) => {
  const codec = smallCodec(`value: { ${type} }`);
  const [thing] = codec.model.recordTypes;
  if (thing === undefined) throw new TypeError('no record type');
  const validator = new Ajv2020({ strictTypes: false });
  addFormats.default(validator);
  const validate = validator.compile(recordSchema(thing));
  const records = [{ id: 'x' }, ...values.map((value) => ({ id: 'x', value }))];
  const different = records.filter((record) => {
    const encoded = codec.encode('thing', record);
    return validate(record) !== encoded.ok && (encoded.ok || !unsaid.has(encoded.error.rule));
  });
  expect(different).toEqual([]);
  expect(records.filter((record) => validate(record)).length).toBeGreaterThan(1);
});
