import { describe, expect, it } from 'vitest';
import { modelOf, reportsOf } from '../../../support/design.ts';

/** A schema with one operation, an update of an item that has an attribute of each kind. */
function withUpdate(update: string): string {
  return `
table: { name: values, keys: { primary: { partition_key: PK, sort_key: { name: SK, type: N } } } }
record_types:
  account:
    pk_pattern: "A#{id}"
    sk_pattern: "{seq}"
    attributes:
      id: { type: string, max_length: 9, required: true }
      seq: { type: integer, minimum: 0, required: true }
      at: { type: timestamp, format: iso-seconds }
      expires: { type: timestamp, format: epoch-seconds }
      balance: { type: integer, minimum: 0, maximum: 100 }
      price: { type: decimal, minimum: 0, scale: 2 }
      status: { type: string, enum: [open, shut] }
      note: { type: string, max_length: 3 }
      raw: { type: binary, max_length: 2 }
      flag: { type: boolean }
      code: { type: integer, stored_as: S }
      tags: { type: string_set, items: { type: string, enum: [x, y] } }
      days: { type: number_set, items: { type: integer }, empty_set: omit }
      log: { type: list, items: { type: string, max_length: 2 }, min_items: 1, max_items: 2 }
      prices: { type: map, values: { type: integer, minimum: 1 } }
      owner: { type: map, members: { name: { type: string, required: true }, age: { type: integer, maximum: 150 } } }
      free: { type: map }
operations:
  change: { record_type: account, type: update, ${update} }
`;
}

const correct = 'correct the value, or what excludes it';
const itself = 'take the attribute away with "remove"';
const neither = 'no item meets both; correct the condition';

