import { Agent, type IncomingMessage, request } from 'node:http';
import { HarnessError } from '../host/harness-error.ts';
import { requireLoopback } from './loopback.ts';
import type { StoreConnection } from './store.ts';
import { readReply, type StoreReply } from './store-reply.ts';

/** One DynamoDB request and its answer, as the JSON that goes over the wire. */
export interface StoreWire {
  send(operation: string, body: object): Promise<StoreReply>;
  close(): void;
}

const requestDeadlineMs = 15_000;
const targetPrefix = 'DynamoDB_20120810';
// A request that is sent twice must have the effect of one.
const repeatable = new Set([
  'GetItem',
  'BatchGetItem',
  'PutItem',
  'DeleteItem',
  'BatchWriteItem',
  'ListTables',
  'DescribeTable',
]);

/**
 * Speaks DynamoDB's JSON protocol itself instead of through an SDK: what is stored has to be seen as it is, and the SDK
 * (3.1162) loses the value of an attribute named `__proto__`, decodes base64 leniently and drops JSON nulls. It also keeps
 * the start of a store free of 150 ms of loading an SDK.
 *
 * The requests are not signed: local stores demand the header but do not check it.
 */
export function openWire(connection: StoreConnection): StoreWire {
  const url = requireLoopback(connection.endpoint);
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const scope = `${connection.accessKeyId}/20260101/${connection.region}/dynamodb/aws4_request`;
  const headers = {
    'content-type': 'application/x-amz-json-1.0',
    authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host;x-amz-date;x-amz-target, Signature=${'0'.repeat(64)}`,
    'x-amz-date': '20260101T000000Z',
  };

  const exchange = (operation: string, body: string, mayRepeat: boolean): Promise<StoreReply> =>
    new Promise((resolve, reject) => {
      const target = `${targetPrefix}.${operation}`;
      const outgoing = request(
        url,
        {
          method: 'POST',
          // Nothing but a new connection is sure not to be closed by the other side at this very moment.
          agent: repeatable.has(operation) ? agent : false,
          timeout: requestDeadlineMs,
          headers: { ...headers, 'x-amz-target': target, 'content-length': Buffer.byteLength(body) },
        },
        (incoming) => {
          collect(incoming)
            .then(
              (text) => resolve(readReply(operation, incoming.statusCode ?? 0, text)),
              (cause) => reject(unreachable(operation, url, cause)),
            )
            .catch(reject);
        },
      );
      outgoing.on('timeout', () =>
        outgoing.destroy(
          new HarnessError(
            'store-timeout',
            `The store at ${url.origin} did not answer ${operation} in ${requestDeadlineMs} ms`,
          ),
        ),
      );
      outgoing.on('error', (cause: NodeJS.ErrnoException) => {
        if (cause instanceof HarnessError) reject(cause);
        else if (mayRepeat && outgoing.reusedSocket && cause.code === 'ECONNRESET') {
          exchange(operation, body, false).then(resolve, reject);
        } else reject(unreachable(operation, url, cause));
      });
      outgoing.end(body);
    });

  return {
    send: (operation, body) => exchange(operation, JSON.stringify(body), repeatable.has(operation)),
    close: () => agent.destroy(),
  };
}

async function collect(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

function unreachable(operation: string, url: URL, cause: Error): HarnessError {
  return new HarnessError(
    'store-unreachable',
    `The store at ${url.origin} could not be asked (${operation}): ${cause.message}`,
    {
      cause,
    },
  );
}
