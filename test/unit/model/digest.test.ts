import { expect, it } from 'vitest';
import { compileSchema } from '../../../src/compile.ts';
import { digestOf } from '../../../src/model/digest.ts';
import type { Model } from '../../../src/model/model.ts';
import { smallSchema } from '../../support/small.ts';

function compiled(text: string): Model {
  const { model, diagnostics } = compileSchema('schema.yaml', text);
  if (model === undefined) throw new Error(diagnostics.map((each) => each.message).join('\n'));
  return model;
}

const attribute =
  'a: { type: string, nullable: true, max_length: 5, pattern: "[a-z]+" }\nf: { type: boolean, required: true }';
const before = compiled(smallSchema(attribute));

it.each([
  ['nullable', 'nullable: true', 'nullable: false'],
  ['a length', 'max_length: 5', 'max_length: 6'],
  ['a missing length', 'max_length: 5, ', ''],
  ['a pattern', '[a-z]+', '[a-y]+'],
  ['a type', 'type: boolean', 'type: any'],
  ['required', 'required: true', 'required: false'],
  ['a default', 'required: true', 'required: true, default: false'],
  ['when a default applies', 'nullable: true', 'nullable: true, default_on: write'],
  ['a name', 'a: {', 'b: {'],
  ['a reserved value', 'max_length: 5', 'max_length: 5, reserved: [x]'],
  ['a condition', 'nullable: true', 'nullable: true, present_when: { f: [true] }'],
  ['a unit', 'nullable: true', 'nullable: true, unit: seconds'],
])('changes with %s', (_what, from, to) => {
  const text = attribute.replace(from, to);
  expect(text).not.toBe(attribute);
  const after = compiled(smallSchema(text));
  expect(after.digest).not.toBe(before.digest);
  expect(after.recordTypes[0]?.digest).not.toBe(before.recordTypes[0]?.digest);
});

it.each([
  ['a smallest number', '{ type: integer, minimum: 1 }', '{ type: integer, minimum: 2 }'],
  ['a largest number', '{ type: integer, maximum: 8 }', '{ type: integer, maximum: 9 }'],
  ['a constant', '{ type: integer, const: 1 }', '{ type: integer, const: 2 }'],
  ['a listed value', '{ type: string, enum: [a] }', '{ type: string, enum: [a, b] }'],
  ['the format of a time', '{ type: timestamp, format: rfc3339 }', '{ type: timestamp, format: iso-seconds }'],
  ['the number of items', '{ type: list, max_items: 1 }', '{ type: list, max_items: 2 }'],
  ['the type of items', '{ type: list, items: { type: any } }', '{ type: list, items: { type: string } }'],
  ['the values of a map', '{ type: map, values: { type: string } }', '{ type: map, values: { type: integer } }'],
  [
    'a member of a struct',
    '{ type: map, members: { x: { type: boolean } } }',
    '{ type: map, members: { y: { type: boolean } } }',
  ],
  ['an empty set', '{ type: string_set }', '{ type: string_set, empty_set: omit }'],
  ['a shortest length', '{ type: binary }', '{ type: binary, min_length: 1 }'],
  ['emptiness', '{ type: string }', '{ type: string, allow_empty: true }'],
])('changes with %s of a type', (_what, from, to) => {
  expect(compiled(smallSchema(`a: ${from}`)).digest).not.toBe(compiled(smallSchema(`a: ${to}`)).digest);
});

it.each([
  ['a description', attribute.replace('nullable', 'description: "x", nullable')],
  ['an example', attribute.replace('nullable', 'examples: [abc], nullable')],
  ['a key of one’s own', attribute.replace('nullable', 'x-owner: me, nullable')],
  ['a default spelled out', attribute.replace('nullable', 'min_length: 0, nullable')],
])('does not change with %s', (_what, text) => {
  expect(compiled(smallSchema(text)).digest).toBe(before.digest);
});

it('of a record type does not change with another one', () => {
  const after = compiled(`${smallSchema(attribute)}\n  other:\n    pk_pattern: 'O#{id}'\n    attributes: {}\n`);
  expect(after.digest).not.toBe(before.digest);
  expect(after.recordTypes[0]?.digest).toBe(before.recordTypes[0]?.digest);
});

