import { afterAll, beforeAll, expect, it } from 'vitest';
import { addMine, copyOf, addedTo as items, type Project, sharedProjects, smallProject } from './support/project.ts';

// What would not be the same after it is read and written again: no command reads past it, and none writes it.

const shared = sharedProjects();
afterAll(shared.removeAll);

let added: Project;

beforeAll(async () => {
  added = await smallProject(shared.keep);
  await addMine(added);
});

const damages = [
  ['infinity for a reader', '1e999', 'the number 1e999 would become another one'],
  ['a number of 20 digits', '12345678901234567890', 'the number 12345678901234567890 would become another one'],
  ['half a character', '"a\\ud800"', 'half a character stands alone here'],
] as const;

const readers = [
  ['generate'],
  ['generate', '--check'],
  ['verify'],
  ['lint'],
  ['fmt'],
  ['fmt', '--check'],
  ['list'],
  ['show', 'order/mine'],
  ['coverage'],
  ['export', '--format', 'json'],
].map((args) => ['vectors', ...args]);

it.each(damages)('%s is one located message of every command, and stays as it is', async (_what, value, message) => {
  const project = copyOf(added);
  project.replace(items, '"note":"x\\"y"', `"note":${value}`);
  const before = [project.read(items), project.read('vectors/manifest.json')];
  for (const args of [...readers, ['run']]) {
    const { code, stdout, stderr } = await project.run(args);
    expect({ args, code }).toEqual({ args, code: args[1] === 'lint' ? 1 : 2 });
    const said = `${stdout}${stderr}`;
    expect(said.match(/: error: /g)).toHaveLength(1);
    expect(said).toMatch(/^vectors\/order\/items\.json:\d+:\d+: error: .* \[vector-invalid\]$/m);
    expect(said).toContain(message);
    expect(said).not.toContain('a mistake of ours');
  }
  expect([project.read(items), project.read('vectors/manifest.json')]).toEqual(before);
});

it('add refuses half a character', async () => {
  const options = ['--record-type', 'order', '--kind', 'items', '--description', 'half'];
  const input = '{ "record": { "order_id": "a2", "total": "7", "note": "\\ud800" } }';
  const { code, stdout, stderr } = await added.run(['vectors', 'add', ...options], { input });
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(/^<stdin>:1:55: error: half a character stands alone here.* \[vector-invalid\]$/m);
});

it('generate writes again what the schema gives, whatever became of it', async () => {
  const project = copyOf(added);
  project.replace('vectors/order/reads.json', '"item": {', '"item": {"more":1e999,');
  expect(await project.run(['vectors', 'generate'])).toMatchObject({
    code: 0,
    stdout: 'vectors: 5 files, 1 changed\n',
  });
  expect(project.read('vectors/order/reads.json')).toBe(added.read('vectors/order/reads.json'));
});

it('knows what was added also where its letters are escaped, and nothing counts it', async () => {
  const project = copyOf(added);
  project.replace(items, '"origin": "added"', '"origin": "\\u0061dded"');
  project.replace('vectors/manifest.json', '"added":1,', '');
  expect(await project.run(['vectors', 'generate'])).toMatchObject({ code: 0 });
  expect(project.read(items)).toBe(added.read(items));
  project.replace(items, '"origin": "added"', '"origin": "add\\u0065d"');
  project.replace(items, '"kind": "items"', '"kind": items');
  project.replace('vectors/manifest.json', '"added":1,', '');
  expect(await project.run(['vectors', 'generate'])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('somebody added vectors here'),
  });
});

it('looks at strings of megabytes', async () => {
  const project = copyOf(added);
  project.replace(items, '"note":"x\\"y"', `"note":"${'x'.repeat(10_000_000)}"`);
  for (const verb of ['fmt', 'lint', 'generate']) {
    const { stdout, stderr } = await project.run(['vectors', verb]);
    expect(`${stdout}${stderr}`).not.toContain('a mistake of ours');
  }
});
