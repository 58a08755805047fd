import { expect, it } from 'vitest';
import type { KeyDesign } from '../../src/analyse/design.ts';
import { createLanguages } from '../../src/analyse/languages.ts';
import { findPrefixOverlaps } from '../../src/analyse/prefix-overlap.ts';
import { findPrefixSiblings } from '../../src/analyse/prefix-sibling.ts';
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

const tensions = tableOf(`
  tension: { pk_pattern: "D#{name}", sk_pattern: "TENSION#{id}", attributes: { id: { type: string, pattern: "T[0-9]{2}X?", required: true } } }
  tension_note: { pk_pattern: "D#{name}", sk_pattern: "TENSION-NOTE#{small}" }
`);

function asking(pattern: string, returns: readonly string[]): KeyDesign {
  const at = { file: 's.yaml', line: 1, column: 1, path: 'access_patterns.q' };
  const sort = { operator: 'begins_with', patterns: [pattern] };
  const steps = [{ table: 'things', index: 'primary', returns, sort, at }];
  return { recordTypes: [], attributes: [], accessPatterns: [{ name: 'q', steps }] };
}

it.each([
  [
    'TENSION#{id}',
    ['tension'],
    [],
    ['PATTERN also finds those whose "{id}" is longer: "TENSION#T00" finds "TENSION#T00X"'],
  ],
  ['TENSION', ['tension'], ['PATTERN also finds "tension_note": "TENSION-NOTE#0" begins like that'], []],
  ['TENSION', ['tension', 'tension_note'], [], []],
  ['TENSION#', ['tension'], [], []],
] as const)('asks the queries that a schema declares: %s', (pattern, returns, overlaps, siblings) => {
  const { model } = compileSchema('s.yaml', tensions);
  if (model === undefined) throw new Error('the schema is wrong');
  const designed = { ...model, design: asking(pattern, returns) };
  const languages = createLanguages();
  expect(findPrefixOverlaps(designed, languages).map(messageStart)).toEqual(
    overlaps.map((each) => each.replace('PATTERN', `begins_with "${pattern}", in the access pattern "q",`)),
  );
  expect(findPrefixSiblings(designed, languages).map(messageStart)).toEqual(
    siblings.map((each) => each.replace('PATTERN', `begins_with "${pattern}", in the access pattern "q",`)),
  );
});

function messageStart({ message }: { readonly message: string }): string {
  return message;
}
