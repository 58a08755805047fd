import { it } from 'vitest';
import { type Case, expectImplications, tableOf } from './support.ts';

const cases: readonly Case[] = [
  {
    what: 'a record type below another one, both found by the literal that they share',
    schema: tableOf(`
  order: { pk_pattern: "C#{name}", sk_pattern: "ORDER#{ulid}" }
  item: { pk_pattern: "C#{name}", sk_pattern: "ORDER#{ulid}#ITEM#{small}" }
`),
    expected: [['prefix-overlap', 'record_types.order.sk_pattern', '"ORDER#"', 'every "order"', '"item"', '#ITEM#0"']],
  },
  {
    what: 'a literal that another one begins with',
    schema: tableOf(`
  config: { pk_pattern: "C#{name}", sk_pattern: "#CONF{small}" }
  confidence: { pk_pattern: "C#{name}", sk_pattern: "#CONF0DENCE#{small}" }
`),
    expected: [['prefix-overlap', 'record_types.config.sk_pattern', '"#CONF0DENCE#0" begins like that']],
  },
  {
    what: 'a constant that begins like a literal',
    schema: tableOf(`
  one: { pk_pattern: "C#{name}", sk_pattern: "#CONFIG#{ulid}" }
  all: { pk_pattern: "C#{name}", sk: "#CONFIG#!" }
`),
    expected: [['prefix-overlap', 'record_types.one.sk_pattern', '"#CONFIG#"', '"#CONFIG#!"']],
  },
  {
    what: 'a constant beside a literal that goes on from it: a constant is read by itself, not by its beginning',
    schema: tableOf(`
  all: { pk_pattern: "C#{name}", sk: "#CONFIG" }
  one: { pk_pattern: "C#{name}", sk_pattern: "#CONFIG#{ulid}" }
`),
    expected: [],
  },
  {
    what: 'a delimiter that keeps the literals apart',
    schema: tableOf(`
  one: { pk_pattern: "C#{name}", sk_pattern: "#CONFIG#{small}" }
  other: { pk_pattern: "C#{name}", sk_pattern: "#CONFIGURED#{small}" }
`),
    expected: [],
  },
  {
    what: 'the same beginning in partitions that never meet',
    schema: tableOf(`
  order: { pk_pattern: "C#{name}", sk_pattern: "ORDER#{ulid}" }
  item: { pk_pattern: "D#{name}", sk_pattern: "ORDER#{ulid}#ITEM#{small}" }
`),
    expected: [],
  },
  {
    what: 'the same beginning in partitions whose components cannot be equal',
    schema: tableOf(`
  order: { pk_pattern: "C#{name}", sk_pattern: "ORDER#{ulid}" }
  item: { pk_pattern: "C#{small}", sk_pattern: "ORDER#{ulid}#ITEM#{small}" }
`),
    expected: [],
  },
  {
    what: 'one pattern of an index for two record types, which puts them together on purpose',
    schema: tableOf(`
  one: { pk_pattern: "C#{name}", sk: A, indexes: { gsi1: { pk: ALL, sk_pattern: "NAME#{name}" } } }
  other: { pk_pattern: "C#{name}", sk: B, indexes: { gsi1: { pk: ALL, sk_pattern: "NAME#{name}" } } }
`),
    expected: [],
  },
  {
    what: 'two record types in one feed, in the order of time',
    schema: tableOf(`
  one: { pk_pattern: "C#{name}", sk: A, indexes: { gsi1: { pk: FEED, sk_pattern: "{at}#{name}" } } }
  other: { pk_pattern: "C#{name}", sk: B, indexes: { gsi1: { pk: FEED, sk_pattern: "{at}#{ulid}" } } }
`),
    expected: [],
  },
  {
    what: 'a beginning that repeats the partition',
    schema: tableOf(`
  one: { pk_pattern: "C#{name}", sk: A, indexes: { gsi1: { pk_pattern: "{name}", sk_pattern: "{name}/X#{small}" } } }
  other: { pk_pattern: "C#{name}", sk: B, indexes: { gsi1: { pk_pattern: "{name}", sk_pattern: "{name}/X#1#{small}" } } }
`),
    expected: [['prefix-overlap', 'record_types.one.indexes.gsi1.sk_pattern', '"{name}/X#"', '"a/X#1#0"']],
  },
  {
    what: 'an item and what is below it, with ids of any length',
    schema: tableOf(`
  user: { pk: ALL, sk_pattern: "USER#{name}" }
  order: { pk: ALL, sk_pattern: "USER#{name}#ORDER#{small}" }
`),
    expected: [
      ['prefix-overlap', 'record_types.user.sk_pattern', '"USER#"'],
      ['prefix-sibling', 'record_types.user.sk_pattern', '"USER#a" finds "USER#aa"', 'each "order" below it'],
    ],
  },
  {
    what: 'the same with ids of one length',
    schema: tableOf(`
  user: { pk: ALL, sk_pattern: "USER#{ulid}" }
  order: { pk: ALL, sk_pattern: "USER#{ulid}#ORDER#{small}" }
`),
    expected: [['prefix-overlap', 'record_types.user.sk_pattern']],
  },
  {
    what: 'an item that ends with the delimiter',
    schema: tableOf(`
  user: { pk: ALL, sk_pattern: "USER#{name}#" }
  order: { pk: ALL, sk_pattern: "USER#{name}#ORDER#{small}" }
`),
    expected: [['prefix-overlap', 'record_types.user.sk_pattern']],
  },
  {
    what: 'ids of any length with nothing below them',
    schema: tableOf('  user: { pk: ALL, sk_pattern: "USER#{name}" }\n'),
    expected: [],
  },
];

