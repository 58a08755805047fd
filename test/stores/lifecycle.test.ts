import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { killAll } from '../../harness/process/child-registry.ts';
import { startDynalite } from '../../harness/stores/dynalite.ts';
import { startEmbeddedStore } from '../../harness/stores/embedded.ts';
import { portOf, silentWithin } from './support/answers.ts';
import { compile } from './support/compiled.ts';

const tablePrefix = 'lifecycle-test-';
let compiled: ReturnType<typeof compile>;

beforeAll(() => {
  compiled = compile('harness/stores/embedded.ts');
});
afterAll(() => compiled.remove());

const parent = `
  import { startEmbeddedStore } from './harness/stores/embedded.js';
  const store = await startEmbeddedStore({ tablePrefix: '${tablePrefix}', engine: process.argv[2] });
  console.log(store.connection.endpoint);
  setInterval(() => {}, 1000);
`;

for (const engine of ['dynoxide', 'dynalite'] as const) {
  it(`${engine} does not outlive a killed parent`, async () => {
    const child = compiled.run(parent, engine);
    const [endpoint] = (await once(createInterface(child.stdout), 'line')) as [string];
    child.kill('SIGKILL');
    await silentWithin(2_000, Number(new URL(endpoint).port));
  });

  it(`${engine} is gone after killAll`, async () => {
    const store = await startEmbeddedStore({ tablePrefix, engine });
    killAll();
    await silentWithin(1_000, portOf(store));
    await store.stop();
  });
}

it('reports a store that dies', async () => {
  const store = await startEmbeddedStore({ tablePrefix, engine: 'dynoxide' });
  process.kill(store.pid, 'SIGKILL');
  const died = await store.died;
  expect(died.message).toMatch(/^dynoxide \S+ was ended by SIGKILL\./);
  expect(died.exit).toMatchObject({ signal: 'SIGKILL', expected: false });
});

it('takes dynalite where dynoxide is not installed or does not run, and says so', async () => {
  const store = await startEmbeddedStore({ tablePrefix, dynoxide: { path: '/does/not/exist', version: '0.0.0' } });
  expect(store.info.engine).toBe('dynalite');
  expect(store.info.notes).toEqual([
    expect.stringMatching(
      /^dynalite is used instead of dynoxide: dynoxide 0\.0\.0 could not be started.*; to compare more, run: npm install @dynoxide\/[\w-]+, or use --store dynamodb-local$/,
    ),
  ]);
  await store.stop();
});

it('says in one sentence why dynalite does not start', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'itemproof-dynalite-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const program = join(folder, 'server.mjs');
  writeFileSync(program, "import 'dynalite-that-is-not-there';\n");
  const dynalite = { program, version: '4.0.0' };
  await expect(startEmbeddedStore({ tablePrefix, engine: 'dynalite', dynalite })).rejects.toMatchObject({
    code: 'store-start-failed',
    message: expect.stringMatching(
      /^the embedded store cannot start: dynalite 4\.0\.0: Error \[ERR_MODULE_NOT_FOUND\]: Cannot find package 'dynalite-that-is-not-there'.*$/,
    ),
    hint: expect.stringContaining(`node ${program}`),
  });
  writeFileSync(program, 'process.exit(4);\n');
  await expect(startEmbeddedStore({ tablePrefix, engine: 'dynalite', dynalite })).rejects.toMatchObject({
    code: 'store-start-failed',
    message:
      'the embedded store cannot start: dynalite 4.0.0: dynalite 4.0.0 ended with exit code 4. It wrote nothing to stderr.',
  });
});

it('says that dynalite is not installed', async () => {
  await expect(startDynalite(undefined, 1_000)).rejects.toMatchObject({
    code: 'toolchain-missing',
    message: 'the embedded store cannot start: dynalite is not installed',
    hint: 'run: npm install dynalite, or use another store: --store dynamodb-local',
  });
});

it('does not fall back when dynoxide is asked for by name', async () => {
  const dynoxide = { path: '/does/not/exist', version: '0.0.0' };
  await expect(startEmbeddedStore({ tablePrefix, engine: 'dynoxide', dynoxide })).rejects.toMatchObject({
    code: 'command-not-found',
  });
});

it('refuses a table prefix that could belong to anybody', async () => {
  await expect(startEmbeddedStore({ tablePrefix: '' })).rejects.toMatchObject({ code: 'table-prefix-invalid' });
});
