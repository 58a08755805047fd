import { expect, it } from 'vitest';
import { compileSchema } from '../../../src/compile.ts';

/** Keys that collide, are too long, sort wrongly, overlap and are in an index that does not know of them. */
const schema = `
format: 1
prefixes: { order: 'ORDER#' }
parameters:
  tenant: { type: string, pattern: '[a-z]{2}' }
  colour: { type: string, enum: [red, blue] }
conventions: { unknown_attributes: reject }
table:
  name: things
  billing_mode: PAY_PER_REQUEST
  keys:
    primary: { partition_key: PK, sort_key: SK }
    by_name: { partition_key: name, sort_key: at }
    by_state: { partition_key: GPK, sort_key: GSK }
    later: { partition_key: LPK, reserved: true, projection: KEYS_ONLY }
record_types:
  order:
    description: An order.
    owner: team
    pk_pattern: "TENANT#{tenant}"
    sk_pattern: "{prefixes.order}{number}"
    indexes:
      by_state: { pk_pattern: "STATE#{state}", sk_pattern: "{number}" }
    attributes:
      number: { type: integer, minimum: 0, required: true }
      state: { type: string, enum: [open, paid], required: true }
      note: { type: string, max_length: 20 }
  line:
    pk_pattern: "TENANT#{tenant}"
    sk_pattern: "ORDER#{order}"
    indexes:
      by_state: { pk_pattern: "STATE#{state}", sk_pattern: "{at}" }
    attributes:
      order: { type: string, max_length: 40, required: true }
      state: { type: string, enum: [open, paid], required: true }
      at: { type: timestamp, format: rfc3339, required: true }
      name: { type: string, max_length: 20 }
      hue: { parameter: colour }
  remark:
    pk_pattern: "TENANT#{tenant}"
    sk_pattern: "ORDER#{number}#REMARK"
    attributes:
      number: { type: integer, minimum: 0, required: true }
  long:
    pk_pattern: "LONG#{text}"
    sk: META
    attributes:
      text: { type: string, required: true }
      size: { type: integer, minimum: 1 }
  reading:
    pk_pattern: "READING#{tenant}"
    sk_pattern: "{day}"
    attributes:
      day: { type: timestamp, format: date, required: true }
      kind: { type: string, enum: [high, low], required: true }
access_patterns:
  orders: { operation: query, returns: [order], sort: { begins_with: "ORDER#" } }
  readings: { operation: query, returns: [reading], sort: { begins_with: "2024-" } }
operations:
  rename: { record_type: line, type: update, set: { name: x } }
relations:
  - { from: line.order, to: long.text }
`;

/** `code path: message` of what is said of a schema. */
function said(text: string): readonly string[] {
  return compileSchema('schema.yaml', text).diagnostics.map(({ code, path, message }) => `${code} ${path}: ${message}`);
}

const all = said(schema);
const starts = (found: readonly string[]): readonly string[] => found.map((each) => each.split(':')[0] ?? '');

/** What is implied by keys, by a word that stands for it. */
const ofOrder = [
  'key-order record_types.order.sk_pattern',
  'key-order record_types.order.indexes.by_state.sk_pattern',
  'key-collision record_types.line',
  'prefix-overlap record_types.remark.sk_pattern',
  'prefix-overlap access_patterns.orders',
];
const ofIndex = [
  'key-order record_types.order.indexes.by_state.sk_pattern',
  'key-order record_types.line.indexes.by_state.sk_pattern',
];
const unlisted = 'index-unlisted record_types.line';
const variant = 'key-lacks-variant record_types.reading.attributes.kind';
const size = 'key-size record_types.long.pk_pattern';

it('is about a schema that implies something of every kind', () => {
  expect(starts(all)).toEqual([
    ...ofOrder.slice(0, 2),
    unlisted,
    'key-collision record_types.line',
    'key-order record_types.line.indexes.by_state.sk_pattern',
    'key-collision record_types.remark',
    'prefix-overlap record_types.remark.sk_pattern',
    'key-order record_types.remark.sk_pattern',
    size,
    variant,
    'prefix-overlap access_patterns.orders',
  ]);
});

