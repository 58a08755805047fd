import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { startAdapter } from '../../harness/drivers/process-driver.ts';
import { startAll } from '../../harness/engine/participants.ts';
import { packagePath } from '../../harness/stores/package-root.ts';
import { compileSchema } from '../../src/compile.ts';
import { parseConfig } from '../../src/config/parse.ts';
import { allGone, start } from './support/adapters.ts';

const refusals: readonly (readonly [program: string, args: readonly string[], failure: object, stderr: string])[] = [
  ['hello-twice.mjs', [], { kind: 'protocol-violation', detail: 'hello was answered twice' }, ''],
  ['exits-at-start.mjs', [], { kind: 'crashed', detail: 'exited with status 3' }, 'there is no database'],
  ['never-answers-hello.mjs', [], { kind: 'timeout', detail: 'no answer to hello within 1.5 s' }, 'warming up'],
  [
    'banner.mjs',
    [],
    { kind: 'protocol-violation', detail: 'no JSON on standard output: "Fixture 1.0, all rights reserved"' },
    '',
  ],
  [
    'hello-with.mjs',
    ['{"ok":{"implementation":"x"}}'],
    {
      kind: 'protocol-violation',
      detail: 'the answer to hello has no "language"',
    },
    '',
  ],
  [
    'hello-with.mjs',
    ['{"merge":{"capabilities":["item.put"]}}'],
    {
      kind: 'protocol-violation',
      detail: '"capabilities" in the answer to hello must be a mapping, and is ["item.put"]',
    },
    '',
  ],
  [
    'hello-with.mjs',
    ['{"merge":{"capabilities":{"item.delete":true}}}'],
    { kind: 'protocol-violation', detail: expect.stringContaining('item.delete') },
    '',
  ],
  [
    'hello-with.mjs',
    ['{"merge":{"window":0}}'],
    { kind: 'protocol-violation', detail: '"window" in the answer to hello must be at least 1, and is 0' },
    '',
  ],
  [
    'hello-with.mjs',
    ['{"error":{"class":"internal","message":"cannot reach the table"}}'],
    { kind: 'error', class: 'internal', message: 'cannot reach the table' },
    '',
  ],
  ['hello-with.mjs', ['{"unsupported":"no protocol 1"}'], { kind: 'unsupported', reason: 'no protocol 1' }, ''],
];

it('a program that there is nothing to greet with, because the store did not start, is ended', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'itemproof-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const pidFile = join(folder, 'pids');
  const running = vi.waitFor(() => readFileSync(pidFile, 'utf8'), 10_000);
  const starting = startAdapter({
    name: 'fixture',
    command: [process.execPath, packagePath('test', 'fixtures', 'adapters', 'echo.mjs')],
    directory: folder,
    environment: { ...process.env, PID_FILE: pidFile },
    deadline: 60_000,
    startDeadline: 60_000,
    hello: running.then(() => Promise.reject(new Error('no store'))),
  });
  await expect(starting).rejects.toThrow('no store');
  await allGone([Number(await running)]);
});

it.each(refusals)('%s %j: does not take part, and why is known', async (program, args, failure, stderr) => {
  // Only who is silent is given little time.
  const times = program === 'never-answers-hello.mjs' ? { startDeadline: 1_500 } : {};
  const { result, pids } = await start(program, args, times);
  expect(result).toEqual({ failure, stderr });
  await allGone(pids());
});

it('a program that does not exist is told from one that fails', async () => {
  const { result } = await start('echo.mjs', [], { command: ['itemproof-no-such-program'] });
  expect(result).toEqual({
    failure: {
      kind: 'crashed',
      detail: 'exited with status 127: the program was not found, or may not be executed',
    },
    stderr: expect.stringContaining('itemproof-no-such-program'),
  });
  const text = `
schema: s.yaml
vectors: v
implementations:
  missing: { command: [itemproof-no-such-program] }
`;
  await expect(startConfigured(text)).rejects.toMatchObject({
    code: 'toolchain-missing',
    message: 'missing cannot start: there is no program itemproof-no-such-program on the PATH (itemproof.yaml:5)',
    hint: 'install itemproof-no-such-program, or correct "command"; with itemproof-no-such-program under "needs" a run without it says so and goes on',
  });
});

