import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { command } from '../e2e/support/command.ts';
import { copyOf, type Project, sharedProjects, smallProject } from './support/project.ts';

// Whose a folder of vectors is, and whether it is whole.

let small: Project;

const shared = sharedProjects();
afterAll(shared.removeAll);

beforeAll(async () => {
  small = await smallProject(shared.keep);
});

const filesIn = ({ folder }: Project): readonly string[] =>
  readdirSync(join(folder, 'vectors'), { recursive: true, encoding: 'utf8' }).sort();

it.each([[['generate']], [['generate', '--check']]])(
  '%j refuses the folder of another schema, and leaves it alone',
  async (args) => {
    const project = copyOf(small);
    project.replace('schema.yaml', 'name: orders', 'name: invoices');
    const before = filesIn(project);
    const { code, stdout, stderr } = await project.run(['vectors', ...args]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(
      /^vectors\/manifest\.json:3:21: error: this folder holds the vectors of "orders", and not of "invoices" \[vectors-taken\]\n/,
    );
    expect(stderr).toContain(
      'help: name another folder with --vectors, as invoices; if the schema was called "orders", run "itemproof vectors generate --renamed-from orders"\n',
    );
    expect(filesIn(project)).toEqual(before);
    expect(project.read('vectors/manifest.json')).toBe(small.read('vectors/manifest.json'));
    expect(await project.run(['vectors', 'generate', '--vectors', 'vectors/../invoices'])).toMatchObject({ code: 0 });
  },
);

it('takes over the vectors of a schema that has another name now, with what was added to them', async () => {
  const project = copyOf(small);
  const file = 'vectors/order/items.json';
  project.write('case.json', '{ "record": { "order_id": "mine", "total": "7" } }');
  const add = ['vectors', 'add', '--record-type', 'order', '--kind', 'items', '--description', 'mine', 'case.json'];
  expect(await project.run(add)).toMatchObject({ code: 0 });
  project.replace('schema.yaml', 'name: orders', 'name: invoices');
  const renamed = ['vectors', 'generate', '--renamed-from'];
  expect(await project.run([...renamed, 'order'])).toMatchObject({ code: 2 });
  expect(await project.run([...renamed, 'orders', '--check'])).toMatchObject({ code: 1 });
  expect(await project.run([...renamed, 'orders'])).toMatchObject({ code: 0 });
  expect(JSON.parse(project.read('vectors/manifest.json')).schema.name).toBe('invoices');
  expect(JSON.parse(project.read(file)).vectors.at(-1)).toMatchObject({ id: 'order/mine', origin: 'added' });
  expect(await project.run(['vectors', 'verify'])).toMatchObject({ code: 0 });
  expect(await project.run(['vectors', 'generate', '--check'])).toMatchObject({ code: 0 });
});

it('refuses a manifest of another program, of which it knows nothing', async () => {
  const project = copyOf(small);
  project.remove('vectors');
  project.write('vectors/manifest.json', '{ "name": "a page", "icons": [] }\n');
  expect(await project.run(['vectors', 'generate'])).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(
      /^vectors\/manifest\.json:1:1: error: this is no manifest of vectors \[vectors-taken\]/,
    ),
  });
  expect(filesIn(project)).toEqual(['manifest.json']);
});

it('refuses the folder of another schema also where its manifest is from another version of Itemproof', async () => {
  const project = copyOf(small);
  project.replace('schema.yaml', 'name: orders', 'name: invoices');
  project.replace('vectors/manifest.json', '"format": 1', '"format": 0');
  expect(await project.run(['vectors', 'generate'])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('this folder holds the vectors of "orders"'),
  });
});

it.each([
  ['damaged, as by a merge', '<<<<<<< ours\n'],
  ['without the hash of the whole', '{ "format": 1, "schema": { "name": "orders" }, "files": {} }\n'],
])('writes a manifest of its own again that is %s', async (_what, manifest) => {
  const project = copyOf(small);
  project.write('vectors/manifest.json', manifest);
  project.write('vectors/notes/items.json', '{}');
  expect(await project.run(['vectors', 'generate'])).toMatchObject({ code: 0 });
  expect(project.read('vectors/manifest.json')).toBe(small.read('vectors/manifest.json'));
  expect(project.read('vectors/notes/items.json')).toBe('{}');
});

