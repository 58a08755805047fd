import { expect, it } from 'vitest';
import { parseConfig, parseKnownFile } from '../../../src/config/parse.ts';

const minimal = 'schema: s.yaml\nvectors: v\nimplementations:\n  ada: { command: [./a] }\n';

function gaps(ops: string, recordTypes: string): string {
  return `gaps: [{ ops: ${ops}, record_types: ${recordTypes}, reason: it cannot do it }]`;
}

it('fills in what a configuration leaves out', () => {
  const { config, diagnostics } = parseConfig('itemproof.yaml', minimal);
  expect(diagnostics).toEqual([]);
  expect(config).toEqual({
    file: 'itemproof.yaml',
    schema: 's.yaml',
    schemaAt: { file: 'itemproof.yaml', line: 1, column: 9, path: 'schema' },
    vectors: 'v',
    store: 'embedded',
    implementations: [
      {
        name: 'ada',
        command: ['./a'],
        environment: {},
        needs: [],
        build: '',
        isolate: false,
        deadline: 10_000,
        storeNeeds: [],
        gaps: [],
        at: { file: 'itemproof.yaml', line: 4, column: 3, path: 'implementations.ada' },
      },
    ],
    known: [],
    knownFiles: [],
  });
});

it('takes names that begin like a key of its own', () => {
  const { config, diagnostics } = parseConfig(
    'itemproof.yaml',
    `schema: s.yaml
vectors: v
implementations:
  x-ada: { command: [./a], environment: { x-level: debug }, needs: { x-tool: install it } }
`,
  );
  expect(diagnostics).toEqual([]);
  expect(config?.implementations).toMatchObject([
    { name: 'x-ada', environment: { 'x-level': 'debug' }, needs: [{ program: 'x-tool', install: 'install it' }] },
  ]);
});

it('reads all that there is to say', () => {
  const { config } = parseConfig(
    'itemproof.yaml',
    `format: 1
schema: s.yaml
vectors: v
store: dynamodb-local
known_files: [more.yaml]
implementations:
  ada:
    command: [python, "a b.py"]
    environment: { N: "1" }
    needs: { python3: install it }
    build: make
    isolate: true
    deadline_seconds: 0.5
    store_needs: [transactions]
    x-owner: me
    gaps: [{ ops: [item.put, key.parse], record_types: [user, "task/primary"], reason: it cannot do it }]
known:
  - { implementation: ada, check: cross-read, writer: reference, vectors: [a/b], reason: it is so on purpose }
`,
  );
  expect(config).toMatchObject({
    store: 'dynamodb-local',
    knownFiles: [{ path: 'more.yaml', at: { line: 5, column: 15 } }],
    implementations: [
      {
        command: ['python', 'a b.py'],
        environment: { N: '1' },
        needs: [{ program: 'python3', install: 'install it' }],
        build: 'make',
        isolate: true,
        deadline: 500,
        storeNeeds: ['transactions'],
        gaps: [
          {
            ops: ['item.put', 'key.parse'],
            recordTypes: ['user', 'task/primary'],
            reason: 'it cannot do it',
            at: { line: 16 },
          },
        ],
      },
    ],
    known: [
      {
        implementation: 'ada',
        check: 'cross-read',
        writer: 'reference',
        vectors: ['a/b'],
        reason: 'it is so on purpose',
        at: { line: 18 },
      },
    ],
  });
});

