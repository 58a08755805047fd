import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer } from '../../src/check/answer.ts';
import { readHello } from '../../src/protocol/hello.ts';
import type { Hello, HelloRequest, Request } from '../../src/protocol/messages.ts';
import { startProcess } from '../process/managed-process.ts';
import type { Driver } from './driver.ts';
import { AdapterSession, describeTrouble, type Trouble } from './session.ts';

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
  /** What it is greeted with. The program starts while that is still being found out. */
  readonly hello: Promise<HelloRequest>;
};

/** An adapter could not be brought to take part. A verdict about the adapter, not about the harness. */
export type AdapterFailure = { readonly failure: Exclude<Answer, { kind: 'ok' }>; readonly stderr: string };

const defaultWindow = 64;
/** After this many new starts nothing more is asked. */
const maximumRestarts = 8;
const goodbyeMilliseconds = 3000;

/**
 * Drives an adapter in a process of its own. When it dies or hangs, the requests that were in flight are asked again one
 * at a time in a fresh process, so that exactly the culprit is answered with `crashed` or `timeout`. When none of them
 * is, what happened is told at the end: no trouble goes by unseen.
 */
export async function startAdapter(options: AdapterOptions): Promise<Driver | AdapterFailure> {
  const first = await openSession(options);
  if ('failure' in first) return first;
  const { hello } = first;
  const window = hello.window ?? defaultWindow;
  // One line at a time would be a system call and two changes of process for each.
  const refillAt = Math.floor(window / 2);
  const queue: Pending[] = [];
  /** Requests that were in flight when their session ended. */
  const interrupted: Pending[] = [];
  /** What happened to sessions and cannot be laid at the door of one request. */
  const complaints: string[] = [];
  const revoked = new Map<Request, Trouble>();
  let session: AdapterSession | undefined = first.session;
  /** Why there is no session any more, and will be none. */
  let finished: Trouble | undefined;
  let restarts = 0;
  let stderr = '';
  let closed = false;
  let inFlight = 0;
  let sequence = 0;
  let draining: Promise<void> | undefined;

  const pump = (): void => {
    while (!closed && draining === undefined && session !== undefined && inFlight < window && queue.length > 0) {
      if (session.over !== undefined) {
        draining = recover(session, session.over);
        return;
      }
      const next = queue.shift();
      if (next === undefined) return;
      inFlight++;
      void send(session, next);
    }
  };

  const send = async (current: AdapterSession, pending: Pending): Promise<void> => {
    const answer = await current.ask(pending.request, options.deadline);
    inFlight--;
    if (current.over === answer && !closed) {
      interrupted.push(pending);
      draining ??= recover(current, current.over);
      return;
    }
    pending.settle(answer);
    if (inFlight <= refillAt) pump();
  };

  const recover = async (ended: AdapterSession, trouble: Trouble): Promise<void> => {
    await retire(ended);
    // Every request of the window learns of the end of the session before any is asked again.
    while (inFlight > 0) await sleep(1);
    const suspects = interrupted.splice(0).sort((left, right) => left.sequence - right.sequence);
    const [only] = suspects;
    // What it wrote too much may belong to an earlier request, and if that is known none of these is to blame; its death
    // belongs to the one that it worked on.
    if (only !== undefined && suspects.length === 1 && trouble.kind !== 'protocol-violation') only.settle(trouble);
    else if (!(await askAgain(suspects, trouble)) && ended.answeredTwice === undefined)
      complaints.push(describeUnblamed(trouble, suspects.length));
    if (session === undefined || session.over !== undefined) await restart(trouble);
    draining = undefined;
    if (finished === undefined) pump();
    else for (const pending of queue.splice(0)) pending.settle(finished);
  };

  /** Whether one of the requests turned out to be the culprit. */
  const askAgain = async (suspects: readonly Pending[], trouble: Trouble): Promise<boolean> => {
    let found = false;
    let latest = trouble;
    const waiting = [...suspects];
    for (let suspect = waiting.shift(); suspect !== undefined; suspect = waiting.shift()) {
      if (session === undefined || session.over !== undefined) {
        latest = session?.over ?? latest;
        await restart(latest);
      }
      if (session === undefined) {
        suspect.settle(finished ?? notRunning);
        continue;
      }
      const answer = await session.ask(suspect.request, options.deadline);
      if (session.over === answer && session.answeredTwice !== undefined) {
        // One before it was answered once more while this one was waiting.
        waiting.unshift(suspect);
        continue;
      }
      suspect.settle(answer);
      found ||= session.over === answer;
    }
    return found;
  };

  const retire = async (ended: AdapterSession): Promise<void> => {
    await ended.end();
    stderr = ended.stderr();
    session = undefined;
    revoke(ended);
  };

  const revoke = ({ answeredTwice, over }: AdapterSession): void => {
    if (answeredTwice !== undefined && over !== undefined) revoked.set(answeredTwice, over);
  };

  /** Starts the adapter again, or says in `finished` why not. */
  const restart = async (trouble: Trouble): Promise<void> => {
    if (session !== undefined) await retire(session);
    if (finished !== undefined || closed) return;
    if (restarts >= maximumRestarts) {
      finish(trouble, `it was started again ${restarts} times, and no more`);
      return;
    }
    restarts++;
    const opened = await openSession(options).catch((error: unknown) => failureOf(error));
    if ('session' in opened) {
      session = opened.session;
      return;
    }
    stderr = opened.stderr;
    finish(trouble, 'it could not be started again');
  };

  const finish = (trouble: Trouble, why: string): void => {
    finished = { ...trouble, detail: `${trouble.detail}; ${why}` };
    complaints.push(`${describeTrouble(trouble)}; ${why}`);
  };

  return {
    name: options.name,
    hello,
    ask: (request) =>
      new Promise((settle) => {
        if (closed || finished !== undefined) {
          settle(finished ?? notRunning);
          return;
        }
        queue.push({ request, settle, sequence: sequence++ });
        pump();
      }),
    gaveUp: (answer) => answer === finished,
    revoked: () => revoked,
    stderr: () => session?.stderr() ?? stderr,
    close: async () => {
      closed = true;
      for (const pending of queue.splice(0)) pending.settle(notRunning);
      await draining;
      const ending = session;
      session = undefined;
      const last = ending === undefined ? null : await ending.goodbye(goodbyeMilliseconds);
      stderr = ending?.stderr() ?? stderr;
      if (ending !== undefined) revoke(ending);
      const all = [...new Set([...complaints, ...(last === null ? [] : [last])])];
      return all.length === 0 ? null : all.join('; it also ');
    },
  };
}

const notRunning: Trouble = { kind: 'crashed', detail: 'the adapter is no longer running' };

/** Trouble that no request repeats when it is asked alone. */
function describeUnblamed(trouble: Trouble, suspects: number): string {
  const then = suspects === 0 ? 'while nothing was asked' : 'and answered the same requests after a new start';
  return `${describeTrouble(trouble)}, ${then}`;
}

type Pending = {
  readonly request: Request;
  readonly settle: (answer: Answer) => void;
  readonly sequence: number;
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
  const greeting = await options.hello.catch(async (error: unknown) => {
    await session.end();
    throw error;
  });
  const answer = await session.ask(greeting, options.startDeadline);
  if (answer.kind === 'ok') {
    const hello = readHello(answer.value);
    if (!('problem' in hello) && session.over === undefined) return { session, hello };
    const failure: Trouble | undefined =
      'problem' in hello ? { kind: 'protocol-violation', detail: hello.problem } : session.over;
    await session.end();
    return { failure: failure ?? notRunning, stderr: session.stderr() };
  }
  await session.end();
  return { failure: answer, stderr: session.stderr() };
}

function failureOf(error: unknown): AdapterFailure {
  return { failure: { kind: 'crashed', detail: String(error) }, stderr: '' };
}
