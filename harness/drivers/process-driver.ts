import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer } from '../../src/check/answer.ts';
import { readHello } from '../../src/protocol/hello.ts';
import type { Hello, HelloRequest, Request } from '../../src/protocol/messages.ts';
import { startProcess } from '../process/managed-process.ts';
import type { Driver } from './driver.ts';
import { AdapterSession } from './session.ts';

/** How to start an adapter, and how long to wait for it. Times are in milliseconds. */
export type AdapterOptions = {
  readonly name: string;
  readonly command: readonly string[];
  readonly directory: string;
  readonly environment: NodeJS.ProcessEnv;
  /** For one answer. */
  readonly deadline: number;
  /** For the answer to `hello`, which includes the start of the program. */
  readonly startDeadline: number;
  readonly hello: HelloRequest;
};

/** An adapter could not be brought to take part. A verdict about the adapter, not about the harness. */
export type AdapterFailure = { readonly failure: Exclude<Answer, { kind: 'ok' }>; readonly stderr: string };

const defaultWindow = 64;
/** After this many deaths nothing more is asked. */
const maximumRestarts = 8;
const goodbyeMilliseconds = 3000;

/**
 * Drives an adapter in a process of its own. When it dies or hangs, the requests that were in flight are asked again one
 * at a time in a fresh process, so that exactly the culprit is answered with `crashed` or `timeout`.
 */
export async function startAdapter(options: AdapterOptions): Promise<Driver | AdapterFailure> {
  const first = await openSession(options);
  if ('failure' in first) return first;
  const { hello } = first;
  const window = hello.window ?? defaultWindow;
  const queue: Pending[] = [];
  let session: AdapterSession | undefined = first.session;
  let restarts = 0;
  let stderr = '';
  let closed = false;
  let inFlight = 0;
  let draining: Promise<void> | undefined;

  const pump = (): void => {
    while (!closed && draining === undefined && session !== undefined && inFlight < window) {
      const next = queue.shift();
      if (next === undefined) return;
      inFlight++;
      void send(session, next);
    }
  };

  /** Requests that were in flight when their session ended, in the order in which they were sent. */
  const interrupted: Pending[] = [];

  const send = async (current: AdapterSession, pending: Pending): Promise<void> => {
    const answer = await current.ask(pending.request, options.deadline);
    inFlight--;
    if (current.endedWith(answer) && !closed) {
      interrupted.push({ ...pending, lastAnswer: answer });
      draining ??= recover();
      return;
    }
    pending.settle(answer);
    pump();
  };

  const recover = async (): Promise<void> => {
    await session?.end();
    // Every request of the window learns of the end of the session before any is asked again.
    while (inFlight > 0) await sleep(1);
    const suspects = interrupted.splice(0).sort((left, right) => left.sequence - right.sequence);
    stderr = session?.stderr() ?? stderr;
    session = undefined;
    if (suspects.length === 1) settleCulprit(suspects[0]);
    else for (const suspect of suspects) await askAlone(suspect);
    if (session === undefined) await restart();
    draining = undefined;
    if (session === undefined) giveUp();
    else pump();
  };

  const askAlone = async (suspect: Pending): Promise<void> => {
    if (session === undefined) await restart();
    if (session === undefined) return settleCulprit(suspect);
    const answer = await session.ask(suspect.request, options.deadline);
    if (!session.endedWith(answer)) return suspect.settle(answer);
    await session.end();
    stderr = session.stderr();
    session = undefined;
    suspect.settle(answer);
  };

  const settleCulprit = (suspect: Pending | undefined): void => {
    suspect?.settle(suspect.lastAnswer ?? { kind: 'crashed', detail: 'the adapter could not be started again' });
  };

  const restart = async (): Promise<void> => {
    if (restarts >= maximumRestarts || closed) return;
    restarts++;
    const opened = await openSession(options);
    if ('session' in opened) session = opened.session;
    else stderr = opened.stderr;
  };

  const giveUp = (): void => {
    for (const pending of queue.splice(0)) {
      pending.settle({
        kind: 'crashed',
        detail: `the adapter died ${maximumRestarts} times and was not started again`,
      });
    }
  };

  let sequence = 0;
  return {
    name: options.name,
    hello,
    ask: (request) =>
      new Promise((settle) => {
        if (closed || (session === undefined && draining === undefined)) {
          settle({ kind: 'crashed', detail: 'the adapter is no longer running' });
          return;
        }
        queue.push({ request, settle, sequence: sequence++ });
        pump();
      }),
    stderr: () => session?.stderr() ?? stderr,
    close: async () => {
      closed = true;
      await draining;
      const ending = session;
      session = undefined;
      return ending === undefined ? null : ending.goodbye(goodbyeMilliseconds);
    },
  };
}

type Pending = {
  readonly request: Request;
  readonly settle: (answer: Answer) => void;
  readonly sequence: number;
  readonly lastAnswer?: Answer;
};

async function openSession(
  options: AdapterOptions,
): Promise<{ readonly session: AdapterSession; readonly hello: Hello } | AdapterFailure> {
  const [command = '', ...args] = options.command;
  const process = await startProcess({
    name: options.name,
    command,
    args,
    cwd: options.directory,
    env: options.environment,
    stdin: 'pipe',
  });
  const session = new AdapterSession(process);
  const answer = await session.ask(options.hello, options.startDeadline);
  if (answer.kind === 'ok') {
    const hello = readHello(answer.value);
    if (!('problem' in hello)) return { session, hello };
    await session.end();
    return { failure: { kind: 'protocol-violation', detail: hello.problem }, stderr: session.stderr() };
  }
  await session.end();
  return { failure: answer, stderr: session.stderr() };
}
