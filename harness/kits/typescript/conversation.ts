import type { Writable } from 'node:stream';
import { type Adapter, introduction, type Operations } from './adapter.ts';
import { Answers, type RequestId } from './answers.ts';
import { dispatch, invalidClass, type RequestJson } from './dispatch.ts';
import type { JsonValue, Session } from './messages.ts';

/** The requests of one run and their answers; many may be under way at once. */
export class Conversation {
  readonly #adapter: Adapter;
  readonly #answers: Answers;
  readonly #pending = new Set<Promise<void>>();
  #operations: Operations | undefined;
  #opening: Promise<JsonValue> | undefined;
  #bye: RequestId | undefined;

  constructor(adapter: Adapter, output: Writable) {
    this.#adapter = adapter;
    this.#answers = new Answers(output);
  }

  /** Whether `bye` was said. */
  get isOver(): boolean {
    return this.#bye !== undefined;
  }

  receive(line: string): void {
    const request = parseRequest(line);
    if (request === undefined) {
      process.stderr.write(`not a request: ${line.slice(0, 200)}\n`);
      return;
    }
    const id = request['id'];
    if (typeof id !== 'number' && typeof id !== 'string') {
      process.stderr.write(`a request without an id: ${line.slice(0, 200)}\n`);
      return;
    }
    if (request['op'] === 'bye') this.#bye = id;
    else this.#answer(id, request);
  }

  /** Waits for what is under way, answers `bye`, and lets the implementation close what it opened. */
  async finish(): Promise<void> {
    while (this.#pending.size > 0) await Promise.all(this.#pending);
    try {
      await this.#operations?.close?.();
      if (this.#bye !== undefined) this.#answers.ok(this.#bye, {});
    } catch (thrown) {
      this.#answers.failure(this.#bye ?? 'end of input', thrown, undefined);
    }
    await this.#answers.flush();
  }

  #answer(id: RequestId, request: RequestJson): void {
    const refuse = (thrown: unknown): void => {
      const isInvalid = this.#adapter.isInvalid?.(thrown) === true;
      this.#answers.failure(id, thrown, isInvalid ? invalidClass(request['op']) : undefined);
    };
    try {
      const result = this.#run(request);
      if (result instanceof Promise) this.#await(result.then((value) => this.#answers.ok(id, value)).catch(refuse));
      else this.#answers.ok(id, result);
    } catch (thrown) {
      refuse(thrown);
    }
  }

  #run(request: RequestJson): JsonValue | Promise<JsonValue> {
    if (request['op'] === 'hello') return this.#open(request);
    if (this.#operations !== undefined) return dispatch(this.#operations, request);
    throw new Error('the first request must be hello, and its answer must be waited for');
  }

  #open(request: RequestJson): Promise<JsonValue> {
    if (request['protocol'] !== 1) throw new Error('this adapter speaks version 1 of the protocol');
    if (this.#opening !== undefined) throw new Error('hello was said before');
    // The schema of the protocol is Itemproof's to keep; an adapter trusts the shape of its hello.
    const session = request as unknown as Session;
    this.#opening = (async () => {
      this.#operations = await this.#adapter.open(session);
      return introduction(this.#adapter, this.#operations);
    })();
    return this.#opening;
  }

  #await(work: Promise<void>): void {
    this.#pending.add(work);
    work.finally(() => this.#pending.delete(work));
  }
}

function parseRequest(line: string): RequestJson | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? (value as RequestJson) : undefined;
  } catch {
    return undefined;
  }
}
