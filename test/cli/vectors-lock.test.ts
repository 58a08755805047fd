import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { takeLock } from '../../harness/host/file-lock.ts';
import type { Ended } from '../e2e/support/command.ts';
import { copyOf, emptyProject, type Project, sharedProjects, smallProject } from './support/project.ts';

// Who reads, changes and writes a folder of vectors is alone with it.

let small: Project;

const shared = sharedProjects();
afterAll(shared.removeAll);

beforeAll(async () => {
  small = await smallProject(shared.keep);
});

const lock = 'vectors/manifest.json.lock';

function add(project: Project, id: string, total: number): Promise<Ended> {
  const args = ['vectors', 'add', '--record-type', 'order', '--kind', 'items', '--description', 'mine', '--id', id];
  return project.run(args, { input: JSON.stringify({ record: { order_id: id, total: String(total), note: 'n' } }) });
}

it('six commands at a time add six vectors', async () => {
  const project = copyOf(small);
  const ids = ['a1', 'a2', 'a3', 'a4', 'a5', 'a6'];
  const ended = await Promise.all(ids.map((id, index) => add(project, id, index)));
  for (const each of ended) expect(each).toMatchObject({ code: 0, stderr: '' });
  const { vectors } = JSON.parse(project.read('vectors/order/items.json')) as { vectors: { id: string }[] };
  expect(vectors.map(({ id }) => id)).toEqual(expect.arrayContaining(ids.map((id) => `order/${id}`)));
  expect(project.read('vectors/manifest.json')).toContain('"added":6');
  for (const verb of [['generate', '--check'], ['verify'], ['lint']])
    expect(await project.run(['vectors', ...verb]), verb.join(' ')).toMatchObject({ code: 0 });
  expect(existsSync(join(project.folder, lock))).toBe(false);
});

it('waits also where the other one has written a file, and the manifest not yet', async () => {
  const project = copyOf(small);
  const file = 'vectors/order/items.json';
  const before = project.read(file);
  // As the other one leaves it between two files, while it has the lock.
  project.write(lock, `${process.pid} ${hostname()}\n`);
  project.replace(file, '"id": "order/complete"', '"id":  "order/complete"');
  const adding = add(project, 'b1', 1);
  await sleep(2000);
  project.write(file, before);
  rmSync(join(project.folder, lock));
  expect(await adding).toMatchObject({ code: 0, stderr: '' });
  expect(project.read(file)).toContain('"id": "order/b1"');
});

/** A process that has ended: nobody has its number now. */
async function deadProcess(): Promise<number> {
  const child = spawn(process.execPath, ['-e', '']);
  await once(child, 'exit');
  return child.pid ?? 0;
}

it('takes over what a process left that is gone', async () => {
  const project = copyOf(small);
  project.write(lock, `${await deadProcess()} ${hostname()}\n`);
  expect(await add(project, 'c1', 1)).toMatchObject({ code: 0, stderr: '' });
  expect(existsSync(join(project.folder, lock))).toBe(false);
});

it('takes the lock away also when a case is refused', async () => {
  const project = copyOf(small);
  expect(await add(project, 'd1', 1_000_000)).toMatchObject({ code: 1 });
  expect(existsSync(join(project.folder, lock))).toBe(false);
});

it.each([
  ['a process that is running', `${process.pid} ${hostname()}\n`, `process ${process.pid} on ${hostname()}`],
  ['a process of another machine', '1 elsewhere.example\n', 'process 1 on elsewhere.example'],
  ['who has not yet said who it is', '', 'another process'],
])('waits for %s, and then says so', async (_what, text, who) => {
  const project = emptyProject();
  project.write('lock', text);
  await expect(takeLock(join(project.folder, 'lock'), 'lock', 100)).rejects.toMatchObject({
    code: 'file-locked',
    message: `lock: ${who} has been writing here for 0.1 s`,
  });
  expect(project.read('lock')).toBe(text);
});

it('waits until the other one has finished', async () => {
  const project = emptyProject();
  const path = join(project.folder, 'lock');
  const release = await takeLock(path, 'lock');
  const second = takeLock(path, 'lock');
  await release();
  await (await second)();
  expect(existsSync(path)).toBe(false);
});
