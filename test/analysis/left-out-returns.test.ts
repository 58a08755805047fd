import { it } from 'vitest';
import { type Case, expectImplications, tableOf } from './support.ts';

function asked(recordTypes: string, start: string, returns = ''): string {
  return `${tableOf(recordTypes)}
access_patterns:
  q: { operation: query, ${returns}sort: { begins_with: "${start}" } }
`;
}

const user = '  user: { pk_pattern: "C#{name}", sk_pattern: "USER#{small}X" }\n';
const named = '  user: { pk: ALL, sk_pattern: "USER#{name}" }\n';
const order = '  order: { pk: ALL, sk_pattern: "ORDER#{ulid}" }\n';
const item = '  item: { pk: ALL, sk_pattern: "ORDER#{ulid}#ITEM#{small}" }\n';
const log = '  log: { pk: ALL, sk_pattern: "USER#admin#{small}" }\n';
const day =
  '  day: { pk: ALL, sk_pattern: "{d}", attributes: { d: { type: timestamp, format: date, required: true } } }\n';
const entry = '  entry: { pk: ALL, sk_pattern: "{at}#{small}" }\n';
const sibling = ['prefix-sibling', 'access_patterns.q', '"USER#a" finds "USER#a'] as const;

const cases: readonly Case[] = [
  { what: 'longer values of the component that it ends in', schema: asked(named, 'USER#{name}'), expected: [sibling] },
  {
    what: 'the same beside a record type that it cannot find',
    schema: asked(`${order}${named}`, 'USER#{name}'),
    expected: [sibling],
  },
  {
    what: 'what it finds only by the value of a component',
    schema: asked(`${named}${log}`, 'USER#{name}'),
    expected: [['prefix-overlap', 'access_patterns.q', 'also finds "log": "USER#admin#0"'], sibling],
  },
  {
    what: 'record types whose sort keys are written like it: it wants them',
    schema: asked(`${order}${item}`, 'ORDER#'),
    expected: [],
  },
  {
    what: 'a start that goes on in a component, and wants what has it',
    schema: asked(`${order}${item}`, 'ORDER#01'),
    expected: [],
  },
  {
    what: 'a literal that is written otherwise, for which its own query is assumed',
    schema: asked(`${user}${order}${item}`, 'USER#'),
    expected: [['prefix-overlap', 'record_types.order.sk_pattern']],
  },
  {
    what: 'a start within a component, which it wants where it can be: two record types put together by time',
    schema: asked(`${day}${entry}`, '2024-01'),
    expected: [],
  },
];

it.each(cases)('a query without "returns": $what', expectImplications);

it.each(cases.slice(0, 2))('says the same where it names what it finds: $what', ({ what, schema, expected }) => {
  expectImplications({ what, schema: schema.replace('query, ', 'query, returns: [user], '), expected });
});

it.each<readonly [what: string, returns: string, start: string, expected: Case['expected']]>([
  ['days of a month', 'day', '2024-01', [['prefix-overlap', 'access_patterns.q', '"entry": "2024-01-0']]],
  ['days of a month and their entries', 'day, entry', '2024-01', []],
  ['entries of a minute, which no day begins with', 'entry', '2024-01-02T03:04', []],
])('a query for text within a component: %s', (what, returns, start, expected) => {
  expectImplications({ what, schema: asked(`${day}${entry}`, start, `returns: [${returns}], `), expected });
});
