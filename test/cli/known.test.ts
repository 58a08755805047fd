import { afterAll, beforeAll, expect, it } from 'vitest';
import { copyOf, type Project, sharedProjects, smallConfig, smallProject } from './support/project.ts';

// What a configuration expects to fail, when only a part of it is run.

let small: Project;

const shared = sharedProjects();
afterAll(shared.removeAll);

beforeAll(async () => {
  small = await smallProject(shared.keep);
});

const part = ['run', '--implementation', 'reference', '--check', 'key-build', '--vector', 'order/complete'];

const expecting = (vector: string): string =>
  `${smallConfig}known:\n  - { implementation: echo, check: key-build, vectors: [${vector}], reason: It is so on purpose. }\n`;

it('a vector that exists and is not selected is no mistake of the list', async () => {
  const project = copyOf(small);
  project.write('itemproof.yaml', expecting('order/total-minimum'));
  const { code, stdout, stderr } = await project.run(part);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).not.toContain('there is no such vector');
});

it.each<[string, string, string]>([
  [
    'a vector',
    expecting('order/total-minimun'),
    '7:5: error: there is no vector "order/total-minimun" [reference-unknown]',
  ],
  [
    'a record type in a gap',
    `${smallConfig}    gaps: [{ ops: [item.put], record_types: [ordre], reason: It is so on purpose. }]\n`,
    '6:12: error: there is no record type "ordre" [reference-unknown]',
  ],
  [
    'a key in a gap',
    `${smallConfig}    gaps: [{ ops: [key.parse], record_types: [order/primry], reason: It is so on purpose. }]\n`,
    '6:12: error: there is no key of a record type "order/primry" [reference-unknown]',
  ],
  [
    'a capability of a store',
    `${smallConfig}    store_needs: [transaction]\n`,
    '4:3: error: there is no capability of a store "transaction" [reference-unknown]',
  ],
])('%s that does not exist is a mistake of the configuration, whatever is selected', async (_what, config, error) => {
  const project = copyOf(small);
  project.write('itemproof.yaml', config);
  const { code, stdout, stderr } = await project.run(part);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(`itemproof.yaml:${error}\n`);
  expect(stderr).toMatch(/help: did you mean "(order\/total-minimum|order|order\/primary|transactions)"\?\n/);
});

const entry = (vector: string): string =>
  `known:\n  - { implementation: echo, check: key-build, vectors: [${vector}], reason: It is so on purpose. }\n`;

it.each<[string, string, string]>([
  ['in the same words', '[known.yaml, known.yaml]', '6:27: error: known.yaml is listed at itemproof.yaml:6:15 already'],
  ['in other words', '[./known.yaml, known.yaml]', '6:29: error: known.yaml is listed at itemproof.yaml:6:15 already'],
])('a file of known failures that is listed twice, %s, is a mistake', async (_what, files, error) => {
  const project = copyOf(small);
  project.write('itemproof.yaml', `${smallConfig}known_files: ${files}\n`);
  project.write('known.yaml', entry('order/complete'));
  const { code, stdout, stderr } = await project.run(part);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(`itemproof.yaml:${error} [value-conflict]\n`);
  expect(stderr).toMatch(/\n {2}help: remove one of them\n$/);
});

it('a case that two files expect to fail is a mistake, and said with all others', async () => {
  const project = copyOf(small);
  project.write('itemproof.yaml', `${smallConfig}known_files: [a.yaml, b.yaml]\n`);
  project.write('a.yaml', entry('order/complete'));
  project.write('b.yaml', `${entry('order/complete')}more: 1\n`);
  const { code, stderr } = await project.run(part);
  expect(code).toBe(2);
  expect(stderr).toContain('b.yaml:3:1: error: unknown key "more" [unknown-key]\n');
  expect(stderr).toContain(
    'b.yaml:2:5: error: a.yaml:2 expects "echo" to fail key-build of order/complete already [value-conflict]\n',
  );
});

it('a schema that is not there is shown where the configuration names it', async () => {
  const project = copyOf(small);
  project.replace('itemproof.yaml', 'schema: schema.yaml', 'schema: schemata.yaml');
  for (const args of [part, ['vectors', 'generate', '--check']])
    expect(await project.run(args)).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(
        /^itemproof\.yaml:1:9: error: there is no schema file schemata\.yaml \[reference-unknown\]\n(.*\n)* {2}help: correct "schema:", whose path is relative to this file\n$/,
      ),
    });
});

it('paths of a configuration may be absolute', async () => {
  const project = copyOf(small);
  const absolute = smallConfig.replace('schema.yaml', `${project.folder}/schema.yaml`);
  const config = absolute.replace(': vectors', `: ${project.folder}/vectors`);
  project.write('sub/itemproof.yaml', `${config}known_files: [${project.folder}/known.yaml]\n`);
  project.write('known.yaml', 'known: []\n');
  const { code, stderr } = await project.run([...part, '--config', 'sub/itemproof.yaml']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});

it('what a run advises names the configuration that it was given', async () => {
  const project = copyOf(small);
  project.write('other.yaml', project.read('itemproof.yaml'));
  project.replace('schema.yaml', 'maximum: 1000', 'maximum: 1001');
  expect(await project.run(['run', '--config', 'other.yaml'])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('run "itemproof vectors generate --config other.yaml"'),
  });
  expect(await project.run(['run'])).toMatchObject({ stderr: expect.stringContaining('"itemproof vectors generate"') });
});

it.each([
  ['itemproof.yaml', 'start with "schema:", "vectors:" and "implementations:"'],
  ['known.yaml', 'start with "known:"'],
  ['schema.yaml', 'start with "table:" and "record_types:"'],
  [
    'vectors/manifest.json',
    'restore it from version control, or run "itemproof vectors generate", which writes it again unless added vectors would be lost',
  ],
])('an empty %s is told how to start', async (file, help) => {
  const code = file.endsWith('.json') ? 'json-syntax' : 'yaml-syntax';
  const project = copyOf(small);
  project.write('itemproof.yaml', `${smallConfig}known_files: [known.yaml]\n`);
  project.write('known.yaml', 'known: []\n');
  project.write(file, '');
  expect(await project.run(part)).toMatchObject({
    code: 2,
    stdout: '',
    stderr: `${file}:1:1: error: the file is empty [${code}]\n  help: ${help}\n`,
  });
});
