import { afterAll, beforeAll, expect, it } from 'vitest';
import { binary, command } from '../e2e/support/command.ts';
import { type Project, sharedProjects, smallProject } from './support/project.ts';

let small: Project;

const shared = sharedProjects();
afterAll(shared.removeAll);

beforeAll(async () => {
  small = await smallProject(shared.keep);
});

/** The status of a command whose standard input a shell has taken from `source`, and what it says on standard error. */
async function statusFrom(source: string, args: string): Promise<string> {
  const script = `"$0" "$1" ${args} < ${source} >/dev/null; echo "$?"`;
  const { stdout, stderr } = await command('bash', ['-c', script, process.execPath, binary], {
    directory: small.folder,
    input: '',
  });
  return `${stdout.trim()} ${stderr}`;
}

it.each([
  'encode --schema schema.yaml',
  'decode --schema schema.yaml',
  'vectors add --record-type order --kind items --description x',
])('%s takes no folder for an input that is empty', async (args) => {
  expect(await statusFrom('.', args)).toBe(
    '2 itemproof: standard input cannot be read: it is a folder [file-unreadable]\n  help: give it a file, or what another command writes\n',
  );
});

it('an input that is empty, and a file, are read', async () => {
  expect(await statusFrom('/dev/null', 'encode --schema schema.yaml')).toBe('0 ');
  small.write('line.json', '{}\n');
  expect(await statusFrom('line.json', 'encode --schema schema.yaml')).toBe('1 ');
});
