import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { binary, command } from '../e2e/support/command.ts';
import { type Project, sharedProjects, smallProject } from './support/project.ts';

let small: Project;

const shared = sharedProjects();
afterAll(shared.removeAll);

beforeAll(async () => {
  small = await smallProject(shared.keep);
  execFileSync('mkfifo', [join(small.folder, 'pipe')]);
});

/** What a script of a shell gives, in which `"$0" "$1"` is the command. */
function inShell(script: string) {
  return command('bash', ['-c', script, process.execPath, binary], { directory: small.folder, input: '' });
}

it.each([
  ['a file as standard input', '"$0" "$1" check /dev/stdin < schema.yaml'],
  ['a pipe as standard input', 'cat schema.yaml | "$0" "$1" check /dev/stdin'],
  ['a process', '"$0" "$1" check <(head -n 3 schema.yaml; sleep 0.5; tail -n +4 schema.yaml)'],
  ['a named pipe that is written before', 'cat schema.yaml > pipe & "$0" "$1" check pipe'],
  ['a named pipe that is written later', '(sleep 1; cat schema.yaml > pipe) & "$0" "$1" check pipe'],
])('reads %s', async (_what, script) => {
  const { code, stdout, stderr } = await inShell(script);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain(' 0 errors');
});

it.each([
  ['/dev/zero', 'it is neither a file nor a pipe'],
  ['.', 'it is a folder'],
])('does not read %s: %s', async (path, reason) => {
  expect(await inShell(`"$0" "$1" check ${path}`)).toMatchObject({
    code: 2,
    stdout: '',
    stderr: `itemproof: ${path} cannot be read: ${reason} [file-unreadable]\n`,
  });
});

it('takes /dev/null for a file that is empty', async () => {
  expect((await inShell('"$0" "$1" check /dev/null')).stdout).toContain('the file is empty');
});

it.each(['SIGTERM', 'SIGINT'] as const)('ends on %s while nobody writes into a pipe', async (signal) => {
  const child = spawn(process.execPath, [binary, 'check', 'pipe'], { cwd: small.folder, stdio: 'ignore' });
  const exited = once(child, 'exit');
  await sleep(3_000);
  expect(child.exitCode).toBeNull();
  child.kill(signal);
  expect(await exited).toEqual([signal === 'SIGTERM' ? 143 : 130, null]);
});
