import type { Answer } from '../../src/check/answer.ts';
import { type Request, readAnswer } from '../../src/protocol/messages.ts';
import { shortJson } from '../../src/value/json.ts';
import type { ManagedProcess } from '../process/managed-process.ts';
import { commandNotFound, type ProcessExit } from '../process/process-exit.ts';
import { type Line, LineSplitter } from './line-splitter.ts';

type Waiting = {
  readonly settle: (answer: Answer) => void;
  readonly op: Request['op'];
  readonly sentAt: number;
  readonly deadline: number;
};

/** Why nothing more can be asked. */
export type Trouble = Extract<Answer, { detail: string }>;

/** How often deadlines are looked at, in milliseconds. A timer for each request would cost more than the request. */
const deadlineInterval = 50;

/** One life of an adapter: requests and answers over its pipes, matched by id, until it ends. */
export class AdapterSession {
  readonly #adapter: ManagedProcess;
  readonly #waiting = new Map<number, Waiting>();
  readonly #splitter = new LineSplitter();
  readonly #deadlines: NodeJS.Timeout;
  /** Every request so far; the first has the id 1. */
  readonly #asked: Request[] = [];
  #outbox: string[] = [];
  #lastAnswerAt = 0;
  #over: Trouble | undefined;
  #answeredTwice: Request | undefined;

  constructor(adapter: ManagedProcess) {
    this.#adapter = adapter;
    adapter.stdout.on('data', (chunk: Buffer) => {
      for (const line of this.#splitter.push(chunk)) this.#receive(line);
    });
    void adapter.exited.then((exit) =>
      this.#finish({ kind: 'crashed', detail: `${describeExit(exit)}${this.#unfinished()}` }),
    );
    this.#deadlines = setInterval(() => this.#checkDeadlines(), deadlineInterval);
    this.#deadlines.unref();
  }

  /**
   * Asks, and waits at most `deadline` milliseconds. An adapter that works through its requests one by one is not late
   * with those that wait in line, so the time counts from the last answer.
   */
  ask(request: Request, deadline: number): Promise<Answer> {
    return new Promise((settle) => {
      if (this.#over !== undefined) {
        settle(this.#over);
        return;
      }
      const id = this.#asked.push(request);
      this.#waiting.set(id, { settle, op: request.op, sentAt: performance.now(), deadline });
      this.#send(JSON.stringify({ id, ...request }));
    });
  }

  /** Why nothing more can be asked, once that is so. */
  get over(): Trouble | undefined {
    return this.#over;
  }

  /** The request of a case whose second answer ended the session. Its first was given to whoever asked. */
  get answeredTwice(): Request | undefined {
    return this.#answeredTwice;
  }

  stderr(): string {
    return this.#adapter.stderrTail();
  }

  /** Ends the process without ceremony. */
  async end(): Promise<void> {
    clearInterval(this.#deadlines);
    await this.#adapter.stop({ graceMs: 200 });
  }

  /** Says goodbye and waits for the process to exit by itself. Answers what was wrong with its end, or null. */
  async goodbye(milliseconds: number): Promise<string | null> {
    if (this.#over !== undefined) return this.#complaint(this.#over);
    void this.ask({ op: 'bye' }, milliseconds);
    this.#flush();
    this.#adapter.stdin?.end();
    const timer = setTimeout(() => void this.#adapter.stop({ graceMs: 200 }), milliseconds);
    const exit = await this.#adapter.exited;
    clearTimeout(timer);
    clearInterval(this.#deadlines);
    // What it wrote meanwhile counts too; that it ended was asked for.
    const trouble: Trouble | undefined = this.over;
    if (trouble?.kind === 'protocol-violation') return this.#complaint(trouble);
    if (exit.expected) return `did not exit within ${milliseconds} ms of "bye"`;
    return exit.code === 0 ? null : `ended badly after "bye": ${describeExit(exit)}`;
  }

  /** Lines of one turn are written together: one system call instead of many. */
  #send(line: string): void {
    this.#outbox.push(line);
    if (this.#outbox.length === 1) setImmediate(() => this.#flush());
  }

  #flush(): void {
    if (this.#outbox.length === 0) return;
    const text = `${this.#outbox.join('\n')}\n`;
    this.#outbox = [];
    this.#adapter.stdin?.write(text);
  }

  #receive(line: Line): void {
    if (typeof line !== 'string') {
      this.#finish({ kind: 'protocol-violation', detail: line.problem });
      return;
    }
    const text = line.endsWith('\r') ? line.slice(0, -1) : line;
    if (text === '') return;
    const { id, answer } = readAnswer(text);
    const waiting = id === undefined ? undefined : this.#waiting.get(id);
    if (id === undefined || waiting === undefined) {
      this.#refuse(id, answer);
      return;
    }
    this.#waiting.delete(id);
    this.#lastAnswerAt = performance.now();
    waiting.settle(answer);
  }

  /** The start of an answer that it was still writing. */
  #unfinished(): string {
    const rest = this.#splitter.rest();
    return rest === '' ? '' : ` in the middle of ${typeof rest === 'string' ? shortJson(rest, 160) : rest.problem}`;
  }

  /** A line that answers nothing that is open. */
  #refuse(id: number | undefined, answer: Answer): void {
    if (this.#over !== undefined) return;
    const answered = id === undefined ? undefined : this.#asked[id - 1];
    if (answered !== undefined && isCase(answered)) this.#answeredTwice = answered;
    const problem =
      answered === undefined ? `an answer to request ${id}, which is not open` : `${answered.op} was answered twice`;
    const detail = answer.kind === 'protocol-violation' && answered === undefined ? answer.detail : problem;
    this.#finish({ kind: 'protocol-violation', detail });
  }

  /** What a case is blamed for is no complaint besides. */
  #complaint(trouble: Trouble): string | null {
    return this.#answeredTwice === undefined ? describeTrouble(trouble) : null;
  }

  #checkDeadlines(): void {
    const now = performance.now();
    // The map keeps the order of sending, but deadlines may differ; each is looked at.
    for (const { op, sentAt, deadline } of this.#waiting.values()) {
      if (Math.max(sentAt, this.#lastAnswerAt) + deadline > now) continue;
      this.#finish({ kind: 'timeout', detail: `no answer to ${op} within ${deadline / 1000} s` });
      return;
    }
  }

  /** No more answers will come; whoever waits is told. */
  #finish(answer: Trouble): void {
    if (this.#over !== undefined) return;
    this.#over = answer;
    clearInterval(this.#deadlines);
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { settle } of waiting) settle(answer);
    if (answer.kind !== 'crashed') void this.#adapter.stop({ graceMs: 200 });
  }
}

function isCase({ op }: Request): boolean {
  return op !== 'hello' && op !== 'bye';
}

/** What happened, after the name of the adapter. */
export function describeTrouble(trouble: Trouble): string {
  switch (trouble.kind) {
    case 'crashed':
      return `${trouble.detail} before "bye"`;
    case 'timeout':
      return `gave ${trouble.detail}`;
    default:
      return `wrote to standard output what the protocol does not allow: ${trouble.detail}`;
  }
}

function describeExit(exit: ProcessExit): string {
  if (exit.signal !== null) return `was killed by ${exit.signal}`;
  const status = `exited with status ${exit.code ?? 'unknown'}`;
  return commandNotFound(exit) ? `${status}: the program was not found, or may not be executed` : status;
}
