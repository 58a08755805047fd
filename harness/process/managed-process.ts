import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Duplex, type Readable, type Writable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { HarnessError } from '../host/harness-error.ts';
import { registerChild } from './child-registry.ts';
import type { ProcessExit } from './process-exit.ts';
import { TextTail } from './text-tail.ts';
import { underWatchdog, watchdogAvailable, watchdogDescriptor } from './watchdog.ts';

export type ProcessCommand = {
  /** What messages call it. */
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly env: NodeJS.ProcessEnv;
  readonly stdin: 'pipe' | 'ignore';
};

/** A child process that does not outlive this one, whatever happens to either. */
export interface ManagedProcess {
  readonly name: string;
  readonly pid: number;
  /** Null when the command was started with `stdin: 'ignore'`. */
  readonly stdin: Writable | null;
  /** Has to be read or resumed: a process blocks on a full pipe. */
  readonly stdout: Readable;
  readonly stderr: Readable;
  /** Resolves when the process has ended, asked or not; never rejects. */
  readonly exited: Promise<ProcessExit>;
  stderrTail(): string;
  /** Asks with SIGTERM, then kills the whole process group; resolves when it is gone. */
  stop(options?: { readonly graceMs?: number }): Promise<ProcessExit>;
}

const defaultGraceMs = 2_000;
// A descendant that left the group may hold the streams open for ever. What the process itself wrote is in them already.
const streamsCloseMs = 500;

export async function startProcess(command: ProcessCommand): Promise<ManagedProcess> {
  const child = spawnInOwnGroup(command);
  const { pid, stdin, stdout, stderr } = child;
  if (pid === undefined || stdout === null || stderr === null) throw await startFailure(child, command);

  const tail = new TextTail().follow(stderr);
  let asked = false;
  let ended = false;
  const kill = (signal: NodeJS.Signals) => {
    // Once the group is gone its number may be anybody's.
    if (!ended) signalGroup(pid, signal);
  };
  const unregister = registerChild(() => {
    asked = true;
    kill('SIGKILL');
  });

  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const exited = new Promise<ProcessExit>((resolve) => {
    child.once('exit', async (code, signal) => {
      const expected = asked;
      kill('SIGKILL'); // what it left behind, and the watchdog
      ended = true;
      unregister();
      child.stdio[watchdogDescriptor]?.destroy();
      await settledWithin(closed, streamsCloseMs);
      // When this one was busy all that time, what is there is read now.
      await nextTurn();
      // Whoever still holds the other end would keep this process from its end.
      for (const stream of [stdin, stdout, stderr]) stream?.destroy();
      resolve({ code, signal, expected, stderrTail: tail.text() });
    });
  });

  const stop = async ({ graceMs = defaultGraceMs }: { readonly graceMs?: number } = {}): Promise<ProcessExit> => {
    asked = true;
    kill('SIGTERM');
    const timer = setTimeout(() => kill('SIGKILL'), graceMs);
    const exit = await exited;
    clearTimeout(timer);
    return exit;
  };

  return { name: command.name, pid, stdin, stdout, stderr, exited, stderrTail: () => tail.text(), stop };
}

function spawnInOwnGroup({ command, args, cwd, env, stdin }: ProcessCommand): ChildProcess {
  const { file, args: fullArgs } = watchdogAvailable
    ? underWatchdog(command, args)
    : { file: command, args: [...args] };
  const child = spawn(file, fullArgs, {
    ...(cwd === undefined ? {} : { cwd }),
    env,
    detached: watchdogAvailable,
    stdio: [stdin, 'pipe', 'pipe', watchdogAvailable ? 'pipe' : 'ignore'],
    windowsHide: true,
  });
  const pipe = child.stdio[watchdogDescriptor];
  if (pipe instanceof Duplex) {
    // Nothing is ever said over it, and its breaking is the end of the child, which is noticed anyway.
    pipe.on('error', () => {});
    if ('unref' in pipe && typeof pipe.unref === 'function') pipe.unref();
  }
  // Writing to a process that has just died is noticed as its end.
  child.stdin?.on('error', () => {});
  return child;
}

async function settledWithin(promise: Promise<void>, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  await Promise.race([
    promise,
    new Promise<void>((resolve) => {
      timer = setTimeout(resolve, ms);
    }),
  ]);
  clearTimeout(timer);
}

async function startFailure(child: ChildProcess, { name, command, cwd }: ProcessCommand): Promise<HarnessError> {
  const [cause] = (await once(child, 'error')) as [Error];
  const place = cwd === undefined ? '' : ` in ${cwd}`;
  return new HarnessError(
    'process-start-failed',
    `${name} could not be started: ${command}${place}: ${cause.message}`,
    {
      hint: 'Check that the command exists, may be executed, and that its working directory exists.',
      cause,
    },
  );
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(watchdogAvailable ? -pid : pid, signal);
  } catch {
    // Already gone. macOS answers EPERM for a group that only holds a zombie.
  }
}