it('does not depend on the order of named things, and does on that of others', () => {
  const [a, b] = [{ name: 'a' }, { name: 'b' }];
  expect(digestOf({ x: [a, b], y: 1 })).toBe(digestOf({ y: 1, x: [b, a] }));
  expect(digestOf(['a', 'b'])).not.toBe(digestOf(['b', 'a']));
  const component = (name: string): object => ({ kind: 'component', name, until: null });
  expect(digestOf([component('a'), component('b')])).not.toBe(digestOf([component('b'), component('a')]));
});

it('tells a default of NULL from no default', () => {
  const after = compiled(smallSchema(attribute.replace('nullable: true', 'nullable: true, default: null')));
  expect(after.digest).not.toBe(before.digest);
});

it('sees members of a default whatever their names are', () => {
  const withDefault = (value: string): string =>
    compiled(smallSchema(`a: { type: map, values: { type: string }, default: { description: ${value} } }`)).digest;
  expect(withDefault('x')).not.toBe(withDefault('y'));
});

it('is of the names and the values, however many sets of names there were before', () => {
  const tags = (count: number): object =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`z${index}`, { [`y${index}`]: index }]));
  expect(digestOf(tags(3000))).toBe(digestOf(tags(3000)));
  expect(digestOf({ z: 1, at: 5, a: [] })).toBe(digestOf({ a: [], z: 1 }));
  expect(digestOf({ a: 1, b: undefined })).toBe(digestOf({ a: 1 }));
  expect(digestOf({ a: 1, b: null })).not.toBe(digestOf({ a: 1 }));
  expect(digestOf({ a: { b: 1 } })).not.toBe(digestOf({ a: { c: 1 } }));
});

/** Keys and a query, with names for literals or without. */
function withKeys(prefixes: string, key: string, asked: string): string {
  return `
${prefixes}
table: { name: things, keys: { primary: { partition_key: PK, sort_key: SK } } }
record_types:
  thing:
    pk_pattern: '${key}'
    sk_pattern: 'N#{n:04}'
    attributes:
      id: { type: string, max_length: 8, required: true }
      n: { type: integer, minimum: 0, maximum: 9999, required: true }
access_patterns:
  some: { operation: query, returns: [thing], sort: { begins_with: '${asked}' } }
`;
}

it.each([
  ['a name for a literal', "prefixes: { t: 'THING#', n: 'N#' }", '{prefixes.t}{id}', '{prefixes.n}'],
  ['another name', "prefixes: { thing: 'THING#', n: 'N#' }", '{prefixes.thing}{id}', '{prefixes.n}'],
  ['a name for a part', "prefixes: { t: 'THI', n: 'N#' }", '{prefixes.t}NG#{id}', 'N#'],
])('is blind to %s of keys', (_what, prefixes, key, asked) => {
  const plain = compiled(withKeys('', 'THING#{id}', 'N#'));
  const named = compiled(withKeys(prefixes, key, asked));
  expect(named.recordTypes[0]?.keys[0]?.parts[0]?.pattern.text).toBe('THING#{id}');
  expect(named.digest).toBe(plain.digest);
});

it('sees what a name for a literal of keys stands for', () => {
  const one = compiled(withKeys("prefixes: { t: 'THING#' }", '{prefixes.t}{id}', 'N#'));
  const other = compiled(withKeys("prefixes: { t: 'thing#' }", '{prefixes.t}{id}', 'N#'));
  expect(one.digest).not.toBe(other.digest);
});

it('braces in a literal stay braces', () => {
  const named = compiled(withKeys("prefixes: { t: '{T}#' }", '{prefixes.t}{id}', 'N#'));
  const plain = compiled(withKeys('', '{{T}}#{id}', 'N#'));
  expect(named.recordTypes[0]?.keys[0]?.parts[0]?.pattern).toEqual({
    ...plain.recordTypes[0]?.keys[0]?.parts[0]?.pattern,
    writtenPattern: '{prefixes.t}{id}',
  });
});

it('sees tags whatever they are called', () => {
  const tagged = (tags: string): string =>
    compiled(smallSchema(attribute).replace('name: things', `name: things, tags: ${tags}`)).digest;
  const digests = [
    '{ team: a }',
    '{ team: b }',
    '{ description: a }',
    '{ description: b }',
    '{ at: a }',
    '{ at: b }',
  ].map(tagged);
  expect(new Set(digests).size).toBe(digests.length);
});
