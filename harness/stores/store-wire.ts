import { HarnessError } from '../host/harness-error.ts';
import { type HttpConnection, NoAnswer, openConnection } from './http-connection.ts';
import type { HttpReply } from './http-reply.ts';
import { requireLoopback } from './loopback.ts';
import type { StoreConnection } from './store.ts';
import { readReply, type StoreReply } from './store-reply.ts';

/** One DynamoDB request and its answer, as the JSON that goes over the wire. */
export interface StoreWire {
  send(operation: string, body: object): Promise<StoreReply>;
  close(): void;
}

const requestDeadlineMs = 15_000;
const mostConnections = 64;
// A request that is sent twice must have the effect of one.
const repeatable = new Set(['GetItem', 'PutItem', 'DeleteItem', 'ListTables', 'DescribeTable']);

/**
 * Speaks DynamoDB's JSON protocol itself instead of through an SDK: what is stored has to be seen as it is, and the SDK
 * (3.1162) loses the value of an attribute named `__proto__`, decodes base64 leniently and drops JSON nulls. It also keeps
 * the start of a store free of 150 ms of loading an SDK.
 *
 * The requests are not signed: local stores demand the header but do not check it.
 */
export function openWire(connection: StoreConnection): StoreWire {
  const url = requireLoopback(connection.endpoint);
  const scope = `${connection.accessKeyId}/20260101/${connection.region}/dynamodb/aws4_request`;
  const head = [
    'POST / HTTP/1.1',
    `host: ${url.host}`,
    'content-type: application/x-amz-json-1.0',
    `authorization: AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host;x-amz-date;x-amz-target, Signature=${'0'.repeat(64)}`,
    'x-amz-date: 20260101T000000Z',
    'x-amz-target: DynamoDB_20120810.',
  ].join('\r\n');
  const open = new Set<HttpConnection>();
  const idle: HttpConnection[] = [];
  /** Requests for which there was no connection. */
  const queue: (() => void)[] = [];

  const openOne = (): HttpConnection => {
    const opened: HttpConnection = openConnection(url, requestDeadlineMs, () => {
      open.delete(opened);
      const position = idle.indexOf(opened);
      if (position !== -1) idle.splice(position, 1);
      queue.shift()?.();
    });
    open.add(opened);
    return opened;
  };
  /** Waits for its turn where there are too many already. */
  const take = async (fresh: boolean): Promise<HttpConnection> => {
    const found = fresh ? undefined : idle.pop();
    if (found !== undefined) return found;
    if (open.size < mostConnections) return openOne();
    // Makes room for a new one; otherwise there is none that is idle.
    idle.pop()?.close();
    await new Promise<void>((resolve) => queue.push(resolve));
    return take(fresh);
  };
  const exchange = async (operation: string, request: string, mayRepeat: boolean): Promise<HttpReply> => {
    // Nothing but a new connection is sure not to be closed by the other side at this very moment.
    const taken = await take(!mayRepeat);
    const wasUsed = taken.used();
    try {
      const reply = await taken.exchange(request);
      if (reply.keepsOpen) {
        idle.push(taken);
        queue.shift()?.();
      }
      return reply;
    } catch (error) {
      if (error instanceof NoAnswer) throw noAnswer(operation, url);
      if (wasUsed && mayRepeat && !taken.answered()) return exchange(operation, request, false);
      throw unreachable(operation, url, error);
    }
  };

  return {
    send: async (operation, body) => {
      const text = JSON.stringify(body);
      const request = `${head}${operation}\r\ncontent-length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
      const reply = await exchange(operation, request, repeatable.has(operation));
      return readReply(operation, reply.status, reply.text);
    },
    close: () => {
      for (const each of open) each.close();
    },
  };
}

function noAnswer(operation: string, url: URL): HarnessError {
  return new HarnessError(
    'store-timeout',
    `The store at ${url.origin} did not answer ${operation} in ${requestDeadlineMs} ms`,
  );
}

function unreachable(operation: string, url: URL, cause: unknown): HarnessError {
  const said = cause instanceof Error ? cause.message : String(cause);
  return new HarnessError(
    'store-unreachable',
    `The store at ${url.origin} could not be asked (${operation}): ${said}`,
    {
      cause,
    },
  );
}
