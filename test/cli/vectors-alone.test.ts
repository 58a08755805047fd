import { lstatSync, readlinkSync, renameSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { copyOf, type Project, sharedProjects, smallProject } from './support/project.ts';

// Vectors without any implementation, in files that are somewhere else, and with descriptions that somebody wrote by hand.

const shared = sharedProjects();
afterAll(shared.removeAll);

const items = 'vectors/order/items.json';
const manifest = 'vectors/manifest.json';
const options = ['--record-type', 'order', '--kind', 'items', '--description', 'mine'];
const input = JSON.stringify({ record: { order_id: 'a1', total: '7', note: 'x"y' } });

let small: Project;

beforeAll(async () => {
  small = await smallProject(shared.keep);
});

it.each(['', 'implementations: {}\n'])(
  'need no implementation, and a run is not green without one: %j',
  async (none) => {
    const project = copyOf(small);
    project.write('itemproof.yaml', `schema: schema.yaml\nvectors: vectors\n${none}`);
    for (const args of [['check'], ['vectors', 'verify'], ['vectors', 'lint'], ['vectors', 'generate', '--check']])
      expect(await project.run(args), args.join(' ')).toMatchObject({ code: 0 });
    expect(await project.run(['run'])).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(
        /^itemproof\.yaml:1:1: error: there is nobody to compare: "implementations" names none \[missing-key\]\n/,
      ),
    });
    expect(await project.run(['run', '--implementation', 'reference', '--check', 'key-build'])).toMatchObject({
      code: 0,
    });
  },
);

it('are written where symbolic links lead, which stay links', async () => {
  const project = copyOf(small);
  project.write('elsewhere/here', '');
  for (const [path, target] of [
    [items, 'elsewhere/items.json'],
    [manifest, 'elsewhere/manifest.json'],
  ] as const) {
    renameSync(join(project.folder, path), join(project.folder, target));
    symlinkSync(join('..', path === items ? '..' : '', target), join(project.folder, path));
  }
  const link = readlinkSync(join(project.folder, items));
  expect(await project.run(['vectors', 'add', ...options], { input })).toMatchObject({ code: 0 });
  for (const path of [items, manifest]) expect(lstatSync(join(project.folder, path)).isSymbolicLink()).toBe(true);
  expect(readlinkSync(join(project.folder, items))).toBe(link);
  expect(project.read('elsewhere/items.json')).toContain('"order/mine"');
  expect(project.read('elsewhere/manifest.json')).toContain('"added":1');
  expect(await project.run(['vectors', 'verify'])).toMatchObject({ code: 0 });
});

it('have descriptions of one line: lint finds others, and what shows them escapes them', async () => {
  const project = copyOf(small);
  expect(await project.run(['vectors', 'add', ...options], { input })).toMatchObject({ code: 0 });
  project.replace(items, '"description": "mine"', '"description": "mi\\u001b[31m\\nne"');
  const linted = await project.run(['vectors', 'lint']);
  expect(linted.code).toBe(1);
  expect(linted.stdout).toMatch(
    /^vectors\/order\/items\.json:\d+:22: error: the description of "order\/mine" has the control character U\+001B \[vector-invalid\]$/m,
  );
  expect((await project.run(['vectors', 'list'])).stdout).toContain('mi\\u{1b}[31m\\nne\n');
  expect((await project.run(['vectors', 'show', 'order/mine'])).stdout).toContain('\nmi\\u001b[31m\\u000ane\n');
});