it.each([
  ['no schema', minimal.replace('schema: s.yaml\n', ''), 'missing-key', ''],
  [
    'an implementation without command',
    minimal.replace('{ command: [./a] }', '{}'),
    'missing-key',
    'implementations.ada',
  ],
  [
    'an implementation named like the reference',
    minimal.replace('ada', 'reference'),
    'value-invalid',
    'implementations.reference',
  ],
  ['a name in capitals', minimal.replace('ada', 'Ada'), 'value-invalid', 'implementations.Ada'],
  ['a command that is text', minimal.replace('[./a]', './a'), 'wrong-type', 'implementations.ada.command'],
  ['an unknown key', `${minimal}verctors: w\n`, 'unknown-key', 'verctors'],
  ['an unknown store', `${minimal}store: aws\n`, 'value-invalid', 'store'],
  [
    'a deadline of nothing',
    minimal.replace(' }', ', deadline_seconds: 0 }'),
    'value-invalid',
    'implementations.ada.deadline_seconds',
  ],
  [
    'a gap without a reason',
    minimal.replace(' }', ', gaps: [{ ops: [item.put], record_types: ["*"] }] }'),
    'missing-key',
    'implementations.ada.gaps[0]',
  ],
  [
    'a gap with hardly a reason',
    minimal.replace(' }', ', gaps: [{ ops: [item.put], record_types: ["*"], reason: no }] }'),
    'value-invalid',
    'implementations.ada.gaps[0].reason',
  ],
  [
    'an unknown operation',
    minimal.replace(' }', ', gaps: [{ ops: [item.drop], record_types: ["*"], reason: it cannot do it }] }'),
    'value-invalid',
    'implementations.ada.gaps[0].ops[0]',
  ],
  [
    'a known failure of nobody',
    `${minimal}known: [{ implementation: adda, check: key-build, vectors: [a/b], reason: it is so on purpose }]\n`,
    'reference-unknown',
    'known[0].implementation',
  ],
  [
    'a known failure of the reference',
    `${minimal}known: [{ implementation: reference, check: key-build, vectors: [a/b], reason: it is so on purpose }]\n`,
    'reference-unknown',
    'known[0].implementation',
  ],
  [
    'an unknown writer',
    `${minimal}known: [{ implementation: ada, check: cross-read, writer: eve, vectors: [a/b], reason: it is so on purpose }]\n`,
    'reference-unknown',
    'known[0].writer',
  ],
  ...['key-build', 'read-back', 'raw-put', 'item-decode-refusal'].map((check): [string, string, string, string] => [
    `a writer in ${check}, which has none`,
    `${minimal}known: [{ implementation: ada, check: ${check}, writer: reference, vectors: [a/b], reason: it is so on purpose }]\n`,
    'value-conflict',
    'known[0].writer',
  ]),
  [
    'a reader that is its own writer',
    `${minimal}known: [{ implementation: ada, check: cross-read, writer: ada, vectors: [a/b], reason: it is so on purpose }]\n`,
    'value-conflict',
    'known[0].writer',
  ],
  [
    'an unknown check',
    `${minimal}known: [{ implementation: ada, check: cross-check, vectors: [a/b], reason: it is so on purpose }]\n`,
    'value-invalid',
    'known[0].check',
  ],
  [
    'a vector twice',
    `${minimal}known: [{ implementation: ada, check: key-build, vectors: [a/b, a/b], reason: it is so on purpose }]\n`,
    'value-invalid',
    'known[0].vectors[1]',
  ],
  [
    'a gap for a reason of blanks',
    minimal.replace(' }', ', gaps: [{ ops: [item.put], record_types: ["*"], reason: "          " }] }'),
    'value-invalid',
    'implementations.ada.gaps[0].reason',
  ],
  [
    'a known failure for hardly a reason, among blanks',
    `${minimal}known: [{ implementation: ada, check: key-build, vectors: [a/b], reason: "  no way    " }]\n`,
    'value-invalid',
    'known[0].reason',
  ],
  ['a NUL in a path', minimal.replace('s.yaml', '"s\\0.yaml"'), 'value-invalid', 'schema'],
  ['a NUL in a command', minimal.replace('./a', './a, "a\\0b"'), 'value-invalid', 'implementations.ada.command[1]'],
  ...(
    [
      ['a NUL in a variable', 'A', '{ A: "x\\0y" }'],
      ['a NUL in the name of a variable', 'A\0B', '{ "A\\0B": x }'],
      ['"=" in the name of a variable', 'A=B', '{ "A=B": x }'],
      ['a variable without a name', '', '{ "": x }'],
    ] as const
  ).map(([what, name, environment]): [string, string, string, string] => [
    what,
    minimal.replace(' }', `, environment: ${environment} }`),
    'value-invalid',
    `implementations.ada.environment.${name}`,
  ]),
  ['a program without a name', minimal.replace('./a', "''"), 'value-invalid', 'implementations.ada.command[0]'],
  ...(
    [
      ['a need without a name', '{ needs: { "": x }', 'needs.'],
      ['a NUL in the name of a need', '{ needs: { "a\\0b": x }', 'needs.a\0b'],
      ['an operation twice', `{ ${gaps('[item.put, item.put]', '[user]')}`, 'gaps[0].ops[1]'],
      ['a record type twice', `{ ${gaps('[item.put]', '[user, user]')}`, 'gaps[0].record_types[1]'],
    ] as const
  ).map(([what, added, path]): [string, string, string, string] => [
    what,
    minimal.replace('{ ', `${added}, `),
    'value-invalid',
    `implementations.ada.${path}`,
  ]),
  ['no YAML', 'a: [', 'yaml-syntax', ''],
])('takes no configuration with %s', (_what, text, code, path) => {
  const { config, diagnostics } = parseConfig('itemproof.yaml', text);
  expect(config).toBeUndefined();
  expect(diagnostics.map((each) => ({ code: each.code, path: each.path, file: each.file }))[0]).toEqual({
    code,
    path,
    file: 'itemproof.yaml',
  });
});

