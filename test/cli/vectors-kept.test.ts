import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addMine, copyOf, addedTo as items, type Project, sharedProjects, smallProject } from './support/project.ts';

// What somebody added is in one place only. Whatever happens to that file, "generate" does not write over it unasked.

const shared = sharedProjects();
afterAll(shared.removeAll);

const manifest = 'vectors/manifest.json';

let added: Project;

beforeAll(async () => {
  added = await smallProject(shared.keep);
  await addMine(added);
});

const damages: readonly (readonly [string, (project: Project) => void, RegExp])[] = [
  [
    'cut off',
    (project) => project.write(items, project.read(items).slice(0, 500)),
    /^vectors\/order\/items\.json:\d+:\d+: error: the file ends too early /m,
  ],
  ['empty', (project) => project.write(items, ''), /^vectors\/order\/items\.json:1:1: error: the file is empty /m],
  ['another object', (project) => project.write(items, '{}'), /^vectors\/order\/items\.json:1:1: error: /m],
  [
    'gone',
    (project) => project.remove(items),
    /^vectors\/manifest\.json:\d+:5: error: order\/items\.json is not there, and the manifest counts 1 added vector in it \[vector-invalid\]$/m,
  ],
  [
    'without it',
    (project) =>
      project.replace(items, '      "origin": "added",\n', '      "scenario": "typical",\n      "subject": "",\n'),
    /^vectors\/order\/items\.json:7:14: error: this file has 0, and the manifest counts 1 added vector in it \[vector-invalid\]$/m,
  ],
];

it.each(damages)('generate writes nothing when the file is %s', async (_what, damage, message) => {
  const project = copyOf(added);
  damage(project);
  const before = existsSync(join(project.folder, items)) ? project.read(items) : undefined;
  for (const args of [['generate'], ['generate', '--check']]) {
    const { code, stdout, stderr } = await project.run(['vectors', ...args]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr.match(/: error: /g)).toHaveLength(1);
    expect(stderr).toContain('help: restore it from version control, or correct it: somebody added vectors here');
  }
  expect(existsSync(join(project.folder, items)) ? project.read(items) : undefined).toBe(before);
  expect(project.read(manifest)).toBe(added.read(manifest));
});

it('goes on without them when it is told so, and then they are forgotten', async () => {
  const project = copyOf(added);
  project.write(items, '');
  expect(await project.run(['vectors', 'generate', '--forget-added'])).toMatchObject({
    code: 0,
    stdout: 'vectors: 5 files, 2 changed\n',
  });
  expect(project.read(manifest)).not.toContain('"added"');
  expect(await project.run(['vectors', 'generate'])).toMatchObject({
    code: 0,
    stdout: 'vectors: 5 files, 0 changed\n',
  });
  expect(await project.run(['vectors', 'verify'])).toMatchObject({ code: 0 });
});

it('--forget-added forgets nothing that is there', async () => {
  const project = copyOf(added);
  const before = project.read(items);
  expect(await project.run(['vectors', 'generate', '--forget-added'])).toMatchObject({ code: 0 });
  expect(project.read(items)).toBe(before);
  expect(project.read(manifest)).toContain('"added":1');
});

it('writes a file again that never had any', async () => {
  const project = copyOf(added);
  project.write('vectors/order/reads.json', '{}');
  project.remove('vectors/order/refusals.json');
  expect(await project.run(['vectors', 'generate'])).toMatchObject({
    code: 0,
    stdout: 'vectors: 5 files, 2 changed\n',
  });
});

it('counts them also by the lines of a manifest in the middle of a merge', async () => {
  const project = copyOf(added);
  project.replace(manifest, '  "files": {\n', '<<<<<<< ours\n  "files": {\n');
  expect(await project.run(['vectors', 'generate'])).toMatchObject({ code: 0 });
  expect(project.read(manifest)).toBe(added.read(manifest));
  project.replace(manifest, '  "files": {\n', '<<<<<<< ours\n  "files": {\n');
  project.remove(items);
  expect(await project.run(['vectors', 'generate'])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('the manifest counts 1 added vector in it'),
  });
});

it.each([
  ['without a head', '{ "mine": true }\n'],
  ['of another schema', '{ "format": 1, "schema": "invoices" }\n'],
  ['that is no JSON', 'mine\n'],
])('does not write over a file that no manifest lists, %s', async (_what, text) => {
  const project = copyOf(added);
  project.remove('vectors');
  project.write(items, text);
  const { code, stdout, stderr } = await project.run(['vectors', 'generate']);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(
    /^vectors\/order\/items\.json:1:1: error: no manifest lists this file, and it does not say that it holds vectors of "orders" \[vectors-taken\]$/m,
  );
  expect(project.read(items)).toBe(text);
  expect(existsSync(join(project.folder, manifest))).toBe(false);
});
