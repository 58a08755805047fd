import { afterAll, beforeAll, expect, it } from 'vitest';
import { addMine, copyOf, addedTo as items, type Project, sharedProjects, smallProject } from './support/project.ts';

// Names of added vectors: an id that two have, and a hazard that is none. Whoever wrote them mended the hashes as well.

const shared = sharedProjects();
afterAll(shared.removeAll);

let added: Project;

beforeAll(async () => {
  added = await smallProject(shared.keep);
  for (const id of ['m1', 'm2']) await addMine(added, id, '--hazard', 'str-json-escape');
});

const quick = ['run', '--implementation', 'reference', '--check', 'key-build'];

it('verify and run take vectors whose names are their own', async () => {
  expect(await added.run(['vectors', 'verify'])).toMatchObject({ code: 0 });
  expect(await added.run(quick)).toMatchObject({ code: 0 });
});

it.each([
  ['an id of another one', '"id": "order/m2"', '"id": "order/m1"', 'order/m1', 'has the id of another one'],
  [
    'a hazard that is none',
    '"description": "mine",\n      "origin": "added",\n      "hazards": ["str-json-escape"]',
    '"description": "mine",\n      "origin": "added",\n      "hazards": ["nope"]',
    'order/m1',
    'is for a hazard that is none, "nope"',
  ],
])('generate, verify and run refuse %s', async (_what, before, after, id, message) => {
  const project = copyOf(added);
  project.replace(items, before, after);
  // Writes the hashes of what is there, and says what is wrong with it.
  const generated = await project.run(['vectors', 'generate']);
  expect(generated).toMatchObject({ code: 1, stdout: 'vectors: 5 files, 1 changed\n' });
  expect(generated.stderr).toContain(`itemproof: the added vector ${id} ${message}\n  help: correct it, `);
  const verified = await project.run(['vectors', 'verify']);
  expect(verified.code).toBe(1);
  expect(verified.stdout).toContain(`${id}: is wrong: vectors/order/items.json:`);
  expect(verified.stdout).toContain(`: the added vector ${id} ${message}\n`);
  const run = await project.run(quick);
  expect(run).toMatchObject({ code: 2, stdout: '' });
  expect(run.stderr).toMatch(/^vectors\/order\/items\.json:\d+:\d+: error: the added vector /m);
  expect(run.stderr).toContain(message);
});
