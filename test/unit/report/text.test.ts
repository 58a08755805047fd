import { stripVTControlCharacters } from 'node:util';
import { expect, it } from 'vitest';
import type { CaseJudged, FindingMade, RunEvent } from '../../../src/report/events.ts';
import { createStyle, renderTable } from '../../../src/report/style.ts';
import { renderRun } from '../../../src/report/text.ts';

function judged(
  check: CaseJudged['check'],
  implementation: string,
  status: CaseJudged['status'],
  change: Partial<CaseJudged> = {},
): CaseJudged {
  return { type: 'case', check, implementation, vector: 'user/one', status, ...change };
}

const finding: FindingMade = {
  type: 'finding',
  status: 'failed',
  check: 'item-encode',
  implementation: 'bob',
  record_type: 'user',
  problem: 'wrong',
  path: ['name', 'S'],
  message: '"name.S" differs',
  vector: 'user/one',
  vectors: ['user/one', 'user/two'],
  cases: 2,
  hazards: [],
  expected: 'u',
  actual: 'U',
  at: { file: 'schema.yaml', line: 12, column: 7, path: 'record_types.user.attributes.name' },
  stderr: 'a\nb\nc\nd\ne\nwarning\n',
  replay: 'itemproof run --implementation bob --check item-encode --vector user/one',
};

const events: readonly RunEvent[] = [
  {
    type: 'run',
    itemproof: '0.1.0',
    schema: { name: 'things', version: '1.0.0', digest: 'sha256:ab', file: 'schema.yaml' },
    vectors: 2,
  },
  {
    type: 'store',
    kind: 'embedded',
    engine: 'dynalite',
    version: '4.0.0',
    capabilities: ['x'],
    lacks: ['transactions'],
    notes: [],
  },
  {
    type: 'implementation',
    name: 'ada',
    implementation: 'ada-lib',
    language: 'typescript',
    version: '1.0.0',
    runtime: 'node 20',
    generated: {},
    not_read: {},
  },
  {
    type: 'implementation',
    name: 'bob',
    implementation: 'bob-lib',
    language: 'rust',
    version: '2.0.0',
    runtime: null,
    generated: {},
    not_read: {},
  },
  { type: 'absent', name: 'eve', reason: 'python3 is not here', do: 'install Python' },
  { type: 'gap', implementation: 'ada', op: 'item.put', record_types: ['user'], reason: 'it cannot' },
  judged('key-build', 'ada', 'passed'),
  judged('key-build', 'bob', 'passed'),
  judged('key-build', 'eve', 'not_run', { reason: 'python3 is not here' }),
  judged('item-encode', 'ada', 'passed'),
  judged('item-encode', 'ada', 'known', { reason: 'on purpose' }),
  judged('item-encode', 'bob', 'failed'),
  judged('item-encode', 'bob', 'failed', { vector: 'user/two' }),
  judged('item-encode', 'eve', 'not_run', { reason: 'python3 is not here' }),
  judged('read-back', 'ada', 'not_run', { reason: 'no item.put: it cannot' }),
  judged('read-back', 'bob', 'passed'),
  judged('cross-read', 'ada', 'passed', { writer: 'bob' }),
  judged('cross-read', 'bob', 'not_run', { writer: 'ada', reason: 'no item.put: it cannot' }),
  finding,
  { ...finding, status: 'known', implementation: 'ada', cases: 1, reason: 'on purpose' },
  {
    type: 'summary',
    planned: 12,
    passed: 5,
    failed: 2,
    known: 1,
    not_run: 4,
    implementations: [],
    complaints: ['ada supports item.get of user, which itemproof.yaml:7 lists as a gap; remove it there'],
  },
];

