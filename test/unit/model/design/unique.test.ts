import { expect, it } from 'vitest';
import { type DesignCase, edited, reportsOf } from '../../../support/design.ts';

const byId = '{ attributes: [name], strategy: deterministic_id, when: { tier: [gold] } }';
const list = (attributes: string, more = 'strategy: application') => `{ attributes: ${attributes}, ${more} }`;

/** Each rule of what makes attributes unique, with an edit of the healthy schema that breaks it. */
const cases: readonly DesignCase[] = [
  [
    '[tenant, customer_id], strategy: key',
    '[customer_id], strategy: key',
    [
      '[value-conflict] record_types.customer.unique[1].strategy (key): the primary key has "tenant" too, so two items may share "customer_id" and differ in "tenant"; add "tenant" to "attributes", or choose another strategy',
    ],
  ],
  [
    '[tenant, customer_id], strategy: key',
    '[tenant, custmer_id], strategy: key',
    [
      '[reference-unknown] record_types.customer.unique[1].attributes[1] (custmer_id): "customer" has no attribute "custmer_id"; did you mean "customer_id"?',
    ],
  ],
  [
    byId,
    list('[customer_id, name]', 'strategy: deterministic_id'),
    [
      '[value-conflict] record_types.customer.unique[2].attributes[0] (customer_id): "customer_id" is the id, which is not computed from itself; name what it is computed from, or choose another strategy',
    ],
  ],
  [
    byId,
    list('[email, tenant]', 'strategy: table, record_type: email_lookup'),
    [
      '[value-conflict] record_types.customer.unique[2].record_type (email_lookup): the primary key of "email_lookup" is made of "email", so it does not make "email" and "tenant" unique; make its key of "email" and "tenant" and of nothing else',
    ],
  ],
  [
    byId,
    `${byId}\n      - { attributes: [name], strategy: deterministic_id, when: { tier: [gold] }, description: Once more. }`,
    [
      '[value-conflict] record_types.customer.unique[3] ({ attributes: [name], strategy: deterministic_id, when: { tier: [gold] }, description: Once more. }): another entry says this already; remove one of them',
    ],
  ],
  [
    byId,
    list('[addresses]'),
    [
      '[value-conflict] record_types.customer.unique[2].attributes[0] (addresses): "addresses" is of type list, and only one value can be unique; name an attribute, or a member of a map, that has one value',
    ],
  ],
  [
    byId,
    list("['addresses[].town']"),
    [
      `[value-conflict] record_types.customer.unique[2].attributes[0] ('addresses[].town'): "addresses[].town" is every item of a list or set, and only one value can be unique; name an attribute, or a member of a map, that has one value`,
    ],
  ],
  [
    byId,
    list('[name, friends]'),
    [
      '[value-conflict] record_types.customer.unique[2].attributes[1] (friends): "friends" is of type string_set, and only one value can be unique; name an attribute, or a member of a map, that has one value',
    ],
  ],
  [
    byId,
    list('[home]'),
    [
      '[value-conflict] record_types.customer.unique[2].attributes[0] (home): "home" is of type map, and only one value can be unique; name an attribute, or a member of a map, that has one value',
    ],
  ],
  [
    byId,
    list("['b_{limit}_tk']"),
    [
      `[value-conflict] record_types.customer.unique[2].attributes[0] ('b_{limit}_tk'): "b_{limit}_tk" is a family of attributes, and only one value can be unique; name an attribute, or a member of a map, that has one value`,
    ],
  ],
];

it.each(cases)('reports all that is wrong after %j became %j', (from, to, reported) => {
  expect(reportsOf(edited(from, to))).toEqual(reported);
});

it.each([
  list('[home.town, contact]'),
  list('[name]'),
  `${list('[name]')}\n      - ${list('[name]', 'when: tier, strategy: application')}`,
  `${list('[name]')}\n      - ${list('[name, tier]')}`,
])('says nothing of %j', (unique) => {
  expect(reportsOf(edited(byId, unique))).toEqual([]);
});

/** A record type whose key is made of these components, and what it says to be unique. */
function bookBy(key: string, unique: string, attributes: string): string {
  return `
table: { name: books, keys: { primary: { partition_key: PK } } }
record_types:
  book:
    pk_pattern: 'BOOK#${key}'
    id: id
    unique: [{ attributes: ${unique} }]
    attributes:
      isbn: { type: string, max_length: 20, required: true }
      shelf: { type: string, enum: [left, middle, right], required: true }
${attributes}`;
}

it.each([
  ['type: string, enum: [a, b], required: true', '2 values', 'isbn'],
  ['type: string, enum: [a, b], required: true', '2 values', 'shelf'],
  ["type: string, pattern: '[ab]', required: true", '2 values', 'shelf'],
  ['type: integer, minimum: 0, maximum: 9, required: true', '10 values', 'isbn'],
  ['type: integer, minimum: 0, maximum: 9, multiple_of: 9, required: true', '2 values', 'shelf'],
  ['type: string, const: a, required: true', 'one value', 'shelf'],
])('says that an id of %j has too few values', (id, count, attribute) => {
  const said = reportsOf(bookBy('{id}', `[${attribute}], strategy: deterministic_id`, `      id: { ${id} }`));
  expect(said).toEqual([
    `[value-conflict] record_types.book.unique[0].strategy (deterministic_id): the id "id" has ${count}, and "${attribute}" has more, so items that differ would have one id; let "id" have a value for each of "${attribute}", or choose another strategy`,
  ]);
});

it.each([
  ['type: string, enum: [a, b, c], required: true', '[shelf], strategy: deterministic_id'],
  ['type: string, enum: [a], required: true', '[shelf], strategy: deterministic_id, when: { shelf: [left] }'],
  ['type: string, format: sha256, required: true', '[isbn, shelf], strategy: deterministic_id'],
  ['type: integer, required: true', '[isbn], strategy: deterministic_id'],
])('takes an id of %j for what %s is computed', (id, unique) => {
  expect(reportsOf(bookBy('{id}', unique, `      id: { ${id} }`))).toEqual([]);
});

it('does not want a component that has one value only among what the key makes unique', () => {
  const id = '      id: { type: integer, required: true }\n';
  const kind = (values: string): string => `${id}      kind: { type: string, enum: ${values}, required: true }`;
  expect(reportsOf(bookBy('{kind}#{id}', '[id], strategy: key', kind('[novel]')))).toEqual([]);
  expect(reportsOf(bookBy('{kind}#{id}', '[id], strategy: key', kind('[novel, play]')))).toHaveLength(1);
});

it('says also that rows are unique that a part of the key does not make so', () => {
  const schema = (unique: string): string => `
table: { name: things, keys: { primary: { partition_key: PK, sort_key: SK } } }
sources: { db: { tables: { t: { columns: [o, n], unique: [[n]] } } } }
record_types:
  line:
    pk_pattern: "ORDER#{o}"
    sk_pattern: "LINE#{n:04}"
    source: db.t
    unique: [{ attributes: ${unique} }]
    attributes:
      o: { type: string, max_length: 9, required: true, source: db.t.o }
      n: { type: integer, minimum: 0, maximum: 9999, required: true, source: db.t.n }`;
  expect(reportsOf(schema('[n], strategy: key'))[0]).toContain('the primary key has "o" too');
  expect(reportsOf(schema('[o, n], strategy: key'))[0]).toContain('[source-not-unique]');
  expect(reportsOf(schema('[n], strategy: application'))).toEqual([]);
});
