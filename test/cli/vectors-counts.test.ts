import { afterAll, beforeAll, expect, it } from 'vitest';
import { addMine, copyOf, addedTo as items, type Project, sharedProjects, smallProject } from './support/project.ts';

// The counts of a manifest are what knows of vectors that are gone, so they are compared with the files.

const shared = sharedProjects();
afterAll(shared.removeAll);

const manifest = 'vectors/manifest.json';

let added: Project;

beforeAll(async () => {
  added = await smallProject(shared.keep);
  await addMine(added);
});

const lost = 'restore the file from version control; "itemproof vectors generate --forget-added" goes on';

it.each([
  ['vectors', /"vectors":\d+,"added":1/, '"vectors":7,"added":1', '7 vectors', 'run "itemproof vectors generate"'],
  ['added', /"added":1/, '"added":99', '99 added vectors', lost],
])('verify, lint and run name a wrong number of %s', async (member, pattern, wrong, counted, help) => {
  const project = copyOf(added);
  project.write(manifest, added.read(manifest).replace(pattern, wrong));
  const message = `the manifest counts ${counted} in order/items.json, which has `;
  const verified = await project.run(['vectors', 'verify']);
  expect(verified.code).toBe(1);
  expect(verified.stdout).toContain(`manifest.json: ${member} differs: ${message}`);
  expect(verified.stdout).toContain(`\n${help}`);
  expect(verified.stdout).toMatch(/, 1 problem\n$/);
  const linted = await project.run(['vectors', 'lint']);
  expect(linted.code).toBe(1);
  expect(linted.stdout).toMatch(
    new RegExp(`^vectors/manifest\\.json:6:\\d+: error: ${message}\\d+ \\[vector-invalid\\]$`, 'm'),
  );
  expect(linted.stdout).toContain(`  help: ${help}`);
  expect(await project.run(['run'])).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining(message) });
});

it('verify does not say that all is right where an added vector is gone', async () => {
  const project = copyOf(added);
  const { vectors, ...head } = JSON.parse(project.read(items)) as { vectors: readonly { origin?: string }[] };
  const rest = vectors.filter(({ origin }) => origin !== 'added');
  project.write(items, `${JSON.stringify({ ...head, vectors: rest })}\n`);
  const { code, stdout } = await project.run(['vectors', 'verify']);
  expect(code).toBe(1);
  expect(stdout).toContain('added differs: the manifest counts 1 added vector in order/items.json, which has 0\n');
  expect(stdout).toContain(lost);
  expect(stdout).not.toContain('each of its vectors is right');
});
