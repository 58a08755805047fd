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

it('a vector that does not exist is one, whatever is selected', async () => {
  const project = copyOf(small);
  project.write('itemproof.yaml', expecting('order/total-minimun'));
  const { code, stdout } = await project.run(part);
  expect(code).toBe(1);
  expect(stdout).toMatch(/✗ itemproof\.yaml:\d+ lists order\/total-minimun, and there is no such vector; remove it/);
});

it.each([
  ['itemproof.yaml', 'start with "schema:", "vectors:" and "implementations:"'],
  ['known.yaml', 'start with "known:"'],
  ['schema.yaml', 'start with "table:" and "record_types:"'],
  ['vectors/manifest.json', 'run "itemproof vectors generate", which writes it again'],
])('an empty %s is told how to start', async (file, help) => {
  const project = copyOf(small);
  project.write('itemproof.yaml', `${smallConfig}known_files: [known.yaml]\n`);
  project.write('known.yaml', 'known: []\n');
  project.write(file, '');
  expect(await project.run(part)).toMatchObject({
    code: 2,
    stdout: '',
    stderr: `${file}:1:1: error: the file is empty [yaml-syntax]\n  help: ${help}\n`,
  });
});
