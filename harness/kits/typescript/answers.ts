import type { Writable } from 'node:stream';
import type { JsonValue } from './messages.ts';
import { Refusal, type RefusalClass, Unsupported } from './refusals.ts';

/** The id of a request, repeated in its answer. */
export type RequestId = string | number;

/** Writes answers, those of one turn of the event loop in one piece. */
export class Answers {
  readonly #output: Writable;
  #waiting: string[] = [];

  constructor(output: Writable) {
    this.#output = output;
  }

  ok(id: RequestId, result: JsonValue): void {
    this.#addJson({ id, ok: result });
  }

  /** Answers with what was thrown; `invalidClass` is set when it is the implementation's own validation error. */
  failure(id: RequestId, thrown: unknown, invalidClass: RefusalClass | undefined): void {
    if (thrown instanceof Unsupported) this.#addJson({ id, unsupported: thrown.message || 'not supported' });
    else if (thrown instanceof Refusal) this.#error(id, thrown.refusalClass, thrown.message);
    else if (invalidClass !== undefined) this.#error(id, invalidClass, messageOf(thrown));
    else {
      process.stderr.write(`request ${id}: ${thrown instanceof Error ? thrown.stack : String(thrown)}\n`);
      this.#error(id, 'internal', messageOf(thrown));
    }
  }

  /** Resolves once everything is handed to the reader. */
  async flush(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#output.write(this.#takeWaiting(), () => resolve());
    });
  }

  #error(id: RequestId, errorClass: RefusalClass | 'internal', message: string): void {
    this.#addJson({ id, error: { class: errorClass, message } });
  }

  #addJson(answer: JsonValue): void {
    this.#add(`${JSON.stringify(answer)}\n`);
  }

  #add(line: string): void {
    if (this.#waiting.length === 0) setImmediate(() => this.#output.write(this.#takeWaiting()));
    this.#waiting.push(line);
  }

  #takeWaiting(): string {
    const text = this.#waiting.join('');
    this.#waiting = [];
    return text;
  }
}

function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message || thrown.name : String(thrown);
}
