import { afterAll, beforeAll, expect, it } from 'vitest';
import { binary, command } from '../e2e/support/command.ts';
import { copyOf, type Project, sharedProjects, smallProject } from './support/project.ts';

// Commands that only look at vectors say when these are not the vectors of the schema.

let small: Project;

const shared = sharedProjects();
afterAll(shared.removeAll);

beforeAll(async () => {
  small = await smallProject(shared.keep);
});

const coverage = ['vectors', 'coverage'];
const exported = ['vectors', 'export', '--format', 'json'];
const warning = /^itemproof: warning: the vectors in vectors were written for another version of the schema; run /;

it('says nothing about vectors of this very schema', async () => {
  for (const args of [coverage, exported])
    expect(await small.run(args), args.join(' ')).toMatchObject({ code: 0, stderr: '' });
  expect(await small.run([...coverage, '--strict'])).toMatchObject({ stderr: '' });
});

it('warns of another version, which is red for coverage --strict', async () => {
  const project = copyOf(small);
  const strict = await project.run([...coverage, '--strict']);
  project.replace('schema.yaml', 'version: 1.0.0', 'version: 1.0.1');
  for (const args of [coverage, exported])
    expect(await project.run(args), args.join(' ')).toMatchObject({ code: 0, stderr: expect.stringMatching(warning) });
  expect(strict.code).toBe(0);
  expect(await project.run([...coverage, '--strict'])).toMatchObject({ code: 1 });
});

it('refuses the folder of another schema', async () => {
  const project = copyOf(small);
  project.replace('schema.yaml', 'name: orders', 'name: invoices');
  const add = ['vectors', 'add', '--record-type', 'order', '--kind', 'items', '--description', 'x', 'case.json'];
  const others = ['generate', 'verify', 'lint', 'fmt'].map((verb) => ['vectors', verb]);
  for (const args of [coverage, exported, ...others, add, ['run']]) {
    const { code, stdout, stderr } = await project.run(args);
    expect({ args, code, stdout }).toEqual({ args, code: 2, stdout: '' });
    expect(stderr.match(/: error: /g)).toHaveLength(1);
    expect(stderr).toMatch(
      /^vectors\/manifest\.json:3:21: error: this folder holds the vectors of "orders", and not of "invoices" \[vectors-taken\]/,
    );
    expect(stderr).toContain(
      'if the schema was called "orders", run "itemproof vectors generate --renamed-from orders"',
    );
  }
});

it.each([
  ['schema.yaml', 'the schema'],
  ['itemproof.yaml', 'the configuration'],
  ['vectors/manifest.json', 'in the folder of the vectors'],
  ['./vectors/order/items.json', 'in the folder of the vectors'],
])('does not export onto %s', async (path, what) => {
  const project = copyOf(small);
  const before = project.read(path);
  expect(await project.run([...exported, '--output', path])).toMatchObject({
    code: 2,
    stdout: '',
    stderr: `itemproof: ${path} is ${what}; name another file with --output\n`,
  });
  expect(project.read(path)).toBe(before);
});

it('advises with the options that were given', async () => {
  const project = copyOf(small);
  project.replace('schema.yaml', 'maximum: 1000', 'maximum: 1001');
  const given = ['--schema', 'schema.yaml', '--vectors', 'vectors'];
  const advice = 'run "itemproof vectors generate --schema schema.yaml --vectors vectors" and look at the difference\n';
  for (const args of [['generate', '--check'], ['verify'], ['coverage']]) {
    const { stdout, stderr } = await project.run(['vectors', ...args, ...given]);
    expect(`${stdout}${stderr}`, args.join(' ')).toContain(advice);
  }
  expect(await project.run(['vectors', 'verify', '--schema', 'schema.yaml', '--vectors', 'none'])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('"itemproof vectors generate --schema schema.yaml --vectors none"'),
  });
});

it('says what is empty, and to leave it out only where that is possible', async () => {
  const options = ['vectors', 'add', '--record-type', 'order', '--kind', 'items'];
  expect(await small.run([...options, '--description', ''])).toMatchObject({
    code: 2,
    stderr: 'itemproof: --description is empty; say what it is\n',
  });
  expect(await small.run([...options, '--description', 'x', '--id='])).toMatchObject({
    code: 2,
    stderr: 'itemproof: --id is empty; say what it is, or leave it out\n',
  });
});

it.runIf(process.platform === 'linux')('says that standard output cannot be written', async () => {
  const script = '"$0" "$1" vectors list > /dev/full';
  const ended = await command('sh', ['-c', script, process.execPath, binary], { directory: small.folder });
  expect(ended).toMatchObject({
    code: 3,
    stderr: 'itemproof: standard output cannot be written: there is no room left [output-unwritable]\n',
  });
});

it('names the line where a merge was not finished', async () => {
  const project = copyOf(small);
  const path = 'vectors/order/items.json';
  project.replace(path, '  "kind"', '<<<<<<< ours\n  "kind"');
  const { code, stdout } = await project.run(['vectors', 'lint']);
  expect(code).toBe(2);
  expect(stdout).toMatch(
    /^vectors\/order\/items\.json:6:1: error: a merge was not finished: "<<<<<<<" marks where two versions differ \[json-syntax\]$/m,
  );
  // What it advises.
  expect(stdout).toContain('"itemproof vectors generate" writes generated vectors again');
  expect(await project.run(['vectors', 'generate'])).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^vectors: \d+ files, 1 changed\n$/),
  });
  expect(project.read(path)).toBe(small.read(path));
});
