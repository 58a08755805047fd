/** A whole answer to one HTTP request. */
export type HttpReply = {
  readonly status: number;
  readonly text: string;
  /** Whether another request may follow on the same connection. */
  readonly keepsOpen: boolean;
};

const carriageReturn = 0x0d;
const headEnd = '\r\n\r\n';
/** No store sends more before its answer. */
const longestHead = 65_536;

/**
 * Reads the answers of a store, as HTTP/1.1 has them: a body of a known length, or in chunks, or up to the end of the
 * connection. `node:http` reads everything that HTTP allows, which takes three times as much work as all else about a request.
 */
export class HttpReplyReader {
  #bytes: Buffer = Buffer.alloc(0);
  #head: Head | undefined;

  /** Whether any byte of an answer has come. */
  get begun(): boolean {
    return this.#bytes.length > 0 || this.#head !== undefined;
  }

  /** The answer, once all of it is there; then the next one can be read. Throws an `Error` for what is no HTTP. */
  push(chunk: Buffer): HttpReply | undefined {
    this.#bytes = this.#bytes.length === 0 ? chunk : Buffer.concat([this.#bytes, chunk]);
    this.#head ??= this.#readHead();
    if (this.#head === undefined) return undefined;
    const { length } = this.#head;
    if (length === 'chunked') {
      const body = readChunks(this.#bytes);
      return body === undefined ? undefined : this.#finish(body.bytes, body.end);
    }
    if (length === undefined || this.#bytes.length < length) return undefined;
    return this.#finish(this.#bytes.subarray(0, length), length);
  }

  /** The answer that ends with the connection, if that is how it ends. */
  end(): HttpReply | undefined {
    if (this.#head === undefined || this.#head.length !== undefined) return undefined;
    return this.#finish(this.#bytes, this.#bytes.length);
  }

  #readHead(): Head | undefined {
    const end = this.#bytes.indexOf(headEnd);
    if (end === -1) {
      if (this.#bytes.length > longestHead) throw new Error('it does not answer in HTTP');
      return undefined;
    }
    const head = toHead(this.#bytes.toString('latin1', 0, end));
    this.#bytes = this.#bytes.subarray(end + headEnd.length);
    // An interim answer, after which the real one comes.
    return head.status < 200 ? this.#readHead() : head;
  }

  #finish(body: Uint8Array, end: number): HttpReply {
    const { status = 0, length, closes = true } = this.#head ?? {};
    const rest = this.#bytes.length - end;
    // What nobody asked for cannot be told from the next answer.
    const keepsOpen = !closes && length !== undefined && rest === 0;
    this.#head = undefined;
    this.#bytes = Buffer.alloc(0);
    return { status, text: Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('utf8'), keepsOpen };
  }
}

type Head = {
  readonly status: number;
  /** Of the body, in bytes; unknown where it ends with the connection. */
  readonly length: number | 'chunked' | undefined;
  readonly closes: boolean;
};

function toHead(text: string): Head {
  const [first = '', ...lines] = text.split('\r\n');
  const [, minor, status] = /^HTTP\/1\.([01]) (\d{3})(?: |$)/.exec(first) ?? [];
  if (status === undefined) throw new Error('it does not answer in HTTP');
  const headers = new Map(lines.map(toHeader));
  const length = headers.get('content-length');
  const connection = headers.get('connection')?.toLowerCase();
  return {
    status: Number(status),
    length:
      headers.get('transfer-encoding')?.toLowerCase() === 'chunked'
        ? 'chunked'
        : length === undefined
          ? undefined
          : Number(length),
    closes: minor === '0' ? connection !== 'keep-alive' : connection === 'close',
  };
}

function toHeader(line: string): readonly [string, string] {
  const colon = line.indexOf(':');
  return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
}

/** A body in chunks, and where it ends; nothing while it is not whole. */
function readChunks(bytes: Buffer): { readonly bytes: Uint8Array; readonly end: number } | undefined {
  const parts: Buffer[] = [];
  for (let start = 0; ; ) {
    const lineEnd = bytes.indexOf('\r\n', start);
    if (lineEnd === -1) return undefined;
    const size = Number.parseInt(bytes.toString('latin1', start, lineEnd), 16);
    if (!Number.isSafeInteger(size) || size < 0) throw new Error('it does not answer in HTTP: a chunk without a size');
    const from = lineEnd + 2;
    if (bytes.length < from + size + 2) return undefined;
    start = from + size + 2;
    if (bytes[start - 2] !== carriageReturn) throw new Error('it does not answer in HTTP: a chunk of another size');
    if (size === 0) return { bytes: Buffer.concat(parts), end: start };
    parts.push(bytes.subarray(from, from + size));
  }
}
