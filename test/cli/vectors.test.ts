import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { packagePath } from '../../harness/stores/package-root.ts';
import { binary, environmentWith, itemproof } from '../e2e/support/command.ts';
import { until } from '../e2e/support/processes.ts';
import {
  copyOf,
  emptyProject,
  type Project,
  sharedProjects,
  shippedProject,
  smallProject,
  smallSchema,
} from './support/project.ts';

let small: Project;
let shipped: Project;

const shared = sharedProjects();
afterAll(shared.removeAll);

beforeAll(async () => {
  small = await smallProject(shared.keep);
  shipped = shippedProject(shared.keep);
});

/** Every file of a project's vectors, by its path. */
function vectorsOf({ folder }: Project): { readonly [path: string]: string } {
  const root = join(folder, 'vectors');
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) =>
    statSync(join(root, path)).isFile(),
  );
  return Object.fromEntries(files.sort().map((path) => [path, readFileSync(join(root, path), 'utf8')]));
}

it('the vectors of this repository are what its schema gives', async () => {
  const { code, stdout, stderr } = await itemproof(['vectors', 'generate', '--check']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^vectors\/rate-limits: 60 files are what rate-limits \d+\.\d+\.\d+ gives\n$/);
  expect(await itemproof(['vectors', 'verify'])).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^vectors\/rate-limits: \d+ vectors, 0 problems\n$/),
  });
});

it('generating again changes nothing', async () => {
  const project = copyOf(small);
  const before = vectorsOf(project);
  const { code, stdout } = await project.run(['vectors', 'generate']);
  expect({ code, stdout }).toEqual({ code: 0, stdout: 'vectors: 5 files, 0 changed\n' });
  expect(vectorsOf(project)).toEqual(before);
});

it('schema and vectors may be named without a configuration', async () => {
  const project = emptyProject();
  project.write('orders.yaml', smallSchema);
  const options = ['--schema', 'orders.yaml', '--vectors', 'golden/orders'];
  expect(await project.run(['vectors', 'generate', ...options])).toMatchObject({
    code: 0,
    stdout: 'golden/orders: 5 files, 5 changed\n',
  });
  expect(await project.run(['vectors', 'verify', ...options])).toMatchObject({ code: 0 });
});

it('a change of the schema makes --check fail, which names the files and leaves them alone', async () => {
  const project = copyOf(shipped);
  const before = vectorsOf(project);
  project.replace('schema.yaml', 'sk_pattern: "BUCKET#{resource}#{shard_id}"', 'sk_pattern: "B#{resource}#{shard_id}"');
  const { code, stdout, stderr } = await project.run(['vectors', 'generate', '--check']);
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  expect(stdout.trimEnd().split('\n')).toEqual([
    ...[
      'bucket/items.json',
      'bucket/keys.json',
      'bucket/order.json',
      'bucket/reads.json',
      'bucket/refusals.json',
      'manifest.json',
    ].map((path) => `vectors/${path} is not what the schema gives`),
    'run "itemproof vectors generate" and look at the difference',
  ]);
  expect(vectorsOf(project)).toEqual(before);
  expect(await project.run(['vectors', 'generate'])).toMatchObject({
    code: 0,
    stdout: 'vectors: 60 files, 6 changed\n',
  });
  expect(await project.run(['vectors', 'generate', '--check'])).toMatchObject({ code: 0 });
  expect(await project.run(['vectors', 'verify'])).toMatchObject({ code: 0 });
});

it('what is missing makes --check fail too', async () => {
  const project = copyOf(small);
  project.remove('vectors/order/reads.json');
  const { code, stdout } = await project.run(['vectors', 'generate', '--check']);
  expect(code).toBe(1);
  expect(stdout).toContain('vectors/order/reads.json is not what the schema gives\n');
  expect(await project.run(['vectors', 'generate'])).toMatchObject({
    code: 0,
    stdout: 'vectors: 5 files, 1 changed\n',
  });
  expect(vectorsOf(project)).toEqual(vectorsOf(small));
});

it("a file that no manifest lists is somebody else's, and is left alone", async () => {
  const project = copyOf(small);
  project.write('vectors/customer/items.json', '{}');
  expect(await project.run(['vectors', 'generate'])).toMatchObject({
    code: 0,
    stdout: 'vectors: 5 files, 0 changed\n',
  });
  expect(vectorsOf(project)).toEqual({ ...vectorsOf(small), 'customer/items.json': '{}' });
});

