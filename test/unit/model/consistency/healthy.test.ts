import { expect, it } from 'vitest';
import { compileSchema } from '../../../../src/compile.ts';
import { smallSchema } from '../../../support/small.ts';

// What is next to a contradiction and is none. The contradictions themselves are in test/fixtures/schemas/value-conflict.

it.each([
  ['bounds that leave one number', 'a: { type: integer, minimum: 5, maximum: 5 }'],
  ['bounds that are equal in other words', 'a: { type: decimal, minimum: 1.50, maximum: "1.5" }'],
  ['values on their bounds', 'a: { type: integer, minimum: 1, maximum: 9, enum: [1, 9] }'],
  ['values of the longest length, in code points', 'a: { type: string, max_length: 2, enum: ["😀😀"] }'],
  ['an empty value that is allowed', 'a: { type: string, allow_empty: true, enum: ["", x] }'],
  ['a pattern with one length left', "a: { type: string, pattern: '[a-z]{2,5}', min_length: 5, max_length: 9 }"],
  ['a pattern with one text that is not reserved', "a: { type: string, pattern: 'a|b', reserved: [a, c] }"],
  ['a pattern of the empty text, which is allowed', "a: { type: string, pattern: 'a{0}', allow_empty: true }"],
  [
    'a reserved text that is too short to matter',
    "a: { type: string, pattern: 'a{1,2}', min_length: 2, reserved: [a] }",
  ],
  ['a pattern without an end', "a: { type: string, pattern: '[a-z]+', min_length: 300000 }"],
  ['an empty list that is the only one', 'a: { type: list, max_items: 0 }'],
  ['a map with members', 'a: { type: map, members: { b: { type: string } } }'],
  ['a map of any values that may not be empty', 'a: { type: map, allow_empty: false }'],
  ['a required member of the domain', '"b_{limit}": { type: integer, required_members: [rpm] }'],
  ['a group of one variable', '"b_{limit}": { type: integer, group: g }\n"c_{limit}": { type: string, group: g }'],
  ['a condition on a number', 'a: { type: integer, maximum: 5 }\nb: { type: string, present_when: { a: [5] } }'],
  ['a condition on a flag', 'a: { type: boolean }\nb: { type: string, present_when: { a: [true] } }'],
  ['a default from another attribute of its type', 'a: { type: string }\nb: { type: string, default_from: a }'],
  [
    'a default from an attribute that is required too',
    'b: { type: string, required: true, default_from: a }\na: { type: string, required: true }',
  ],
  [
    'a default from a narrower attribute',
    "a: { type: string, pattern: '[a-z]{1,8}' }\nb: { type: string, max_length: 8, default_from: a }",
  ],
  [
    'a default from one of its values',
    "a: { type: string, enum: [x] }\nb: { type: string, pattern: '[xy]', default_from: a }",
  ],
  [
    'a default from the same parameter',
    'a: { parameter: id, required: true }\nb: { parameter: id, required: true, default_from: a }',
  ],
  [
    'a default from an attribute with a default',
    'a: { type: string, default: x }\nb: { type: string, required: true, default_from: a }',
  ],
  [
    'defaults from one attribute',
    'a: { type: string }\nb: { type: string, default_from: a }\nc: { type: string, default_from: a }',
  ],
  [
    'a default from a smaller number',
    'a: { type: decimal, minimum: 1, maximum: 2, scale: 1 }\nb: { type: decimal, minimum: 0, maximum: 2, scale: 2, default_from: a }',
  ],
  [
    'a default from a set declared alike',
    'a: { type: string_set, items: { parameter: id } }\nb: { type: string_set, items: { parameter: id }, default_from: a }',
  ],
  [
    'conditions one after the other',
    'a: { type: string, enum: [x] }\nb: { type: string, enum: [y], present_when: { a: [x] } }\nc: { type: string, present_when: { b: [y] } }',
  ],
  ['a multiple on a bound', 'a: { type: integer, multiple_of: 10, minimum: -10, maximum: -9 }'],
  ['zero between the bounds', 'a: { type: integer, multiple_of: 7, minimum: -3, maximum: 3 }'],
  ['one number of a scale between the bounds', 'a: { type: decimal, scale: 1, minimum: 0.05, maximum: 0.1 }'],
  ['a family with one member left', '"b_{limit}": { type: integer, excluded_members: [rpm] }'],
  ['an attribute with a dot that no pattern names', 'm.a: { type: string }'],
  ['a union', 'a: { type: union, variants: [{ type: string, enum: [x] }, { type: list, max_items: 3 }] }'],
])('finds nothing wrong with %s', (_what, attributes) => {
  expect(compileSchema('schema.yaml', smallSchema(attributes)).diagnostics).toEqual([]);
});

it.each([
  ['values other than the text for absence', 's: { type: string, enum: [none, some] }', 'T#{id}#{s:upper:or(none)}'],
  ['values without the character that ends them', 's: { type: string, enum: [a, b], required: true }', '{s}#{id}'],
  ['values with it at the end of the key', 's: { type: string, enum: ["a#b"], required: true }', 'X#{s}'],
  [
    'a time before a character that it never has',
    't: { type: timestamp, format: iso-seconds, required: true }',
    '{t}#{id}',
  ],
  ['a time that is written otherwise', 't: { type: timestamp, format: iso-seconds, required: true }', '{t:year}-{id}'],
])('lets keys have %s', (_what, attributes, pattern) => {
  const text = smallSchema(attributes).replace('T#{id}', pattern);
  expect(compileSchema('schema.yaml', text).diagnostics.map(({ message }) => message)).toEqual([]);
});

it('lets a text stand for absence that no value has of those that are in the index', () => {
  const index = 'indexes: { by_x: { when: { s: [some, more] }, pk_pattern: "A{s:or(none)}", sk_pattern: "{id}" } }';
  const text = smallSchema('s: { type: string, enum: [none, some, more] }', { thing: index });
  expect(compileSchema('schema.yaml', text).diagnostics.map(({ message }) => message)).toEqual([]);
});

it.each([
  ['of a list', 'a: { type: list, items: { type: list, items: { type: integer, enum: [7], maximum: 5 } } }'],
  ['of a map', 'a: { type: map, values: { type: integer, enum: [7], maximum: 5 } }'],
  ['of a set', 'a: { type: number_set, items: { type: integer, enum: [7], maximum: 5 } }'],
  ['of a union', 'a: { type: union, variants: [{ type: integer, enum: [7], maximum: 5 }, { type: list }] }'],
  ['of a family', '"b_{limit}": { type: integer, enum: [7], maximum: 5 }'],
])('looks at the values %s, at their place', (_what, attributes) => {
  const text = smallSchema(attributes);
  const [diagnostic, ...rest] = compileSchema('schema.yaml', text).diagnostics;
  expect([diagnostic?.code, rest]).toEqual(['value-conflict', []]);
  const { line = 0, column = 0 } = diagnostic?.position ?? {};
  expect(text.split('\n')[line - 1]?.slice(column - 1)).toMatch(/^7\]/);
});

it('looks at a parameter once, where it is declared, however often it is used', () => {
  const text = smallSchema('a: { parameter: id }\nb: { parameter: id }').replace(
    'max_length: 40',
    'min_length: 40, max_length: 3',
  );
  expect(compileSchema('schema.yaml', text).diagnostics.map(({ path }) => path)).toEqual(['parameters.id.min_length']);
});
