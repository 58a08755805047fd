import { afterAll, beforeAll, expect, it } from 'vitest';
import { packagePath } from '../../harness/stores/package-root.ts';
import { binary, command } from '../e2e/support/command.ts';
import { copyOf, type Project, sharedProjects, smallProject } from './support/project.ts';

// A reader that closes the pipe (head, less, true) has no say in what a command found.

let small: Project;

const shared = sharedProjects();
afterAll(shared.removeAll);

beforeAll(async () => {
  small = await smallProject(shared.keep);
});

/** The status of a command whose reader is `reader`. */
async function statusBefore(reader: string, project: Project, args: string, input = ''): Promise<string> {
  const script = `"$0" "$1" ${args} | ${reader} >/dev/null; echo "\${PIPESTATUS[0]}"`;
  const { stdout, stderr } = await command('bash', ['-c', script, process.execPath, binary], {
    directory: project.folder,
    input,
  });
  return `${stdout.trim()}${stderr}`;
}

const fixture = (name: string): string => packagePath('test', 'fixtures', 'adapters', name);

it.each(['true', 'head -1'])('a run keeps its findings when its reader is %s', async (reader) => {
  const project = copyOf(small);
  project.write(
    'itemproof.yaml',
    `schema: schema.yaml\nvectors: vectors\nimplementations:\n  mine: { command: [node, ${fixture('hello-with.mjs')}, '{"merge":{"capabilities":{"key.build":true}}}'] }\n`,
  );
  expect(await statusBefore(reader, project, 'run --check key-build')).toBe('1');
  expect(await statusBefore(reader, project, 'run --check key-build --json')).toBe('1');
  expect(await statusBefore(reader, project, 'run --check key-build --implementation reference')).toBe('0');
});

it('so does every other command', async () => {
  const project = copyOf(small);
  project.replace('schema.yaml', 'type: integer', 'type: intger');
  for (const json of ['', ' --json']) expect(await statusBefore('true', project, `check schema.yaml${json}`)).toBe('2');
  const changed = copyOf(small);
  changed.replace('schema.yaml', 'maximum: 1000', 'maximum: 1001');
  expect(await statusBefore('true', changed, 'vectors generate --check')).toBe('1');
});

it('a filter that refused a line, or was left before its end, is not clean', async () => {
  const bad = '{"item":{}}\n';
  for (const count of [1, 20_000])
    expect(await statusBefore('true', small, 'decode --schema schema.yaml', bad.repeat(count))).toMatch(/^[13]$/);
});
