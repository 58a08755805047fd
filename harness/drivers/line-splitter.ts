import { isUtf8 } from 'node:buffer';

/** A line longer than this, in bytes, is no answer to anything. */
export const maximumLineLength = 32 * 1024 * 1024;

/** A line without its line feed, or why it cannot be read. */
export type Line = string | { readonly problem: string };

const lineFeed = 0x0a;
const tooLong: Line = { problem: `a line of more than ${maximumLineLength / 1024 / 1024} MiB` };
const notUtf8: Line = { problem: 'a line that is not UTF-8' };

/** Cuts a stream of bytes into lines, whatever the chunks are. */
export class LineSplitter {
  #parts: Uint8Array[] = [];
  #length = 0;
  /** Inside a line that was reported as too long, and of which nothing is kept. */
  #skipping = false;

  /** The lines that end in this chunk, and one that is too long as soon as it is. */
  push(chunk: Uint8Array): Line[] {
    const lines: Line[] = [];
    const first = chunk.indexOf(lineFeed);
    this.#keep(first === -1 ? chunk : chunk.subarray(0, first), lines);
    if (first === -1) return lines;
    this.#end(lines);
    const last = chunk.lastIndexOf(lineFeed);
    if (last > first) readLines(chunk.subarray(first + 1, last), lines);
    this.#keep(chunk.subarray(last + 1), lines);
    return lines;
  }

  /** What is left at the end, when the last line has no line feed. */
  rest(): Line {
    const lines: Line[] = [];
    this.#end(lines);
    return lines[0] ?? '';
  }

  #keep(part: Uint8Array, lines: Line[]): void {
    if (this.#skipping || part.length === 0) return;
    this.#parts.push(part);
    this.#length += part.length;
    if (this.#length <= maximumLineLength) return;
    lines.push(tooLong);
    this.#skipping = true;
    this.#parts = [];
  }

  #end(lines: Line[]): void {
    const [only] = this.#parts;
    if (!this.#skipping)
      lines.push(
        only !== undefined && this.#parts.length === 1 ? readLine(only) : readLine(Buffer.concat(this.#parts)),
      );
    this.#skipping = false;
    this.#parts = [];
    this.#length = 0;
  }
}

/** Complete lines of one chunk. They are decoded together: one by one would cost more than the rest of the work. */
function readLines(bytes: Uint8Array, lines: Line[]): void {
  if (isUtf8(bytes) && bytes.length <= maximumLineLength) {
    for (const line of toText(bytes).split('\n')) lines.push(line);
    return;
  }
  let start = 0;
  for (let end = bytes.indexOf(lineFeed); end !== -1; end = bytes.indexOf(lineFeed, start)) {
    lines.push(readLine(bytes.subarray(start, end)));
    start = end + 1;
  }
  lines.push(readLine(bytes.subarray(start)));
}

function readLine(bytes: Uint8Array): Line {
  if (bytes.length > maximumLineLength) return tooLong;
  return isUtf8(bytes) ? toText(bytes) : notUtf8;
}

function toText({ buffer, byteOffset, byteLength }: Uint8Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString('utf8');
}