it.each([
  [
    'what another implementation needs it for',
    `  missing: { command: [no-such-program] }
  other: { command: [node, -v], needs: { no-such-program: install the program of tests } }`,
    /^install the program of tests; with no-such-program under "needs" /,
  ],
  [
    'what builds it',
    '  missing: { command: [no-such-program], build: make it }',
    /^install no-such-program, or run: make it; /,
  ],
])('a program that does not exist is told with %s', async (_what, implementations, hint) => {
  const text = `schema: s.yaml\nvectors: v\nimplementations:\n${implementations}\n`;
  await expect(startConfigured(text)).rejects.toMatchObject({
    code: 'toolchain-missing',
    hint: expect.stringMatching(hint),
  });
});

it('a program is looked for where the configuration says', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'itemproof-path-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const script = packagePath('test', 'fixtures', 'adapters', 'echo.mjs');
  writeFileSync(join(folder, 'my-adapter'), `#!/bin/sh\nexec ${process.execPath} ${script}\n`, { mode: 0o755 });
  // A folder of that name is no program.
  mkdirSync(join(folder, 'x', 'my-adapter'), { recursive: true });
  const path = JSON.stringify([join(folder, 'x'), folder, process.env['PATH']].join(delimiter));
  const [started] = await startConfigured(
    `schema: s.yaml\nvectors: v\nimplementations:\n  mine: { command: [my-adapter], environment: { PATH: ${path} } }\n`,
  );
  expect(started?.kind).toBe('ready');
  if (started?.kind === 'ready') expect(await started.driver.close()).toBeNull();
  const onlyFolder = JSON.stringify(join(folder, 'x'));
  await expect(
    startConfigured(
      `schema: s.yaml\nvectors: v\nimplementations:\n  mine: { command: [my-adapter], environment: { PATH: ${onlyFolder} } }\n`,
    ),
  ).rejects.toMatchObject({ code: 'toolchain-missing' });
});

it('an implementation that was made from another schema is refused, and the other ones start', async () => {
  const program = packagePath('test', 'fixtures', 'adapters', 'hello-with.mjs');
  const command = (merge: object): string => JSON.stringify(['node', program, JSON.stringify({ merge })]);
  const { digest } = model();
  const text = `
schema: s.yaml
vectors: v
implementations:
  same: { command: ${command({ schema_digest: digest })} }
  silent: { command: ${command({})} }
  stale: { command: ${command({ schema_digest: 'sha256:ab' })} }
`;
  const started = await startConfigured(text);
  expect(started.map(({ kind }) => kind)).toEqual(['ready', 'ready', 'failed']);
  expect(started[2]).toMatchObject({
    problem: `was made from another schema: sha256:ab, and this run is about ${digest}`,
  });
  for (const each of started) if (each.kind === 'ready') expect(await each.driver.close()).toBeNull();
});

function model() {
  const file = 'schema/domains/rate-limits/schema.yaml';
  const compiled = compileSchema(file, readFileSync(packagePath(file), 'utf8')).model;
  if (compiled === undefined) throw new Error('the shipped schema does not compile');
  return compiled;
}

function startConfigured(text: string) {
  const { config, diagnostics } = parseConfig('itemproof.yaml', text);
  if (config === undefined) throw new Error(JSON.stringify(diagnostics));
  const { name, version, digest } = model();
  return startAll(
    {
      config,
      directory: packagePath(),
      environment: process.env,
      helloFor: async () => ({
        op: 'hello',
        protocol: 1,
        schema: { name, version, digest },
        store: null,
        now: '2024-01-02T03:04:05Z',
      }),
    },
    config.implementations,
  );
}