it('a schema that is wrong leaves the vectors alone', async () => {
  const project = copyOf(small);
  project.replace('schema.yaml', 'type: integer', 'type: int');
  expect(await project.run(['vectors', 'generate'])).toMatchObject({ code: 2, stdout: '' });
  expect(vectorsOf(project)).toEqual(vectorsOf(small));
});

it('whenever it is killed, every file is the old one or the new one, and the next time makes it whole', async () => {
  const before = vectorsOf(shipped);
  const finished = copyOf(shipped);
  finished.replace('schema.yaml', '{namespace_id}/BUCKET#', '{namespace_id}/B#');
  finished.replace('schema.yaml', '{namespace_id}/ENTITY#', '{namespace_id}/E#');
  expect(await finished.run(['vectors', 'generate'])).toMatchObject({ code: 0 });
  const after = vectorsOf(finished);

  const project = copyOf(finished);
  for (const [path, text] of Object.entries(before)) writeFileSync(join(project.folder, 'vectors', path), text);
  const preload = ['--require', packagePath('test/fixtures/slow-rename.cjs')];
  const child = spawn(process.execPath, [...preload, binary, 'vectors', 'generate'], {
    cwd: project.folder,
    env: environmentWith(),
    stdio: 'ignore',
  });
  const ended = once(child, 'exit');
  const isNew = ([path, text]: readonly [string, string]): boolean =>
    readFileSync(join(project.folder, 'vectors', path), 'utf8') !== text;
  await until('the first file that is replaced', () => Object.entries(before).some(isNew));
  child.kill('SIGKILL');
  expect(await ended).toEqual([null, 'SIGKILL']);
  expect(Object.entries(before).filter(isNew).length).toBeLessThan(
    Object.keys(after).filter((path) => after[path] !== before[path]).length,
  );
  const torn = Object.entries(vectorsOf(project)).filter(
    ([path, text]) => !/\.(tmp|lock)$/.test(path) && text !== before[path] && text !== after[path],
  );
  expect(torn).toEqual([]);
  expect(await project.run(['vectors', 'generate'])).toMatchObject({ code: 0 });
  expect(vectorsOf(project)).toEqual(after);
});

it('leaves files of others alone', async () => {
  const project = copyOf(small);
  project.write('vectors/README.md', '# Ours\n');
  project.write('vectors/order/draft.json.1.tmp', '{');
  expect(await project.run(['vectors', 'generate'])).toMatchObject({
    code: 0,
    stdout: 'vectors: 5 files, 0 changed\n',
  });
  expect(vectorsOf(project)).toEqual({ ...vectorsOf(small), 'README.md': '# Ours\n', 'order/draft.json.1.tmp': '{' });
});

it.skipIf(process.getuid?.() === 0)('a folder that cannot be written is named', async () => {
  const project = copyOf(small);
  project.replace('schema.yaml', 'maximum: 1000', 'maximum: 1001');
  const folder = join(project.folder, 'vectors', 'order');
  chmodSync(folder, 0o555);
  const { code, stderr } = await project.run(['vectors', 'generate']);
  chmodSync(folder, 0o755);
  expect(code).toBe(3);
  expect(stderr).toBe('itemproof: vectors/order/items.json cannot be written: permission denied [file-unwritable]\n');
});

it.runIf(process.platform === 'linux')('a folder that the system will not have is named', async () => {
  const { code, stderr } = await small.run(['vectors', 'generate', '--vectors', '/proc/vectors']);
  expect(code).toBe(3);
  expect(stderr).toMatch(
    /^itemproof: \/proc\/vectors\/.* cannot be written: its folder cannot be made \[file-unwritable\]\n$/,
  );
});

it('a folder in the place of a file cannot be written, and nothing half-done is left', async () => {
  const project = copyOf(small);
  project.remove('vectors/order/items.json');
  project.write('vectors/order/items.json/x.txt', '');
  const { code, stderr } = await project.run(['vectors', 'generate']);
  expect(code).toBe(2);
  expect(stderr).toBe('itemproof: vectors/order/items.json cannot be read: it is a folder [file-unreadable]\n');
});

