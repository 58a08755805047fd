import { expect, it } from 'vitest';
import { compileSchema } from '../../../src/compile.ts';
import { smallSchema } from '../../support/small.ts';

// What is next to a condition that can never hold, and can. The others are in test/fixtures/schemas/value-conflict.

const attributes = `
n: { type: integer, minimum: 1, maximum: 9 }
d: { type: decimal }
b: { type: boolean }
r: { type: string, max_length: 5, required: true }
z: { type: string, required: true, nullable: true }
o: { type: string, allow_empty: true }
t: { type: timestamp, format: iso-seconds }
u: { type: timestamp, format: iso-seconds }
e: { type: timestamp, format: epoch-seconds }
l: { type: list, items: { type: string } }
m: { type: map, members: { a: { type: string, required: true } } }
`;

it.each([
  ['the largest number', '{ n: { at_least: 9 } }'],
  ['less than the largest number', '{ n: { less_than: 9, greater_than: 1 } }'],
  ['a bound with a fraction', '{ n: { at_least: 8.5 } }'],
  ['one number between bounds', '{ n: { greater_than: 3, less_than: 5 } }'],
  ['bounds that are one number', '{ n: { at_least: 3, at_most: 3 } }'],
  ['a fraction between neighbours', '{ d: { greater_than: 3, less_than: 4 } }'],
  ['numbers written otherwise', '{ n: [1.0, 2e0] }'],
  ['texts in order', '{ r: { at_least: a, less_than: b } }'],
  ['a start as long as the text', '{ r: { starts_with: abcde } }'],
  ['what is empty', '{ o: { empty: true } }'],
  ['an empty list', '{ l: { empty: true } }'],
  ['what is not empty', '{ r: { empty: false } }'],
  ['a required attribute that may be NULL', '{ z: { present: false } }'],
  ['a required member of a map that may be absent', '{ m.a: { present: false } }'],
  ['a required attribute behind two negations', '{ not: { not: { r: { present: true } } } }'],
  ['an optional attribute that is absent', '{ not: { n: { present: true } } }'],
  ['times of one format', '{ t: { at_most: { attribute: u } } }'],
  ['a year of a time', "{ t: { at_least: '2024' } }"],
  ['a time', "{ t: { equals: '2024-01-02T03:04:05Z' } }"],
  ['seconds since 1970', '{ e: { at_least: 1704164645 } }'],
  ['a truth value', '{ b: true }'],
])('finds nothing wrong with %s', (_what, condition) => {
  const text = smallSchema(attributes, { thing: `rules:\n  - { if: { b: true }, then: ${condition} }` });
  expect(compileSchema('schema.yaml', text).diagnostics).toEqual([]);
});

const several = `
n: { type: integer }
o: { type: integer }
p: { type: integer }
s: { type: string, enum: [x, y, z] }
t: { type: string, allow_empty: true }
m: { type: map, members: { a: { type: string } } }
`;

it.each([
  ['values of which one is left', ['assert: { s: [x, y] }', 'assert: { s: [y, z] }']],
  ['a value that is not excluded', ['assert: { s: x }', 'assert: { not: { s: [y, z] } }']],
  ['an order', ['assert: { n: { less_than: { attribute: o } } }', 'assert: { o: { less_than: { attribute: p } } }']],
  [
    'an order of equals',
    ['assert: { n: { at_most: { attribute: o } } }', 'assert: { o: { at_most: { attribute: n }, equals: 5.0 }, n: 5 }'],
  ],
  [
    'a circle that any_of leaves',
    [
      'assert: { n: { less_than: { attribute: o } } }',
      'assert: { any_of: [{ o: { less_than: { attribute: n } } }, { s: x }] }',
    ],
  ],
  ['other records', ['if: { s: x }, then: { n: 1 }', 'if: { s: y }, then: { n: 2 }']],
  ['what always holds and what holds for some', ['assert: { n: { at_least: 1 } }', 'if: { s: x }, then: { n: 0 }']],
  ['a rule that forbids its own condition', ['if: { s: x }, then: { s: y }', 'assert: { n: 1 }']],
  ['a start in a start', ['assert: { t: { starts_with: a } }', 'assert: { t: { starts_with: ab } }']],
  ['an attribute that is absent, and another one', ['assert: { n: { present: false } }', 'assert: { o: 5 }']],
  ['a value that is not that of an absent one', ['assert: { n: { present: false } }', 'assert: { not: { n: 5 } }']],
  ['numbers by value', ['assert: { n: { at_least: 9 } }', 'assert: { n: { less_than: 10 } }']],
  ['a map that is absent behind a choice', ['assert: { m: { present: false } }', 'if: { m.a: x }, then: { n: 1 }']],
])('finds no contradiction in rules about %s', (_what, rules) => {
  const text = smallSchema(several, { thing: `rules: [${rules.map((rule) => `{ ${rule} }`).join(', ')}]` });
  expect(compileSchema('schema.yaml', text).diagnostics).toEqual([]);
});
