import { expect, it } from 'vitest';
import { parseConfig } from '../../../src/config/parse.ts';

/** What is said of the gaps of an implementation, each `[ops, record types]` on a line of its own, the first on line 6. */
function said(...gaps: readonly (readonly [string, string])[]): readonly string[] {
  const lines = gaps.map(
    ([ops, names]) => `      - { ops: [${ops}], record_types: [${names}], reason: it cannot do it }\n`,
  );
  const text = `schema: s.yaml\nvectors: v\nimplementations:\n  ada:\n    command: [x]\n    gaps:\n${lines.join('')}`;
  return parseConfig('itemproof.yaml', text).diagnostics.map(
    ({ code, message, path }) => `${code} ${path}: ${message}`,
  );
}

it.each<[string, readonly (readonly [string, string])[]]>([
  ['other record types', [['item.put', 'user, task']]],
  ['a name that begins like another one', [['key.parse', 'task, task_done/primary']]],
  [
    'other operations',
    [
      ['item.put', '"*"'],
      ['item.get', 'task'],
    ],
  ],
  ['several keys of one record type', [['key.parse', 'task/primary, task/gsi1']]],
])('takes gaps of %s', (_what, gaps) => {
  expect(said(...gaps)).toEqual([]);
});

it.each<[string, readonly (readonly [string, string])[], string]>([
  [
    'all and one of them',
    [['key.build, item.put', '"*", task']],
    'gaps[0].record_types[1]: key.build of "task" is listed at itemproof.yaml:7:54 already, as "*"',
  ],
  [
    'one of them and all',
    [['item.put', 'task, "*"']],
    'gaps[0].record_types[1]: item.put of "*" is listed in part at itemproof.yaml:7:43 already, as "task"',
  ],
  [
    'a record type and one of its keys',
    [['key.parse', 'task, task/primary']],
    'gaps[0].record_types[1]: key.parse of "task/primary" is listed at itemproof.yaml:7:44 already, as "task"',
  ],
  [
    'the same in two entries',
    [
      ['key.build, item.put', 'task'],
      ['item.put', 'user, task'],
    ],
    'gaps[1].record_types[1]: item.put of "task" is listed at itemproof.yaml:7:54 already',
  ],
])('refuses gaps that are listed already: %s', (_what, gaps, expected) => {
  expect(said(...gaps)).toEqual([`value-conflict implementations.ada.${expected}`]);
});