it.each(cases)('says what a query for a beginning finds: $what', expectImplications);

/** A query with begins_with, and what is to be said of it. */
const queries: readonly (readonly [
  pattern: string,
  returns: string,
  expected: readonly (readonly [string, string])[],
])[] = [
  [
    'TENSION#{id}',
    'tension',
    [['prefix-sibling', 'also finds those whose "{id}" is longer: "TENSION#T00" finds "TENSION#T00X"']],
  ],
  ['TENSION', 'tension', [['prefix-overlap', 'also finds "tension_note": "TENSION-NOTE#0" begins like that']]],
  ['TENSION', 'tension, tension_note', []],
  ['TENSION#', 'tension', []],
];

it.each(queries)('asks the queries that a schema declares: %s for %s', (pattern, returns, expected) => {
  const schema = `${tableOf(`
  tension: { pk_pattern: "D#{name}", sk_pattern: "TENSION#{id}", attributes: { id: { type: string, pattern: "T[0-9]{2}X?", required: true } } }
  tension_note: { pk_pattern: "D#{name}", sk_pattern: "TENSION-NOTE#{small}" }
`)}
access_patterns:
  q:
    description: What is asked.
    operation: query
    returns: [${returns}]
    partition: { name: { parameter: name } }
    sort: { begins_with: "${pattern}" }
`;
  expectImplications({
    what: pattern,
    schema,
    expected: expected.map(([code, message]) => [
      code,
      'access_patterns.q',
      `begins_with "${pattern}", in the access pattern "q", ${message}`,
    ]),
  });
});

it('assumes no queries for what an access pattern of the index returns', () => {
  const recordTypes = `
  order: { pk_pattern: "C#{name}", sk_pattern: "ORDER#{ulid}" }
  item: { pk_pattern: "C#{name}", sk_pattern: "ORDER#{ulid}#ITEM#{small}" }
`;
  const asked = (returns: string): string => `${tableOf(recordTypes)}
access_patterns:
  q: { operation: query, returns: [${returns}], partition: { name: { parameter: name } }, sort: { begins_with: "ORDER#{ulid}" } }
`;
  expectImplications({ what: 'both', schema: asked('order, item'), expected: [] });
  expectImplications({
    what: 'one',
    schema: asked('item'),
    expected: [
      ['prefix-overlap', 'record_types.order.sk_pattern'],
      ['prefix-overlap', 'access_patterns.q'],
    ],
  });
});