/** What an update does or asks, all that is said of it, and one that is right. */
const cases: readonly (readonly [wrong: string, reported: string, right: string])[] = [
  [
    'set: { balance: 101 }',
    `[value-invalid] set.balance (101): the value "101" is above the maximum 100; ${correct}`,
    'set: { balance: 100 }',
  ],
  [
    'if_not_exists: { balance: "-1" }',
    `[value-invalid] if_not_exists.balance ("-1"): the value "-1" is below the minimum 0; ${correct}`,
    'if_not_exists: { balance: "0" }',
  ],
  [
    'set: { balance: 1.5 }',
    `[value-invalid] set.balance (1.5): the value "1.5" is no integer; ${correct}`,
    'set: { balance: 1.0 }',
  ],
  [
    'set: { price: 1.005 }',
    `[value-invalid] set.price (1.005): the value "1.005" has more digits after the point than its scale 2; ${correct}`,
    'set: { price: 1.050 }',
  ],
  [
    'set: { at: "2024-13-01T00:00:00Z" }',
    `[value-invalid] set.at ("2024-13-01T00:00:00Z"): the value "2024-13-01T00:00:00Z" is no timestamp of the format iso-seconds; ${correct}`,
    'set: { at: "2024-12-01T00:00:00Z" }',
  ],
  [
    'set: { expires: -1 }',
    `[value-invalid] set.expires (-1): the value "-1" is no timestamp of the format epoch-seconds; ${correct}`,
    'set: { expires: 1704067200 }',
  ],
  [
    'set: { note: long }',
    `[value-invalid] set.note (long): the value "long" has 4 characters, and max_length is 3; ${correct}`,
    'set: { note: "123" }',
  ],
  [
    'set: { raw: YWJj }',
    `[value-invalid] set.raw (YWJj): the value "YWJj" has 3 bytes, and max_length is 2; ${correct}`,
    'set: { raw: YWI= }',
  ],
  [
    'set: { raw: YWI }',
    `[value-invalid] set.raw (YWI): the value "YWI" is no padded base64; ${correct}`,
    'set: { raw: { parameter: raw } }',
  ],
  // Bounds are those of the sum, but what makes it no integer, or too exact, does so whatever was there.
  [
    'add: { balance: "1.5" }',
    `[value-invalid] add.balance ("1.5"): the value "1.5" is no integer; ${correct}`,
    'add: { balance: -500 }',
  ],
  [
    'add: { price: 0.001 }',
    `[value-invalid] add.price (0.001): the value "0.001" has more digits after the point than its scale 2; ${correct}`,
    'add: { price: -0.01 }',
  ],
  [
    'add: { expires: 0.5 }',
    `[value-invalid] add.expires (0.5): the value "0.5" is no integer; ${correct}`,
    'add: { expires: -86400 }',
  ],
  [
    'set: { tags: [] }',
    `[value-conflict] set.tags ([]): DynamoDB refuses a set without members; ${itself}`,
    'set: { days: [] }',
  ],
  [
    'set: { tags: [x, x] }',
    '[value-conflict] set.tags[1] (x): "x" is in the set already, and DynamoDB refuses it twice; write it once',
    'set: { tags: [x, y] }',
  ],
  [
    'set: { days: [1, 1.0] }',
    '[value-conflict] set.days[1] (1.0): "1.0" is in the set already, and DynamoDB refuses it twice; write it once',
    'set: { days: [1, 10] }',
  ],
  [
    'add: { tags: [z] }',
    '[value-invalid] add.tags[0] (z): "z" is not in the enum; there is "x", "y"',
    'add: { tags: [y, { parameter: tag }] }',
  ],
  [
    'add: { days: [] }',
    '[value-conflict] add.days ([]): DynamoDB refuses a set without members; name a member',
    'add: { days: [3] }',
  ],
  // A value that was in the enumeration once may be in a set still.
  [
    'delete: { tags: [] }',
    '[value-conflict] delete.tags ([]): DynamoDB refuses a set without members; name a member',
    'delete: { tags: [z] }',
  ],
  [
    'delete: { tags: [1] }',
    '[wrong-type] delete.tags[0] (1): a value of type string is expected here; put quotes around text that looks like something else',
    'delete: { tags: ["1"] }',
  ],
  [
    'append: { log: [abc] }',
    `[value-invalid] append.log[0] (abc): the value "abc" has 3 characters, and max_length is 2; ${correct}`,
    'append: { log: [ab] }',
  ],
  [
    'set: { log: [a, b, c] }',
    `[value-invalid] set.log ([a, b, c]): this list has 3 items, and max_items is 2; ${correct}`,
    'set: { log: [a, b] }',
  ],
  [
    'set: { log: [null] }',
    '[value-conflict] set.log[0] (null): this is never NULL; leave it out',
    'set: { free: { a: null } }',
  ],
  [
    'set: { prices: { a: 0 } }',
    `[value-invalid] set.prices.a (0): the value "0" is below the minimum 1; ${correct}`,
    'set: { prices: { a: 1, b: { parameter: price } } }',
  ],
  [
    'set: { owner: { nam: a, name: b } }',
    '[reference-unknown] set.owner.nam (nam): the map has no member "nam"; did you mean "name"?',
    'set: { owner: { name: a } }',
  ],
  [
    'set: { owner: { age: 3 } }',
    '[missing-key] set.owner ({ age: 3 }): the map lacks "name", which is required; add "name:"',
    'set: { owner: { name: a, age: 150 } }',
  ],
  // The keys of a value are data, whatever they start with.
  [
    'set: { prices: { x-a: 0 } }',
    `[value-invalid] set.prices.x-a (0): the value "0" is below the minimum 1; ${correct}`,
    'set: { prices: { x-a: 1 } }',
  ],
  [
    'set: { owner: { name: a, x-age: 3 } }',
    '[reference-unknown] set.owner.x-age (x-age): the map has no member "x-age"; did you mean "age"?',
    'set: { owner: { name: a, age: 3 } }',
  ],
  [
    'set: { note: { attribute: status, x-why: y } }',
    '[wrong-type] set.note ({ attribute: status, x-why: y }): a value of type string is expected here; "{ attribute: … }" has no other keys: remove them',
    'set: { note: { attribute: status } }',
  ],
  [
    'add: { balance: { parameter: more, less: 1 } }',
    '[wrong-type] add.balance ({ parameter: more, less: 1 }): a value of type integer is expected here; "{ parameter: … }" has no other keys: remove them',
    'add: { balance: { parameter: more } }',
  ],
  // Beside an operator, they are the user's own.
  [
    'condition: { note: { attribute: nota, x-why: y } }, set: { note: a }',
    '[reference-unknown] condition.note.attribute (nota): "account" has no attribute "nota"; did you mean "note"?',
    'condition: { note: { attribute: status, starts_with: o, x-why: y } }, set: { note: a }',
  ],
  [
    'condition: { PK: 5 }, set: { note: a }',
    '[wrong-type] condition.PK (5): a value of type string is expected here; put quotes around text that looks like something else',
    'condition: { PK: "5" }, set: { note: a }',
  ],
  [
    'condition: { SK: x }, set: { note: a }',
    '[wrong-type] condition.SK (x): a value of type decimal is expected here; write a number, or "{ parameter: … }"',
    'condition: { SK: 5 }, set: { note: a }',
  ],
  [
    'condition: { balance: 101 }, set: { note: a }',
    `[value-invalid] condition.balance (101): the value "101" is above the maximum 100; ${correct}`,
    'condition: { balance: { less_than: 101 } }, set: { note: a }',
  ],
  [
    'condition: { note: { starts_with: 1 } }, set: { note: a }',
    '[wrong-type] condition.note.starts_with (1): a value of type string is expected here; put quotes around text that looks like something else',
    'condition: { status: { starts_with: op } }, set: { note: a }',
  ],
  [
    'condition: { balance: { greater_than: 5, less_than: 3 } }, set: { note: a }',
    `[value-conflict] condition.balance (balance): no value of "balance" is greater than 5 and less than 3; ${neither}`,
    'condition: { balance: { greater_than: 5, less_than: 30 } }, set: { note: a }',
  ],
  [
    'condition: { at: { at_least: "2025", at_most: "2024" } }, set: { note: a }',
    `[value-conflict] condition.at (at): no value of "at" is at least 2025 and at most 2024; ${neither}`,
    'condition: { code: { at_least: 9, at_most: 10 } }, set: { note: a }',
  ],
  [
    'condition: { note: { exists: false, equals: a } }, set: { note: a }',
    `[value-conflict] condition.note (note): "note" cannot be absent and be compared at once; ${neither}`,
    'condition: { any_of: [{ note: { exists: false } }, { note: a }] }, set: { note: a }',
  ],
];