/** The fault, what it makes of the schema, and what nobody knows before it is mended. */
it.each<readonly [what: string, from: string, to: string, lost: readonly string[]]>([
  ['the name of a table', 'name: things', 'name: 5', []],
  ['the name of a table in DynamoDB', 'name: things', 'name: t', []],
  ['how a table is paid', 'PAY_PER_REQUEST', 'SOMETIMES', []],
  ['a capacity that is not there', 'PAY_PER_REQUEST', 'PROVISIONED', []],
  ['a convention', 'unknown_attributes: reject', 'unknown_attributes: rejekt', []],
  ['an attribute that is in no key', 'note: { type: string, max_length', 'note: { type: string, max_lenght', []],
  ['the type of such an attribute', 'note: { type: string', 'note: { type: strin', []],
  ['an alias in such an attribute', 'note: { type: string, max_length: 20 }', 'note: *text', []],
  ['its bounds', 'size: { type: integer, minimum: 1', 'size: { type: integer, minimum: 1, maximum: 0', []],
  ['a parameter that is in no key', 'enum: [red, blue]', 'enum: [red, red]', []],
  ['the owner of a record type', 'owner: team', 'owner: [team]', []],
  ['an access pattern', 'begins_with: "2024-"', 'begins_with: "2024-13-"', []],
  ['an operation', 'set: { name: x }', 'set: { nam: x }', []],
  ['a misspelt key of an operation', 'type: update, set:', 'type: update, sett:', []],
  ['a relation', 'to: long.text', 'to: long.txt', []],
  ['the version', 'format: 1', 'format: 1\nversion: "1"', []],
  ['what an index has', 'projection: KEYS_ONLY', 'projection: SOME', []],
  ['a misspelt key of a record type', 'description: An order.', 'descripton: An order.', []],
  ['a misspelt key of a table', 'billing_mode:', 'biling_mode:', []],
  ['a misspelt section', 'operations:', 'opperations:', []],
  [
    'the name of all access patterns',
    'access_patterns:',
    'acces_patterns:',
    starts(all).filter((each) => each.startsWith('prefix-overlap')),
  ],
  ['a key of a record type that is like no other', 'description: An order.', 'nonsense: An order.', ofOrder],
  ['a misspelt key of a record type that its keys are of', 'owner: team', 'pk_patern: team', ofOrder],
  ['the sort key of a record type', '{prefixes.order}{number}', '{prefixes.ordr}{number}', ofOrder],
  [
    'an attribute of its key',
    'number: { type: integer, minimum: 0, required: true }\n      state',
    'number: { type: integr }\n      state',
    ofOrder,
  ],
  ['a prefix', "order: 'ORDER#'", "order: ['ORDER#']", ofOrder],
  ['a key that is not closed', 'LONG#{text}', 'LONG#{text', [size]],
  ['one index of a record type', 'sk_pattern: "{number}" }', 'sk_pattern: "{number" }', ofIndex.slice(0, 1)],
  ['one index of a table', 'partition_key: GPK', 'partition_kee: GPK', ofIndex],
  ['another index of a table', 'partition_key: name, sort_key: at', 'partition_key: name, sort_kee: at', [unlisted]],
  ['an attribute that tells variants apart', 'kind: { type: string', 'kind: { type: string, requird: true', [variant]],
  ['an attribute beside one that does', 'day: {', 'note: { type: strin }\n      day: {', [variant]],
  ['whether records are changed', 'sk_pattern: "{day}"', 'sk_pattern: "{day}"\n    append_only: 5', [variant]],
  ['a parameter in keys', "pattern: '[a-z]{2}'", "pattern: '['", starts(all).filter((each) => each !== size)],
  ['the key of the table', 'sort_key: SK', 'sort_kee: SK', starts(all)],
  ['a section that nobody knows', 'record_types:', 'sectoin: 1\nrecord_types:', starts(all)],
])('says at once what else the keys imply, when a fault is in %s', (_what, from, to, lost) => {
  const text = schema.replace(from, to);
  const found = said(text);
  expect(text).not.toBe(schema);
  expect(found.some((each) => !all.includes(each))).toBe(true);
  expect(found.filter((each) => all.includes(each))).toEqual(
    all.filter((each) => !lost.includes(starts([each])[0] ?? '')),
  );
  // Nothing is implied by what is left of a schema that is not implied by all of it.
  const codes = new Set(starts(all).map((each) => each.split(' ')[0]));
  expect(found.filter((each) => !all.includes(each) && codes.has(each.split(' ')[0]))).toEqual([]);
});

it('asks no query of its own where the declared one is wrong', () => {
  const declared = schema.replace('returns: [order]', 'returns: [remark, order, line]');
  expect(starts(said(declared)).filter((each) => each.startsWith('prefix-overlap'))).toEqual([]);
  const wrong = said(declared.replace('begins_with: "ORDER#"', 'beginswith: "ORDER#"'));
  expect(starts(wrong).filter((each) => each.startsWith('prefix-overlap'))).toEqual([]);
});

it('says nothing at a place that a waiver with a fault is about', () => {
  const waiver = '- { rule: key-sise, at: record_types.long.pk_pattern, reason: Texts are short here. }';
  const found = starts(said(`${schema}waivers:\n  ${waiver}\n`));
  expect(found).toEqual([...starts(all).filter((each) => each !== size), 'reference-unknown waivers[0].rule']);
});
