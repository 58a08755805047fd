import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { copyOf, type Project, sharedProjects, smallProject } from './support/project.ts';

// A manifest lists files of its own folder, and whatever else it lists is neither read nor written nor deleted.

let small: Project;

const shared = sharedProjects();
afterAll(shared.removeAll);

beforeAll(async () => {
  small = await smallProject(shared.keep);
});

const outside: readonly string[] = [
  '../out/items.json',
  '/tmp/items.json',
  'order/../../out/items.json',
  './order/items.json',
  'order/./items.json',
  'order//items.json',
  '..\\out\\items.json',
  '..',
  '',
];

/** A copy of the project, whose manifest lists a file under another path, and where that path leads. */
function listing(path: string): { readonly project: Project; readonly victim: string } {
  const project = copyOf(small);
  const victim = 'out/items.json';
  project.write(victim, project.read('vectors/order/items.json'));
  project.replace('vectors/manifest.json', '"order/items.json"', JSON.stringify(path));
  return { project, victim };
}

const commands: readonly (readonly string[])[] = [
  ['run'],
  ['vectors', 'verify'],
  ['vectors', 'generate'],
  ['vectors', 'list'],
  ['vectors', 'lint'],
  ['vectors', 'fmt'],
];

it.each(outside)('refuses a manifest that lists "%s"', async (path) => {
  const { project } = listing(path);
  const { code, stdout, stderr } = await project.run(['vectors', 'verify']);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr.split('\n')[0]).toBe(
    `vectors/manifest.json:6:5: error: "${path}" cannot be a name here [value-invalid]`,
  );
  expect(stderr).toContain('help: a manifest lists files of its own folder, as "order/items.json"');
});

it.each(commands.map((args) => [args]))('%j says so, and touches nothing', async (args) => {
  const { project, victim } = listing('../out/items.json');
  const before = readdirSync(project.folder, { recursive: true }).sort();
  const manifest = project.read('vectors/manifest.json');
  const { code, stderr } = await project.run(args);
  expect({ code, place: /^vectors\/manifest\.json:6:5: error: /.test(stderr) }).toEqual({ code: 2, place: true });
  expect(project.read('vectors/manifest.json')).toBe(manifest);
  expect(project.read(victim)).toBe(small.read('vectors/order/items.json'));
  expect(readdirSync(project.folder, { recursive: true }).sort()).toEqual(before);
});

it('does not look outside for what was added when the manifest is no JSON any more', async () => {
  const { project, victim } = listing('../out/items.json');
  project.replace('vectors/manifest.json', '{\n', '<<<<<<< ours\n{\n');
  project.replace('vectors/manifest.json', '"../out/items.json": {', '"../out/items.json": {"added":1,');
  expect(await project.run(['vectors', 'generate'])).toMatchObject({ code: 0 });
  expect(project.read('vectors/manifest.json')).toBe(small.read('vectors/manifest.json'));
  expect(existsSync(join(project.folder, victim))).toBe(true);
});

it('takes every path that leads to a file of the folder', async () => {
  const project = copyOf(small);
  project.write('vectors/a folder/größe-1..2.json', project.read('vectors/order/items.json'));
  project.remove('vectors/order/items.json');
  project.replace('vectors/manifest.json', '"order/items.json"', '"a folder/größe-1..2.json"');
  const listed = await project.run(['vectors', 'list', '--kind', 'items']);
  expect(listed).toMatchObject({ code: 0, stdout: (await small.run(['vectors', 'list', '--kind', 'items'])).stdout });
});
