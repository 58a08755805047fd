import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, it, onTestFinished } from 'vitest';
import { packagePath } from '../../harness/stores/package-root.ts';
import { binary, environmentWith } from './support/command.ts';
import { expectTotalsToAddUp, readRun } from './support/events.ts';
import { isHere } from './support/mistaken.ts';
import { fileExists, groupsGone, type Process, startedBy } from './support/processes.ts';

it('a store that is killed ends the run with one message', async () => {
  const run = await startRun();
  kill(run.started.find(isStore));
  const { code, stdout, stderr } = await run.ended;
  expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
  expect(stderr).toMatch(/^itemproof: (?:dynoxide|dynalite) \S+ was ended by SIGKILL\. /);
  expect(stderr).toMatch(/ \[store-died\]\n {2}help: the run compared nothing after that; start it again\n$/);
  expect(stderr.match(/itemproof: /g)).toHaveLength(1);
  expect(stderr).not.toMatch(/^ +at /m);
  await run.leavesNothing();
});

it.runIf(isHere('python'))('an adapter that is killed is started again or blamed, and the run ends', async () => {
  const run = await startRun();
  kill(run.started.find(({ command }) => command.includes('implementations/python/adapter.py')));
  run.release();
  const { code, stdout, stderr } = await run.ended;
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  const { summary, findings, ...rest } = readRun(stdout);
  expectTotalsToAddUp({ summary, findings, ...rest });
  // Whoever was asked at that moment is blamed; nobody else, and never in silence.
  const crashed = findings.filter(
    ({ problem, implementation }) => problem === 'crashed' && implementation === 'python',
  );
  expect(findings).toEqual(crashed);
  expect(summary.failed).toBeLessThanOrEqual(1);
  if (summary.failed === 0)
    expect(summary.complaints).toEqual([expect.stringMatching(/^python was killed by SIGKILL before "bye", /)]);
  else expect(findings[0]).toMatchObject({ message: 'was killed by SIGKILL' });
  await run.leavesNothing();
});

it.each([
  ['SIGINT', { code: 130, signal: null }],
  ['SIGTERM', { code: 143, signal: null }],
  ['SIGHUP', { code: 129, signal: null }],
  ['SIGKILL', { code: null, signal: 'SIGKILL' }],
] as const)('a run that gets %s takes everything with it', async (signal, end) => {
  const run = await startRun();
  run.child.kill(signal);
  const { code, signal: endedBy, stdout, stderr } = await run.ended;
  expect({ code, signal: endedBy, stdout, stderr }).toEqual({ ...end, stdout: '', stderr: '' });
  await run.leavesNothing();
});

type RunningRun = {
  readonly child: ChildProcess;
  /** The store and the adapters, all of which are at work. */
  readonly started: readonly Process[];
  /** Lets the adapter that is held back go on. */
  readonly release: () => void;
  readonly ended: Promise<{ code: number | null; signal: string | null; stdout: string; stderr: string }>;
  /** Checks that no process and no file of the run is left. */
  readonly leavesNothing: () => Promise<void>;
};

/** Starts a run in a project of its own, and waits until it is in full swing. */
async function startRun(): Promise<RunningRun> {
  const folder = mkdtempSync(join(tmpdir(), 'itemproof-kill-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const [project, signals, temporary] = ['project', 'signals', 'temporary'].map((name) => join(folder, name));
  for (const each of [project, signals, temporary]) mkdirSync(each ?? '');
  if (project === undefined || signals === undefined || temporary === undefined) throw new Error('no folders');
  configure(project, signals);
  const child = spawn(
    process.execPath,
    [binary, 'run', '--json', '--record-type', 'bucket', '--record-type', 'version'],
    {
      cwd: project,
      env: environmentWith({ TMPDIR: temporary, TMP: temporary, TEMP: temporary, CI: undefined }),
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const { pid = 0 } = child;
  const ended = Promise.all([once(child, 'close'), text(child.stdout), text(child.stderr)]).then(
    ([[code, signal], stdout, stderr]) => ({ code, signal, stdout, stderr }),
  );
  await fileExists(join(signals, 'asked'));
  const started = startedBy(pid);
  const expected = 2 + (isHere('python') ? 1 : 0) + (isHere('rust') ? 1 : 0);
  expect(
    started.map(({ command }) => command),
    'the store and the adapters',
  ).toHaveLength(expected);
  expect(started.filter(isStore)).toHaveLength(1);
  return {
    child,
    started,
    release: () => writeFileSync(join(signals, 'go'), ''),
    ended,
    leavesNothing: async () => {
      await groupsGone(started.map(({ group }) => group));
      expect(readdirSync(temporary)).toEqual([]);
      expect(readdirSync(project, { recursive: true })).toEqual(['itemproof.yaml']);
    },
  };
}

function configure(project: string, signals: string): void {
  const fromHere = (path: string): string => relative(project, packagePath(path));
  const heldBack = [
    'node',
    fromHere('test/fixtures/adapters/held-back.mjs'),
    signals,
    'node',
    fromHere('dist/harness/implementations/typescript/rate-limits/adapter.js'),
  ];
  const others = {
    python: [fromHere('.itemproof/venv/bin/python'), fromHere('harness/implementations/python/adapter.py')],
    rust: [fromHere('.itemproof/cargo/debug/rate-limits-adapter')],
  };
  const lines = Object.entries({ 'held-back': heldBack, ...others })
    .filter(([name]) => name === 'held-back' || isHere(name))
    // Nothing but the test ends the waiting.
    .map(([name, command]) => `  ${name}: { command: ${JSON.stringify(command)}, deadline_seconds: 300 }\n`);
  writeFileSync(
    join(project, 'itemproof.yaml'),
    `schema: ${fromHere('schema/domains/rate-limits/schema.yaml')}\nvectors: ${fromHere('vectors/rate-limits')}\nimplementations:\n${lines.join('')}`,
  );
}

function isStore({ command }: Process): boolean {
  return /dynoxide|dynalite-server/.test(command);
}

function kill(found: Process | undefined): void {
  if (found === undefined) throw new Error('there is no such process');
  process.kill(found.pid, 'SIGKILL');
}