it('tells a person what became of a run', () => {
  expect(renderRun(events, false)).toMatchInlineSnapshot(`
    "itemproof 0.1.0: things 1.0.0
      schema  schema.yaml  sha256:ab
      vectors 2
      store   embedded: dynalite 4.0.0, lacks transactions
      ada: ada-lib 1.0.0, node 20
      bob: bob-lib 2.0.0, rust

    Checks
                    ada  bob  eve
      key-build       1    1    –
      item-encode  1 ~1  ✗ 2    –
      read-back       –    1
      cross-read      1    –

    Written by (row), read by (column)
           ada  bob  eve
      ada    –    –
      bob    1    1
      eve

    Not run (–)
      eve: python3 is not here; install Python
      2 of eve: python3 is not here
      2 of ada, bob: no item.put: it cannot

    Known differences (~)
      1 of ada: on purpose

    1 finding
      ✗ bob item-encode at name.S: "name.S" differs
        vector   user/one  (and 1 more)
        expected "u"
        found    "U"
        differs  character 1: "U" (U+0055) instead of "u" (U+0075)
        schema   schema.yaml:12:7 (record_types.user.attributes.name)
        stderr   b
        stderr   c
        stderr   d
        stderr   e
        stderr   warning
        again    itemproof run --implementation bob --check item-encode --vector user/one

    ✗ ada supports item.get of user, which itemproof.yaml:7 lists as a gap; remove it there
    12 planned = 5 passed + 2 failed + 1 known + 4 not run
    "
  `);
});

it('tells it in colour', () => {
  expect(renderRun(events, true).replaceAll('\u001b', '␛')).toMatchInlineSnapshot(`
    "␛[1mitemproof 0.1.0: things 1.0.0␛[0m
      schema  schema.yaml  sha256:ab
      vectors 2
      store   embedded: dynalite 4.0.0, lacks transactions
      ada: ada-lib 1.0.0, node 20
      bob: bob-lib 2.0.0, rust

    ␛[1mChecks␛[0m
      ␛[2m           ␛[0m  ␛[2m ada␛[0m  ␛[2mbob␛[0m  ␛[2meve␛[0m
      key-build    ␛[32m   1␛[0m  ␛[32m  1␛[0m  ␛[2m  –␛[0m
      item-encode  ␛[33m1 ~1␛[0m  ␛[31m✗ 2␛[0m  ␛[2m  –␛[0m
      read-back    ␛[2m   –␛[0m  ␛[32m  1␛[0m  ␛[32m   ␛[0m
      cross-read   ␛[32m   1␛[0m  ␛[2m  –␛[0m  ␛[32m   ␛[0m

    ␛[1mWritten by (row), read by (column)␛[0m
      ␛[2m   ␛[0m  ␛[2mada␛[0m  ␛[2mbob␛[0m  ␛[2meve␛[0m
      ada  ␛[2m  –␛[0m  ␛[2m  –␛[0m  ␛[32m   ␛[0m
      bob  ␛[32m  1␛[0m  ␛[32m  1␛[0m  ␛[32m   ␛[0m
      eve  ␛[32m   ␛[0m  ␛[32m   ␛[0m  ␛[32m   ␛[0m

    ␛[1mNot run (–)␛[0m
      eve: python3 is not here; install Python
      2 of eve: python3 is not here
      2 of ada, bob: no item.put: it cannot

    ␛[1mKnown differences (~)␛[0m
      1 of ada: on purpose

    ␛[1m␛[31m1 finding␛[0m␛[0m
      ␛[31m✗␛[0m ␛[1mbob␛[0m item-encode at name.S: "name.S" differs
        vector   user/one  (and 1 more)
        expected "u"
        found    "U"
        differs  character 1: "U" (U+0055) instead of "u" (U+0075)
        schema   schema.yaml:12:7 (record_types.user.attributes.name)
        stderr   b
        stderr   c
        stderr   d
        stderr   e
        stderr   warning
        again    itemproof run --implementation bob --check item-encode --vector user/one

    ␛[31m✗ ada supports item.get of user, which itemproof.yaml:7 lists as a gap; remove it there␛[0m
    ␛[31m12 planned = 5 passed + 2 failed + 1 known + 4 not run␛[0m
    "
  `);
});

