import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { emptyProject, smallConfig, smallSchema } from './support/project.ts';

/** A schema of which some cases have no place: every member of the second family is also one of the first. */
const crowded = `${smallSchema}      'b_{p}': { type: string, required_members: [a] }
      'b_{p}_x': { type: string }
`;

/** Three texts that are each short enough, and not together. */
const impossible = `${smallSchema}${['a', 'b', 'c'].map((name) => `      ${name}: { type: string, min_length: 150000 }\n`).join('')}`;

it('names the cases that a schema has no place for, and generates and verifies the others', async () => {
  const project = emptyProject();
  project.write('schema.yaml', crowded);
  project.write('itemproof.yaml', smallConfig);
  const { code, stdout, stderr } = await project.run(['vectors', 'generate']);
  expect({ code, stdout }).toEqual({ code: 0, stdout: 'vectors: 5 files, 5 changed\n' });
  const named = stderr.split('\n').filter((line) => line.startsWith('left out: '));
  expect(named[0]).toMatch(/^left out: order\/b-x-name-shortest: \/b_\{p\}_x\/.*only one family explains/);
  const items = project.read('vectors/order/items.json');
  for (const line of named) expect(items).not.toContain(`"${line.split(' ')[2]?.slice(0, -1)}"`);

  const json = await project.run(['vectors', 'generate', '--check', '--json']);
  const events = json.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { readonly type: string; readonly id?: string });
  expect(json.code).toBe(0);
  expect(events.filter(({ type }) => type === 'left-out').map(({ id }) => `left out: ${id}:`)).toEqual(
    named.map((line) => line.split(' ').slice(0, 3).join(' ')),
  );
  expect(json.stderr).not.toContain('left out');

  const verified = await project.run(['vectors', 'verify']);
  expect(verified).toMatchObject({ code: 0, stdout: expect.stringMatching(/ 0 problems\n$/) });
  expect(verified.stderr).not.toContain('left out');
});

it('says where the record type is of which there is no record, and writes nothing', async () => {
  const project = emptyProject();
  project.write('schema.yaml', impossible);
  const options = ['--schema', 'schema.yaml', '--vectors', 'golden'];
  const { code, stdout, stderr } = await project.run(['vectors', 'generate', ...options]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(
    /schema\.yaml:9:3: error: no record of "order" could be made: .*409600 bytes.*\[record-impossible\]\n.*order:/,
  );
  expect(stderr).not.toMatch(/mistake of ours|\n +at /);
  expect(existsSync(join(project.folder, 'golden'))).toBe(false);
});

it('is told so by "check" already', async () => {
  const project = emptyProject();
  project.write('schema.yaml', impossible);
  expect(await project.run(['check'])).toMatchObject({
    code: 2,
    stdout: expect.stringMatching(
      /schema\.yaml:9:3: error: no record of "order" could be made: .*409600 bytes.*\[record-impossible\]\n[\s\S]*1 error/,
    ),
  });
  const { code, stdout } = await project.run(['check', '--json']);
  const events = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as object);
  expect({ code, events }).toMatchObject({
    code: 2,
    events: [
      { type: 'diagnostic', code: 'record-impossible', severity: 'error' },
      { type: 'schema', valid: false },
    ],
  });
});

it.each([['--digest'], ['--json'], ['--json-schema=order']])('has no %s of such a schema', async (what) => {
  const project = emptyProject();
  project.write('schema.yaml', impossible);
  expect(await project.run(['schema', what])).toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringMatching(/schema\.yaml:9:3: error: no record of "order" could be made: .*\n +9 \|/),
  });
});

it('says the same when committed vectors are held against such a schema, and when they are to be tested', async () => {
  const project = emptyProject();
  project.write('schema.yaml', smallSchema);
  const options = ['--schema', 'schema.yaml', '--vectors', 'golden'];
  expect(await project.run(['vectors', 'generate', ...options])).toMatchObject({ code: 0 });
  project.write('schema.yaml', impossible);
  const message = expect.stringContaining('no record of "order" could be made');
  expect(await project.run(['vectors', 'verify', ...options])).toMatchObject({ code: 2, stderr: message });
  expect(await project.run(['self-test', '--schema', 'schema.yaml'])).toMatchObject({ code: 2, stderr: message });
});

it.each([
  [['vectors', 'generate', '--vectors', ''], '--vectors is empty'],
  [['vectors', 'generate', '--vectors='], '--vectors is empty'],
  [['check', ''], 'argument 2 is empty'],
  [['init', ''], 'argument 2 is empty'],
])('an empty argument names no file: %j', async (args, message) => {
  const project = emptyProject();
  project.write('schema.yaml', smallSchema);
  project.write('itemproof.yaml', smallConfig);
  expect(await project.run(args)).toEqual(
    expect.objectContaining({
      code: 2,
      stdout: '',
      stderr: `itemproof: ${message}; say what it is, or leave it out\n`,
    }),
  );
  expect(existsSync(join(project.folder, 'manifest.json'))).toBe(false);
});
