import { StringDecoder } from 'node:string_decoder';

/** A line longer than this is no answer to anything. */
export const maximumLineLength = 32 * 1024 * 1024;

/** Cuts a stream of bytes into lines, whatever the chunks are. A line that never ends is cut off and reported as it is. */
export class LineSplitter {
  readonly #decoder = new StringDecoder('utf8');
  #parts: string[] = [];
  #length = 0;

  /** The lines that end in this chunk. */
  push(chunk: Uint8Array): string[] {
    const text = this.#decoder.write(chunk);
    const pieces = text.split('\n');
    const lines: string[] = [];
    for (const [index, piece] of pieces.entries()) {
      this.#parts.push(piece);
      this.#length += piece.length;
      const last = index === pieces.length - 1;
      if (last && this.#length <= maximumLineLength) continue;
      lines.push(this.#parts.length === 1 ? piece : this.#parts.join(''));
      this.#parts = [];
      this.#length = 0;
    }
    return lines;
  }

  /** What is left at the end, when the last line has no line feed. */
  rest(): string {
    const text = this.#parts.join('') + this.#decoder.end();
    this.#parts = [];
    this.#length = 0;
    return text;
  }
}
