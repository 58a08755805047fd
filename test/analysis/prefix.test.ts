import { expect, it } from 'vitest';
import { compileSchema } from '../../src/compile.ts';
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

it('asks for a constant by its start only where an access pattern does', () => {
  const recordTypes = `
  all: { pk_pattern: "C#{name}", sk: "#CONFIG" }
  one: { pk_pattern: "C#{name}", sk_pattern: "#CONFIG#{ulid}" }
`;
  const asked = (sort: string): string => `${tableOf(recordTypes)}
access_patterns:
  q: { operation: query, returns: [all], sort: { ${sort}: "#CONFIG" } }
`;
  expectImplications({ what: 'the whole key', schema: asked('equals'), expected: [] });
  expectImplications({
    what: 'its start',
    schema: asked('begins_with'),
    expected: [['prefix-overlap', 'access_patterns.q', 'also finds "one": "#CONFIG#']],
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

/** A query that ends in a component of "user", and a sort key of "audit" in the same partition, with the key that is found. */
const insideLiterals: readonly (readonly [
  query: string,
  user: string,
  id: string,
  audit: string,
  found: string | undefined,
])[] = [
  ['USER#{id}', 'USER#{id}', "'[A-Z]{5}'", 'USER#ADMIN#LOG#{n:02}', 'USER#ADMIN#LOG#00'],
  ['USER#{id}', 'USER#{id}', "'[A-Z]{6}'", 'USER#ADMIN#LOG#{n:02}', undefined],
  ['USER#{id}', 'USER#{id}', "'[a-z]{5}'", 'USER#ADMIN#LOG#{n:02}', undefined],
  ['USER#{id}', 'USER#{id:lower}', "'[A-Z]{5}'", 'USER#admin#LOG#{n:02}', 'USER#admin#LOG#00'],
  ['USER#{id}', 'USER#{id:lower}', "'[A-Z]{5}'", 'USER#ADMIN#LOG#{n:02}', undefined],
  ['USER#{id}', 'USER#{id}#META', "'[A-Z]{5}'", 'USER#ADMIN{k:lower}#y', 'USER#ADMINa#y'],
  ['USER#{id}', 'USER#{id}#META', "'[A-Z]{4}'", 'USER#ADMIN{k:lower}#y', 'USER#ADMINa#y'],
  ['USER#{id}', 'USER#{id}#META', "'[A-Z]{6}'", 'USER#ADMIN{k:lower}#y', undefined],
  ['USER#{id}#', 'USER#{id}#META', "'[A-Z]{5}'", 'USER#ADMIN#LOG#{n:02}', 'USER#ADMIN#LOG#00'],
  ['USER#{id}#', 'USER#{id}#META', "'[A-Z]{4}'", 'USER#ADMIN#LOG#{n:02}', undefined],
  ['USER#{id}', 'USER#{id}#x', "'[0-9]'", 'USER#5k#{n}', 'USER#5k#0'],
  ['USER#{id}', 'USER#{id}#x', "'[6-9]'", 'USER#5k#{n}', undefined],
];

it.each(insideLiterals)(
  'a query that ends in a component: %s of %s with %s, and %s',
  (query, user, id, audit, found) => {
    const name = "name: { type: string, pattern: '[a-z]{1,8}', required: true }";
    const schema = `
table: { name: things, keys: { primary: { partition_key: PK, sort_key: SK } } }
record_types:
  user:
    pk_pattern: "T#{name}"
    sk_pattern: "${user}"
    attributes: { ${name}, id: { type: string, pattern: ${id}, required: true } }
  audit:
    pk_pattern: "T#{name}"
    sk_pattern: "${audit}"
    attributes: { ${name}, n: { type: integer, minimum: 0, maximum: 9, required: true }, k: { type: string, pattern: '[a-z]{1,3}', required: true } }
access_patterns:
  one: { operation: query, returns: [user], sort: { begins_with: "${query}" } }
  logs: { operation: query, returns: [audit], sort: { begins_with: "USER#" } }
`;
    const message = `begins_with "${query}", in the access pattern "one", also finds "audit": "${found}" begins like that`;
    const { diagnostics } = compileSchema('s.yaml', schema);
    expect(
      diagnostics.filter(({ path }) => path === 'access_patterns.one').map((each) => [each.code, each.message]),
    ).toEqual(found === undefined ? [] : [['prefix-overlap', message]]);
  },
);
