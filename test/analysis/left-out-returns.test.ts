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
];

it.each(cases)('a query without "returns": $what', expectImplications);

it.each(cases.slice(0, 2))('says the same where it names what it finds: $what', ({ what, schema, expected }) => {
  expectImplications({ what, schema: schema.replace('query, ', 'query, returns: [user], '), expected });
});