it('deletes nothing in a folder that was never its own', async () => {
  const project = copyOf(small);
  project.remove('vectors');
  const foreign = { 'vectors/README.md': '# Mine', 'vectors/order/draft.json': '[]', 'vectors/other/items.json': '{}' };
  for (const [path, text] of Object.entries(foreign)) project.write(path, text);
  expect(await project.run(['vectors', 'generate'])).toMatchObject({
    code: 0,
    stdout: 'vectors: 5 files, 5 changed\n',
  });
  expect(await project.run(['vectors', 'generate'])).toMatchObject({
    code: 0,
    stdout: 'vectors: 5 files, 0 changed\n',
  });
  for (const [path, text] of Object.entries(foreign)) expect(project.read(path)).toBe(text);
});

const sums =
  "find . -mindepth 2 -name '*.json' | cut -c3- | LC_ALL=C sort | xargs sha256sum | sha256sum | cut -d' ' -f1";

it('sha256sum computes the hash of the whole suite', async () => {
  const { suite_sha256: written } = JSON.parse(small.read('vectors/manifest.json')) as { suite_sha256: string };
  const directory = join(small.folder, 'vectors');
  expect((await command('sh', ['-c', sums], { directory })).stdout).toBe(`${written}\n`);
});

it('run and verify name a manifest that is not at one with itself', async () => {
  const project = copyOf(small);
  const before = JSON.parse(project.read('vectors/manifest.json')) as { suite_sha256: string };
  project.replace('vectors/manifest.json', before.suite_sha256, '0'.repeat(64));
  expect(await project.run(['run'])).toMatchObject({
    code: 2,
    stdout: '',
    stderr:
      'itemproof: vectors/manifest.json lists other files than its suite_sha256 is of; "itemproof vectors verify" says what is wrong, "itemproof vectors generate" writes it again\n',
  });
  expect(await project.run(['vectors', 'verify'])).toMatchObject({
    code: 1,
    stdout: expect.stringMatching(
      /^manifest\.json: suite_sha256 differs: it is not the hash of the files that the manifest lists\n/,
    ),
  });
  // Form is mended without making a wrong set of files a right one.
  project.write('vectors/manifest.json', project.read('vectors/manifest.json').replace('"format": 1', '"format":1'));
  expect(await project.run(['vectors', 'fmt'])).toMatchObject({ code: 0 });
  expect(await project.run(['vectors', 'verify'])).toMatchObject({ code: 1 });
  expect(await project.run(['vectors', 'generate'])).toMatchObject({ code: 0 });
  expect(await project.run(['vectors', 'verify'])).toMatchObject({ code: 0 });
});

it('a file that is taken out of the manifest does not go unnoticed', async () => {
  const project = copyOf(small);
  project.remove('vectors/order/reads.json');
  project.write(
    'vectors/manifest.json',
    project.read('vectors/manifest.json').replace(/^ {4}"order\/reads\.json": .*\n/m, ''),
  );
  expect(await project.run(['run'])).toMatchObject({ code: 2, stderr: expect.stringContaining('suite_sha256') });
});

it('fmt keeps the hash of a suite whose files it brings back into their form', async () => {
  const project = copyOf(small);
  const path = 'vectors/order/items.json';
  const hash = async (file: string): Promise<string> =>
    (await command('sha256sum', [file], { directory: project.folder })).stdout.slice(0, 64);
  // As if somebody had written the file in another form, and the manifest for it.
  const before = await hash(path);
  project.replace(path, '"format": 1', '"format":1');
  project.replace('vectors/manifest.json', before, await hash(path));
  const directory = join(project.folder, 'vectors');
  const whole = (await command('sh', ['-c', sums], { directory })).stdout.trim();
  const { suite_sha256: written } = JSON.parse(project.read('vectors/manifest.json')) as { suite_sha256: string };
  project.replace('vectors/manifest.json', written, whole);
  expect(await project.run(['vectors', 'fmt'])).toMatchObject({ code: 0, stdout: 'vectors: 5 files, 2 changed\n' });
  expect(project.read('vectors/manifest.json')).toBe(small.read('vectors/manifest.json'));
});
