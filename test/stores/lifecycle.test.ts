import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { killAll } from '../../harness/process/child-registry.ts';
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
    expect.stringMatching(/^dynalite is used instead of dynoxide: dynoxide 0\.0\.0 could not be started/),
  ]);
  await store.stop();
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
