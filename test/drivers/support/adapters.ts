import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Driver } from '../../../harness/drivers/driver.ts';
import { type AdapterFailure, type AdapterOptions, startAdapter } from '../../../harness/drivers/process-driver.ts';
import { packagePath } from '../../../harness/stores/package-root.ts';
import type { Answer } from '../../../src/check/answer.ts';
import { groupsGone } from '../../e2e/support/processes.ts';

/** An adapter of the fixtures, started, and what the test has to know about its processes. */
export type Started = {
  readonly result: Driver | AdapterFailure;
  /** Every process that was ever started for it. */
  readonly pids: () => readonly number[];
  /** A folder of the test's own. */
  readonly folder: string;
};

/** Starts a program of `test/fixtures/adapters`. `FOLDER` in its arguments is the folder of the test. */
export async function start(
  program: string,
  args: readonly string[] = [],
  others: Partial<Pick<AdapterOptions, 'deadline' | 'startDeadline' | 'command'>> = {},
): Promise<Started> {
  const folder = mkdtempSync(join(tmpdir(), 'itemproof-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const pidFile = join(folder, 'pids');
  const result = await startAdapter({
    name: 'fixture',
    command: [
      process.execPath,
      packagePath('test', 'fixtures', 'adapters', program),
      ...args.map((each) => each.replace('FOLDER', folder)),
    ],
    directory: folder,
    environment: { ...process.env, PID_FILE: pidFile },
    // Far more than anything takes that works; what is there to be late is given less.
    deadline: 60_000,
    startDeadline: 60_000,
    ...others,
    hello: Promise.resolve({
      op: 'hello',
      protocol: 1,
      schema: { name: 'x', version: '1', digest: 'sha256:0' },
      store: null,
      now: '2024-01-02T03:04:05Z',
    }),
  });
  return { result, folder, pids: () => readFileSync(pidFile, 'utf8').trim().split('\n').map(Number) };
}

/** Starts a program that has to come as far as its first request. */
export async function startDriver(...parameters: Parameters<typeof start>): Promise<Started & { driver: Driver }> {
  const started = await start(...parameters);
  if ('failure' in started.result) throw new Error(JSON.stringify(started.result));
  return { ...started, driver: started.result };
}

/** Asks so many cases at once, and gives the answers in the order of the cases. */
export function askMany(driver: Driver, count: number, from = 0): Promise<readonly Answer[]> {
  return Promise.all(Array.from({ length: count }, (_, index) => askOne(driver, caseName(from + index))));
}

export function askOne(driver: Driver, text: string): Promise<Answer> {
  return driver.ask({ op: 'key.build', record_type: 'x', record: { case: text } });
}

export function caseName(index: number): string {
  return `case ${index}`;
}

export function echoOf(index: number): Answer {
  return { kind: 'ok', value: { echo: caseName(index) } };
}

/** The answers of an adapter that does everything right, with other ones in some places. */
export function echoes(count: number, others: { readonly [index: number]: unknown } = {}): readonly unknown[] {
  return Array.from({ length: count }, (_, index) => others[index] ?? echoOf(index));
}

/** Waits until nothing is left of these processes, of what they started and of their watchdogs, and fails after a while. */
export function allGone(pids: readonly number[]): Promise<void> {
  // Each adapter leads a process group that has its number.
  return groupsGone(pids);
}
