import type { Readable } from 'node:stream';

/** The end of what a stream said, bounded, so that a chatty process cannot fill the memory. */
export class TextTail {
  readonly #limit: number;
  #chunks: Buffer[] = [];
  #size = 0;

  constructor(limit = 16_384) {
    this.#limit = limit;
  }

  follow(stream: Readable): this {
    stream.on('data', (chunk: Buffer) => this.#add(chunk));
    // A stream that breaks while its process is being killed is no news: the end of the process is reported by itself.
    stream.on('error', () => {});
    return this;
  }

  #add(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#size += chunk.length;
    // Joined only now and then, so that following costs no more than a copy.
    if (this.#size > 4 * this.#limit) {
      this.#chunks = [Buffer.concat(this.#chunks).subarray(-this.#limit)];
      this.#size = this.#limit;
    }
  }

  text(): string {
    return Buffer.concat(this.#chunks).subarray(-this.#limit).toString('utf8').trim();
  }
}
