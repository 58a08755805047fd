import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, it, onTestFinished } from 'vitest';
import { packagePath } from '../../harness/stores/package-root.ts';
import { checks } from '../../src/check/registry.ts';
import { binary, environmentWith, itemproof } from './support/command.ts';
import { expectTotalsToAddUp, type Run, readRun } from './support/events.ts';
import { isHere } from './support/mistaken.ts';
import { fileExists, groupsGone, type Process, processes, startedBy } from './support/processes.ts';

const storeIsKilled =
  /^itemproof: (?:dynoxide|dynalite) \S+ was ended by SIGKILL\. It wrote (?:nothing to stderr\.|to stderr:\n.+) \[store-died\]\n {2}help: what was not compared any more is not run; start it again\n$/s;

it('a store that is killed in the middle of a run ends it with a report of what was compared', async () => {
  const run = await startRun();
  kill(run.started.find(isStore));
  const { code, stdout, stderr } = await run.ended;
  expect({ code, stderr }).toEqual({ code: 3, stderr: expect.stringMatching(storeIsKilled) });
  expect(stderr.match(/itemproof: /g)).toHaveLength(1);
  const { cases, findings, summary } = expectNobodyToBeBlamed(stdout);
  expect(findings).toEqual([]);
  expect(stderr).toContain(String(summary.broken_off));
  expect(summary.passed).toBeGreaterThan(0);
  // The answers of this one had not come yet.
  const heldBack = cases.filter(({ implementation }) => implementation === 'held-back');
  expect(heldBack.length).toBeGreaterThan(100);
  expect(new Set(heldBack.map(({ status }) => status))).toEqual(new Set(['not_run']));
  await run.leavesNothing();
});

it('a store that is killed while adapters start ends the run before anything is written', async () => {
  const run = await startRun({ from: 'hello' });
  const store = run.started.find(isStore);
  kill(store);
  await groupsGone([store?.group ?? 0]);
  run.release();
  const { code, stdout, stderr } = await run.ended;
  expect({ code, stderr }).toEqual({ code: 3, stderr: expect.stringMatching(storeIsKilled) });
  const { cases, findings } = expectNobodyToBeBlamed(stdout);
  expect(findings).toEqual([]);
  const withStore = cases.filter(({ check }) => checks[check].store);
  expect(withStore.length).toBeGreaterThan(100);
  expect(new Set(withStore.map(({ status }) => status))).toEqual(new Set(['not_run']));
  await run.leavesNothing();
});

it('a person sees in the report of such a run that it is not complete, and a run beside it is green', async () => {
  const [run, beside] = await Promise.all([startRun({ output: [] }), startRun()]);
  kill(run.started.find(isStore));
  beside.release();
  const [{ code, stdout, stderr }, other] = await Promise.all([run.ended, beside.ended]);
  expect({ code, stderr }).toEqual({ code: 3, stderr: expect.stringMatching(storeIsKilled) });
  expect(stdout).toMatch(/^Not run \(–\)\n(?: {2}.*\n)* {2}\d+ of .*: the store died before$/m);
  expect(stdout).toMatch(/\n\d+ planned = \d+ passed \+ 0 failed \+ 0 known \+ \d+ not run: the run was broken off\n$/);
  expect({ code: other.code, stderr: other.stderr }).toEqual({ code: 0, stderr: '' });
  const { summary } = readRun(other.stdout);
  expect(summary.passed).toBe(summary.planned);
  expect(summary).not.toHaveProperty('broken_off');
  await Promise.all([run.leavesNothing(), beside.leavesNothing()]);
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

it('programs that were started for a run that makes no sense are ended, and say nothing about it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'itemproof-kill-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  // The name of the folder tells its process from all others.
  const adapter = ['node', packagePath('test/fixtures/adapters/never-answers-hello.mjs'), folder];
  const files = ['schema/domains/rate-limits/schema.yaml', 'vectors/rate-limits'].map((path) =>
    relative(folder, packagePath(path)),
  );
  writeFileSync(
    join(folder, 'itemproof.yaml'),
    `schema: ${files[0]}\nvectors: ${files[1]}\nimplementations:\n  silent: { command: ${JSON.stringify(adapter)} }\n`,
  );
  const { code, stdout, stderr } = await itemproof(['run', '--record-type', 'buckets'], { directory: folder });
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(/^itemproof: there is no record type "buckets"; .*\n$/);
  expect(processes().filter(({ command }) => command.includes(folder))).toEqual([]);
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

/** Every case is counted once; none failed, and those that are not run say that it is the store. */
function expectNobodyToBeBlamed(stdout: string): Run {
  const run = readRun(stdout);
  expectTotalsToAddUp(run);
  const { cases, summary } = run;
  expect(summary).toMatchObject({ failed: 0, known: 0, complaints: [] });
  expect(summary.broken_off).toMatch(/ was ended by SIGKILL\. It wrote /);
  const reasons = cases.flatMap(({ status, reason }) => (status === 'not_run' ? [reason] : []));
  expect(new Set(reasons)).toEqual(new Set(['the store died before']));
  return run;
}

type RunOptions = {
  /** Which of its answers the adapter that is held back gives last. */
  readonly from?: 'hello' | 'cases';
  readonly output?: readonly string[];
};

/** Starts a run in a project of its own, and waits until it is in full swing, or about to begin. */
async function startRun({ from = 'cases', output = ['--json'] }: RunOptions = {}): Promise<RunningRun> {
  const folder = mkdtempSync(join(tmpdir(), 'itemproof-kill-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const [project, signals, temporary] = ['project', 'signals', 'temporary'].map((name) => join(folder, name));
  for (const each of [project, signals, temporary]) mkdirSync(each ?? '');
  if (project === undefined || signals === undefined || temporary === undefined) throw new Error('no folders');
  configure(project, signals, from);
  const child = spawn(
    process.execPath,
    [binary, 'run', ...output, '--record-type', 'bucket', '--record-type', 'version'],
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

function configure(project: string, signals: string, from: string): void {
  const fromHere = (path: string): string => relative(project, packagePath(path));
  const heldBack = [
    'node',
    fromHere('test/fixtures/adapters/held-back.mjs'),
    signals,
    from,
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