it('reads known failures from a file of their own, for the implementations that there are', () => {
  const { names } = parseConfig('itemproof.yaml', minimal);
  const entry = (name: string): string =>
    `known:\n  - { implementation: ${name}, check: key-build, vectors: [a/b], reason: it is so on purpose }\n`;
  expect(parseKnownFile('more.yaml', entry('ada'), names)).toMatchObject({
    known: [{ implementation: 'ada', writer: null, at: { file: 'more.yaml', line: 2 } }],
    diagnostics: [],
  });
  expect(parseKnownFile('more.yaml', entry('adda'), names).diagnostics).toMatchObject([
    { code: 'reference-unknown', file: 'more.yaml', help: 'did you mean "ada"?' },
  ]);
  const blank = entry('ada').replace('it is so on purpose', '"          "');
  expect(parseKnownFile('more.yaml', blank, names).diagnostics).toMatchObject([
    { code: 'value-invalid', file: 'more.yaml', path: 'known[0].reason', position: { line: 2 } },
  ]);
  const withWriter = entry('ada').replace('vectors', 'writer: reference, vectors');
  expect(parseKnownFile('more.yaml', withWriter, names).diagnostics).toMatchObject([
    { code: 'value-conflict', file: 'more.yaml', position: { line: 2, column: 54 }, help: 'remove "writer"' },
  ]);
  expect(parseKnownFile('more.yaml', `${entry('ada')}store: embedded\n`, names)).toMatchObject({
    known: [{ implementation: 'ada' }],
    diagnostics: [{ code: 'unknown-key', path: 'store' }],
  });
  expect(parseKnownFile('more.yaml', '', names)).toMatchObject({
    known: [],
    diagnostics: [{ code: 'yaml-syntax' }],
  });
});

it.each([
  ['implementations: 3', 'write a mapping here, or remove the key'],
  ['implementations: { ada: 3 }', 'write a mapping here, or remove the key'],
  ['implementations: { ada: { command: x } }', 'write a list here'],
  ['implementations: { ada: { command: [x], needs: x } }', 'write a mapping here, or remove the key'],
])('%s: to remove a key is advised only where it may be left out', (text, help) => {
  const { diagnostics } = parseConfig('itemproof.yaml', `schema: s\nvectors: v\n${text}\n`);
  expect(diagnostics.map((each) => each.help)).toEqual([help]);
});

it.each(['', 'implementations: {}\n'])('takes a configuration for vectors alone: %j', (implementations) => {
  expect(parseConfig('itemproof.yaml', `schema: s\nvectors: v\n${implementations}`)).toMatchObject({
    config: { implementations: [] },
    diagnostics: [],
  });
});

