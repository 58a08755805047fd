import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { binary, command, environmentWith } from '../e2e/support/command.ts';
import { until } from '../e2e/support/processes.ts';
import {
  addMine,
  copyOf,
  emptyProject,
  type Project,
  sharedProjects,
  smallProject,
  smallSchema,
} from './support/project.ts';

// What "generate" writes lies beside the files until all of it is there.

const shared = sharedProjects();
afterAll(shared.removeAll);

let small: Project;

beforeAll(async () => {
  small = await smallProject(shared.keep);
});

const lock = 'vectors/manifest.json.lock';

function filesOf({ folder }: Project): readonly string[] {
  const path = join(folder, 'vectors');
  return existsSync(path) ? readdirSync(path, { recursive: true, encoding: 'utf8' }).sort() : [];
}

function isStaged(project: Project): boolean {
  return filesOf(project).some((path) => path.endsWith('.tmp'));
}

/** Starts to generate while somebody else has the lock of the folder, and waits until everything is staged. */
async function generateBehindLock(project: Project) {
  project.write(lock, `${process.pid} ${hostname()}\n`);
  const child = spawn(process.execPath, [binary, 'vectors', 'generate'], {
    cwd: project.folder,
    env: environmentWith(),
    stdio: 'ignore',
  });
  const ended = once(child, 'exit');
  await until('a staged file', () => isStaged(project));
  return { child, ended };
}

const second = `  invoice:
    description: One invoice.
    pk_pattern: "INVOICE#{invoice_id}"
    sk: "#META"
    attributes:
      invoice_id: { type: string, pattern: '[a-z0-9]+', max_length: 12, required: true }
`;
const impossible = `${second}${['a', 'b', 'c'].map((name) => `      ${name}: { type: string, min_length: 150000 }\n`).join('')}`;

it('leaves no file and no folder where a record type that comes later is impossible', async () => {
  const project = emptyProject();
  project.write('schema.yaml', `${smallSchema}${impossible}`);
  const options = ['--schema', 'schema.yaml', '--vectors', 'vectors'];
  expect(await project.run(['vectors', 'generate', ...options])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('no record of "invoice" could be made'),
  });
  expect(existsSync(join(project.folder, 'vectors'))).toBe(false);
  // The same schema without what is impossible.
  project.write('schema.yaml', `${smallSchema}${second}`);
  expect(await project.run(['vectors', 'generate', ...options])).toMatchObject({ code: 0 });
  expect(filesOf(project)).toEqual(expect.arrayContaining(['invoice/items.json', 'manifest.json', 'order/items.json']));
});

it('generates again where somebody adds a vector before it is alone with the folder', async () => {
  const project = copyOf(small);
  const other = copyOf(small);
  await addMine(other, 'm1');
  project.replace('schema.yaml', 'maximum: 1000', 'maximum: 1001');
  const { ended } = await generateBehindLock(project);
  for (const path of ['vectors/order/items.json', 'vectors/manifest.json']) project.write(path, other.read(path));
  rmSync(join(project.folder, lock));
  expect(await ended).toEqual([0, null]);
  expect(project.read('vectors/order/items.json')).toContain('"id": "order/m1"');
  expect(await project.run(['vectors', 'generate', '--check'])).toMatchObject({ code: 0 });
  expect(isStaged(project)).toBe(false);
});

it('takes away what is staged when it is told to stop', async () => {
  const project = copyOf(small);
  const before = filesOf(project);
  project.replace('schema.yaml', 'maximum: 1000', 'maximum: 1001');
  const { child, ended } = await generateBehindLock(project);
  child.kill('SIGTERM');
  expect(await ended).toEqual([143, null]);
  rmSync(join(project.folder, lock));
  expect(filesOf(project)).toEqual(before);
});

it('clears away what a process left that is gone, and not what another one has staged', async () => {
  const project = copyOf(small);
  const gone = spawn(process.execPath, ['-e', '']);
  await once(gone, 'exit');
  const [left, staged] = [gone.pid, process.pid].map((pid) => `vectors/order/items.json.${pid}.tmp`) as [
    string,
    string,
  ];
  for (const path of [left, staged]) project.write(path, '{');
  expect(await project.run(['vectors', 'generate'])).toMatchObject({
    code: 0,
    stdout: 'vectors: 5 files, 1 changed\n',
  });
  expect([left, staged].map((path) => existsSync(join(project.folder, path)))).toEqual([false, true]);
});

/** Far less than the vectors of the largest contract take when all of them are held at once: 200 MB. */
const heap = '--max-old-space-size=110';
const suite = ['--schema', 'schema/domains/execution-state/schema.yaml', '--vectors'];

it.each([['generate', '--check'], ['verify']])(
  '%s of 16,000 vectors needs no more memory than one record type',
  async (...verb) => {
    const ended = await command(process.execPath, [
      heap,
      binary,
      'vectors',
      ...verb,
      ...suite,
      'vectors/execution-state',
    ]);
    expect(ended).toMatchObject({ code: 0, stderr: '' });
  },
);

it('so does writing them for the first time', async () => {
  const project = emptyProject();
  const folder = join(project.folder, 'vectors');
  const ended = await command(process.execPath, [heap, binary, 'vectors', 'generate', ...suite, folder]);
  expect(ended).toMatchObject({ code: 0, stderr: '' });
  expect(project.read('vectors/manifest.json')).toBe(
    (await command('cat', ['vectors/execution-state/manifest.json'])).stdout,
  );
});