it('says the same with and without colour', () => {
  const plain = stripVTControlCharacters(renderRun(events, true)).replace(/ +$/gm, '');
  expect(plain).toBe(renderRun(events, false));
});

function findings(...changes: readonly Partial<FindingMade>[]): string {
  return renderRun(
    changes.map((change) => ({ ...finding, ...change })),
    false,
  );
}

it('shows what was sent and stored, who wrote, and who agrees', () => {
  const { stderr: _stderr, actual: _actual, ...rest } = finding;
  const stored: FindingMade = {
    ...rest,
    check: 'raw-put',
    sent: { S: 'v' },
    stored: { S: 'w' },
    agreeing: ['ada', 'bob'],
    vectors: ['user/one'],
    cases: 1,
  };
  const read: FindingMade = { ...rest, check: 'cross-read', writer: 'ada', path: [], vectors: ['user/one'], cases: 1 };
  expect(renderRun([stored, read], false)).toMatchInlineSnapshot(`
    "Checks
      

    2 findings
      ✗ bob raw-put at name.S: "name.S" differs
        vector   user/one
        expected "u"
        sent     "v"
        stored   "w"
        schema   schema.yaml:12:7 (record_types.user.attributes.name)
        note     ada, bob all answer the same; suspect the schema or the reference
        again    itemproof run --implementation bob --check item-encode --vector user/one

      ✗ bob cross-read: "name.S" differs
        vector   user/one, written by ada
        expected "u"
        read     nothing
        schema   schema.yaml:12:7 (record_types.user.attributes.name)
        again    itemproof run --implementation bob --check item-encode --vector user/one

    the run did not finish
    "
  `);
});

it('shows the first twenty findings and counts the others', () => {
  const lines = findings(...Array.from({ length: 23 }, (_, index) => ({ vector: `user/${index}` }))).split('\n');
  expect(lines.filter((line) => line.startsWith('    vector'))).toHaveLength(20);
  expect(lines.filter((line) => /findings/.test(line))).toEqual([
    '23 findings',
    'and 3 more findings; --json shows all',
  ]);
});

it.each<[string, Partial<Extract<RunEvent, { type: 'summary' }>> | undefined, string]>([
  ['did not finish', undefined, 'the run did not finish'],
  ['was green', { planned: 2, passed: 1, known: 1 }, '2 planned = 1 passed + 0 failed + 1 known + 0 not run'],
  [
    'compared nothing',
    { planned: 1, not_run: 1 },
    '1 planned = 0 passed + 0 failed + 0 known + 1 not run: nothing was compared',
  ],
])('ends with a line that says that the run %s', (_what, change, line) => {
  const summary = {
    type: 'summary',
    planned: 0,
    passed: 0,
    failed: 0,
    known: 0,
    not_run: 0,
    implementations: [],
    complaints: [],
    ...change,
  } as const;
  const lines = renderRun(change === undefined ? [] : [summary], false)
    .trimEnd()
    .split('\n');
  expect(lines.at(-1)).toBe(line);
});

it('aligns a table, the first column to the left', () => {
  const rows = [
    ['', 'ada', 'b'],
    ['key-build', '1', '100'],
  ];
  expect(renderTable(rows, (cell) => cell)).toEqual(['           ada    b', 'key-build    1  100']);
});

it('paints no empty text, and nothing without colour', () => {
  const [colour, plain] = [createStyle(true), createStyle(false)];
  expect([colour.red(''), colour.red('x'), plain.red('x')]).toEqual(['', '\u001b[31mx\u001b[0m', 'x']);
});

it('says of a quick run how many vectors it is about', () => {
  const [started, ...rest] = events;
  if (started?.type !== 'run') throw new TypeError('a run starts with its header');
  const quick = renderRun([{ ...started, vectors: 3004, quick: 670 }, ...rest], false);
  expect(quick.split('\n')[2]).toBe('  vectors 670 of 3004: one of each hazard of each record type');
  expect(renderRun(events, false).split('\n')[2]).toBe('  vectors 2');
});
