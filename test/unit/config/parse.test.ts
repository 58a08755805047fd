import { expect, it } from 'vitest';
import { parseConfig, parseKnownFile } from '../../../src/config/parse.ts';

const minimal = 'schema: s.yaml\nvectors: v\nimplementations:\n  ada: { command: [./a] }\n';

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
    gaps: [{ ops: [item.put, key.parse], record_types: [user, "user/primary"], reason: it cannot do it }]
known:
  - { implementation: ada, check: cross-read, writer: reference, vectors: [a/b], reason: it is so on purpose }
`,
  );
  expect(config).toMatchObject({
    store: 'dynamodb-local',
    knownFiles: ['more.yaml'],
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
            recordTypes: ['user', 'user/primary'],
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
    'known[0].vectors',
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
  const implementations = parseConfig('itemproof.yaml', minimal).config?.implementations ?? [];
  const entry = (name: string): string =>
    `known:\n  - { implementation: ${name}, check: key-build, vectors: [a/b], reason: it is so on purpose }\n`;
  expect(parseKnownFile('more.yaml', entry('ada'), implementations)).toMatchObject({
    known: [{ implementation: 'ada', writer: null, at: { file: 'more.yaml', line: 2 } }],
    diagnostics: [],
  });
  expect(parseKnownFile('more.yaml', entry('adda'), implementations).diagnostics).toMatchObject([
    { code: 'reference-unknown', file: 'more.yaml', help: 'did you mean "ada"?' },
  ]);
  const blank = entry('ada').replace('it is so on purpose', '"          "');
  expect(parseKnownFile('more.yaml', blank, implementations).diagnostics).toMatchObject([
    { code: 'value-invalid', file: 'more.yaml', path: 'known[0].reason', position: { line: 2 } },
  ]);
  const withWriter = entry('ada').replace('vectors', 'writer: reference, vectors');
  expect(parseKnownFile('more.yaml', withWriter, implementations).diagnostics).toMatchObject([
    { code: 'value-conflict', file: 'more.yaml', position: { line: 2, column: 54 }, help: 'remove "writer"' },
  ]);
  expect(parseKnownFile('more.yaml', `${entry('ada')}store: embedded\n`, implementations)).toMatchObject({
    known: [],
    diagnostics: [{ code: 'unknown-key', path: 'store' }],
  });
  expect(parseKnownFile('more.yaml', '', implementations)).toMatchObject({
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