it('verify names the vector and the attribute that somebody changed', async () => {
  const project = copyOf(shipped);
  const path = 'vectors/bucket/items.json';
  const text = project.read(path);
  const place = text.indexOf('"ttl":{"N":"') + '"ttl":{"N":"'.length;
  project.write(path, `${text.slice(0, place)}9${text.slice(place)}`);
  const { code, stdout, stderr } = await project.run(['vectors', 'verify']);
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  const [first, ...rest] = stdout.trimEnd().split('\n');
  expect(first).toMatch(/^bucket\/[\w-]+: item differs: at ttl\.N: the vector has "9(\d+)", the schema gives "\1"$/);
  expect(rest.at(-1)).toMatch(/^vectors: \d+ vectors, 2 problems$/);
  const programs = await project.run(['vectors', 'verify', '--json']);
  const events = programs.stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as object);
  expect(events).toMatchObject([
    { type: 'problem', id: expect.stringMatching(/^bucket\//), member: 'item', kind: 'differs' },
    { type: 'problem', member: 'record', kind: 'differs' },
    { type: 'summary', vectors: expect.any(Number), problems: 2 },
  ]);
});

it('verify names a key, and the class of a refusal', async () => {
  const project = copyOf(shipped);
  project.replace('vectors/version/items.json', '"PK":{"S":"_/SYSTEM#"}', '"PK":{"S":"_/SYSTEN#"}');
  project.replace('vectors/version/refusals.json', '"class":"invalid-record"', '"class":"invalid-item"');
  const { code, stdout } = await project.run(['vectors', 'verify']);
  expect(code).toBe(1);
  expect(stdout).toMatch(
    /^version\/[\w-]+: keys differs: at primary\.PK\.S: the vector has "_\/SYSTEN#", the schema gives "_\/SYSTEM#"$/m,
  );
  expect(stdout).toMatch(
    /^version\/[\w-]+: error differs: at class: the vector has "invalid-item", the schema gives "invalid-(record|key)"$/m,
  );
});

it('verify tells of a change that no vector shows', async () => {
  const project = copyOf(small);
  project.replace('vectors/order/items.json', '"description": "', '"description": "Oh: ');
  const { code, stdout } = await project.run(['vectors', 'verify']);
  expect({ code, stdout: stdout.split('\n')[0] }).toEqual({
    code: 1,
    stdout:
      'order/items.json: sha256 differs: the file is not the one that manifest.json describes, though each of its vectors is right',
  });
  // A run does not compare with vectors that somebody changed.
  expect(await project.run(['run'])).toMatchObject({
    code: 2,
    stderr:
      'itemproof: vectors/order/items.json is not the file that vectors/manifest.json describes; "itemproof vectors verify" says what is wrong with it, "itemproof vectors generate" writes it again\n',
  });
});

it('verify says which vectors an old schema wrote', async () => {
  const project = copyOf(small);
  project.replace('schema.yaml', 'maximum: 1000', 'maximum: 900');
  const { code, stdout } = await project.run(['vectors', 'verify']);
  expect(code).toBe(1);
  expect(stdout).toMatch(
    /^order: digest is stale: written for sha256:[0-9a-f]+…, and the record type is now sha256:[0-9a-f]+…$/m,
  );
  expect(stdout.match(/^order: digest is stale/gm)).toHaveLength(1);
  expect(stdout).toMatch(/^order\/[\w-]+: item is stale: the vector has .*1000.*, the schema gives ".*900.*"$/m);
});

it('verify verifies what is not stale as ever', async () => {
  const project = copyOf(shipped);
  project.replace('schema.yaml', 'sk_pattern: "BUCKET#{resource}#{shard_id}"', 'sk_pattern: "B#{resource}#{shard_id}"');
  project.replace('vectors/version/items.json', '"PK":{"S":"_/SYSTEM#"}', '"PK":{"S":"_/SYSTEN#"}');
  const { code, stdout } = await project.run(['vectors', 'verify']);
  expect(code).toBe(1);
  expect(stdout).toMatch(/^bucket: digest is stale: /m);
  expect(stdout).toMatch(/^bucket\/complete: item is stale: /m);
  expect(stdout).toMatch(/^version\/complete: keys differs: /m);
  expect(stdout).not.toMatch(/^version: digest is stale/m);
});

it('a folder without a single vector proves nothing', async () => {
  const project = copyOf(small);
  project.write(
    'vectors/manifest.json',
    project.read('vectors/manifest.json').replace(/"files": \{[\s\S]*\}\n\}\n$/, '"files": {}\n}\n'),
  );
  project.remove('vectors/order');
  expect(await project.run(['vectors', 'verify'])).toMatchObject({
    code: 3,
    stdout: 'vectors: 0 vectors, 0 problems\n',
  });
});

it('generate writes under the folder of its configuration, from wherever it is called', async () => {
  const project = copyOf(small);
  project.remove('vectors');
  const config = join(project.folder, 'itemproof.yaml');
  const { code, stderr } = await itemproof(['vectors', 'generate', '--config', config], {
    directory: packagePath('test'),
  });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(vectorsOf(project)).toEqual(vectorsOf(small));
});
