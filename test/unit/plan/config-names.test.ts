import { expect, it } from 'vitest';
import { parseConfig } from '../../../src/config/parse.ts';
import { checkConfigNames } from '../../../src/plan/config-names.ts';
import { everyType } from '../../support/schemas.ts';

function check(implementation: string, known = ''): readonly string[] {
  const text = `schema: s.yaml\nvectors: v\nimplementations:\n  ada: { command: [./a]${implementation} }\n${known}`;
  const { config } = parseConfig('itemproof.yaml', text);
  if (config === undefined) throw new Error('the configuration has another mistake');
  return checkConfigNames(config, {
    model: everyType.model,
    vectors: new Set(['user/one', 'user/two']),
    storeCapabilities: ['transactions', 'proto-attribute'],
  }).map(({ position, message, help }) => `${position.line}:${position.column} ${message}; ${help}`);
}

const gap = (ops: string, names: string): string =>
  `, gaps: [{ ops: [${ops}], record_types: [${names}], reason: it is so on purpose }]`;

it.each<[string, string, string, readonly string[]]>([
  ['all names exist', `, store_needs: [transactions]${gap('key.parse', 'user, document/by_title')}`, '', []],
  ['all is a gap', gap('item.put, item.get', '"*"'), '', []],
  [
    'a record type',
    gap('item.put', 'user, foldr'),
    '',
    ['4:33 there is no record type "foldr"; did you mean "folder"?'],
  ],
  [
    'a record type for two operations',
    gap('item.put, item.get', 'foldr'),
    '',
    ['4:33 there is no record type "foldr"; did you mean "folder"?'],
  ],
  [
    'a key',
    gap('key.parse', 'document/by_titel'),
    '',
    ['4:33 there is no key of a record type "document/by_titel"; did you mean "document/by_title"?'],
  ],
  [
    'a key where there is none',
    gap('key.parse, item.put', 'document/by_title'),
    '',
    [
      '4:33 only key.parse can lack a single key, as "document/by_title"; list "document/by_title" in a gap of key.parse alone',
    ],
  ],
  [
    'a capability',
    ', store_needs: [transaction]',
    '',
    ['4:3 there is no capability of a store "transaction"; did you mean "transactions"?'],
  ],
  [
    'a vector',
    '',
    'known: [{ implementation: ada, check: key-build, vectors: [user/one, user/tow], reason: it is so on purpose }]\n',
    ['5:9 there is no vector "user/tow"; did you mean "user/two"?'],
  ],
])('finds names that refer to nothing: %s', (_what, implementation, known, expected) => {
  expect(check(implementation, known)).toEqual(expected);
});