/** `line:column code path` of everything that is said of a configuration. */
function said(text: string): readonly string[] {
  return parseConfig('itemproof.yaml', text).diagnostics.map(
    ({ code, path, position }) => `${position.line}:${position.column} ${code} ${path}`,
  );
}

it('says everything that is wrong at once, in the order of the file', () => {
  const text = `schema: "s\\0.yaml"
vectors: 5
stoer: embedded
implementations:
  ada: { command: [./a], environment: { "A=B": x }, isolate: perhaps }
  Eve: { command: [./e] }
  bob: &b { command: [./b] }
known:
  - { implementation: ada, check: key-bild, vectors: [a/b], reason: it is so on purpose }
  - { implementation: Eve, check: key-build, writer: ada, vectors: [a/b], reason: it is so on purpose }
  - { implementation: bob, check: cross-read, writer: eve, vectors: [a/b], reason: "   so it is   " }
known_files: ["a\\0b", more.yaml]
`;
  expect(said(text)).toEqual([
    '1:9 value-invalid schema',
    '2:10 wrong-type vectors',
    '3:1 unknown-key stoer',
    '5:41 value-invalid implementations.ada.environment.A=B',
    '5:62 wrong-type implementations.ada.isolate',
    '6:3 value-invalid implementations.Eve',
    '7:8 yaml-alias implementations.bob',
    '9:35 value-invalid known[0].check',
    '10:54 value-conflict known[1].writer',
    '11:55 reference-unknown known[2].writer',
    '11:84 value-invalid known[2].reason',
    '12:15 value-invalid known_files[0]',
  ]);
  expect(parseConfig('itemproof.yaml', text)).toMatchObject({ config: undefined, knownFiles: [{ path: 'more.yaml' }] });
});

it.each([
  ['implementatons: { ada: { command: [./a] } }', '3:1 unknown-key implementatons'],
  ['implementations: 5', '3:1 wrong-type implementations'],
  ['implementations: { ada: 5 }', '3:20 wrong-type implementations.ada'],
])('says nothing of names where it cannot know them: %s', (line, only) => {
  const known = 'known: [{ implementation: ada, check: key-build, vectors: [a/b], reason: it is so on purpose }]';
  expect(said(`schema: s.yaml\nvectors: v\n${line}\n${known}\n`).map((each) => each.replace(/^3:\d+/, '3'))).toEqual([
    only.replace(/^3:\d+/, '3'),
  ]);
});

it('says everything about known failures at once, too', () => {
  const text = `known:
  - { implementation: adda, check: key-build, vectors: [a/b], reason: it is so on purpose }
  - { implementation: ada, check: key-build, vectors: 5, reason: "          " }
more: 1
`;
  expect(parseKnownFile('more.yaml', text, ['ada']).diagnostics.map(({ code, path }) => `${code} ${path}`)).toEqual([
    'reference-unknown known[0].implementation',
    'wrong-type known[1].vectors',
    'value-invalid known[1].reason',
    'unknown-key more',
  ]);
});

it('takes an argument that is empty', () => {
  const { config, diagnostics } = parseConfig('itemproof.yaml', minimal.replace('./a', "./a, '', x"));
  expect(diagnostics).toEqual([]);
  expect(config?.implementations[0]?.command).toEqual(['./a', '', 'x']);
});

it.each([
  ['yes', 'write true; yes is a text in YAML 1.2, which has true and false alone'],
  ['Off', 'write false; Off is a text in YAML 1.2, which has true and false alone'],
  ['"true"', 'write true or false, without quotes'],
  ['perhaps', 'write true or false'],
])('isolate: %s is told what to write', (written, help) => {
  const text = minimal.replace(' }', `, isolate: ${written} }`);
  expect(parseConfig('itemproof.yaml', text).diagnostics).toMatchObject([{ code: 'wrong-type', help }]);
});
