import { expect, it } from 'vitest';
import { compileSchema } from '../../../../src/compile.ts';

// What is next to a read or a write that can never work, and can. The others are in test/fixtures/schemas.

function schema(body: string, { sort = 'S', pattern = 'B#{id}#{label}' } = {}): string {
  return `
table:
  name: things
  keys:
    primary: { partition_key: PK }
    by_label: { partition_key: LPK, sort_key: { name: LSK, type: ${sort} } }
record_types:
  thing:
    pk_pattern: 'THING#{id}'
    writers: [{ name: adder, mode: append }, { name: merger, mode: merge }]
    unique: [{ attributes: [label], strategy: item, record_type: lookup }]
    indexes: { by_label: { pk_pattern: 'L#{label}', sk_pattern: '${pattern}' } }
    attributes:
      id: { type: string, pattern: '[a-z]{1,8}', required: true }
      label: { type: string, max_length: 5, required: true }
      n: { type: integer, required: true }
      z: { type: integer, nullable: true }
      s: { type: string, enum: [a, b, c], required: true, initial: [a], transitions: { a: [b], b: [c], c: [] } }
  lookup:
    pk_pattern: 'LOOKUP#{text}'
    attributes:
      text: { type: string, max_length: 5, required: true }
${body}
`;
}

it.each([
  ['a value that fits', 'partition: { label: abcde }'],
  ['a start within a component', 'sort: { begins_with: "B#ab" }'],
  ['a component that has this value', 'sort: { begins_with: "B#abc#x" }'],
  ['components in their order', 'sort: { equals: "B#{id}#{label}" }'],
  ['a parameter of another name', 'sort: { begins_with: "B#{start}" }, parameters: { start: { type: string } }'],
  [
    'a parameter of the name of a later component',
    'sort: { begins_with: "B#{label}" }, parameters: { label: { type: string } }',
  ],
  ['a range in order', 'sort: { between: ["B#a", "B#z"] }'],
  ['a range of one key', 'sort: { between: ["B#a#b", "B#a#b"] }'],
  ['a bound that no key is', 'sort: { at_most: "B#~" }'],
])('reads with %s', (_what, read) => {
  const text = schema(`access_patterns: { x: { operation: query, index: by_label, returns: [thing], ${read} } }`);
  expect(compileSchema('schema.yaml', text).diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
});

it.each([
  ['a bound', 'at_least: "10"'],
  ['a range that is in order by value', 'between: ["9", "10"]'],
  ['a parameter', 'equals: "{n}"'],
])('reads numbers with %s', (_what, sort) => {
  const read = `access_patterns: { x: { operation: query, index: by_label, returns: [thing], sort: { ${sort} } } }`;
  expect(compileSchema('schema.yaml', schema(read, { sort: 'N', pattern: '{n}' })).diagnostics).toEqual([]);
});

it.each([
  ['NULL where it may be', 'type: update, set: { z: null }'],
  ['a number from a number', 'type: update, set: { z: { attribute: n } }'],
  ['a comparison of numbers', 'type: update, set: { n: 1 }, condition: { n: { less_than: { attribute: z } } }'],
  ['a transition', 'type: update, condition: { s: a }, set: { s: b }'],
  ['a transition from one of several', 'type: update, condition: { s: [a, b] }, set: { s: c }'],
  ['a state that stays', 'type: update, condition: { s: c }, set: { s: c }'],
  ['a state that is not known before', 'type: update, set: { s: c }'],
  ['a writer that adds', 'type: put, writer: adder'],
  ['a writer that merges, the first time', 'type: put, writer: merger'],
])('writes with %s', (_what, write) => {
  const text = schema(`operations: { x: { record_type: thing, ${write} } }`);
  expect(compileSchema('schema.yaml', text).diagnostics).toEqual([]);
});