describe.each(cases)('%s', (wrong, reported, right) => {
  it('is refused', () => {
    const said = reportsOf(withUpdate(wrong)).map((each) => each.replace('operations.change.', ''));
    expect(said).toEqual([reported]);
  });

  it(`and not ${right}`, () => {
    expect(reportsOf(withUpdate(right))).toEqual([]);
  });
});

it('loses nothing of a value that looks like a reference', () => {
  const { design } = modelOf(
    withUpdate('set: { free: { attribute: status, x-why: y }, prices: { attribute: 1, x-a: 2 } }'),
  );
  expect(design.operations[0]?.steps[0]?.changes.map(({ value }) => value)).toEqual([
    { kind: 'literal', literal: { attribute: 'status', 'x-why': 'y' } },
    { kind: 'literal', literal: { attribute: '1', 'x-a': '2' } },
  ]);
});

it('takes a member whose name starts with "x-" for what it is', () => {
  const text = withUpdate('set: { owner: { name: a, x-age: 3 } }').replace('age: {', 'x-age: {');
  expect(reportsOf(text)).toEqual([]);
  expect(reportsOf(text.replace('x-age: 3', 'x-age: 151'))).toEqual([
    `[value-invalid] operations.change.set.owner.x-age (151): the value "151" is above the maximum 150; ${correct}`,
  ]);
});
