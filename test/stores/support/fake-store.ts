import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';

/** What a fake store answers an operation with: a body, or a status and a text of any kind. */
type Answer = object | { readonly status: number; readonly text: string };
type Handlers = { readonly [operation: string]: (body: ReturnType<typeof JSON.parse>) => Answer };

/** A server that speaks as much of the protocol as the handlers do, and refuses everything else. */
export async function startFakeStore(handlers: Handlers) {
  const server = createServer(async (incoming, outgoing) => {
    const operation = String(incoming.headers['x-amz-target']).split('.')[1] ?? '';
    const refused = { status: 400, text: '{"__type":"com.amazon.coral.service#UnknownOperationException"}' };
    const answer = handlers[operation]?.(JSON.parse(await bodyOf(incoming))) ?? refused;
    if ('status' in answer && 'text' in answer) outgoing.writeHead(answer.status).end(answer.text);
    else outgoing.end(JSON.stringify(answer));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The fake store has no port');
  return {
    connection: {
      endpoint: `http://127.0.0.1:${address.port}`,
      region: 'us-east-1',
      accessKeyId: 'fake',
      secretAccessKey: 'fake',
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Stores every number as it is written, as several emulators do. */
export function numberPreservingStore() {
  const items = new Map<string, object>();
  const tables = new Set<string>();
  const keyOf = (table: string, { pk }: { pk?: object }) => `${table} ${JSON.stringify(pk)}`;
  const handlers: Handlers = {
    CreateTable: ({ TableName }) => {
      tables.add(TableName);
      return {};
    },
    DescribeTable: ({ TableName }) =>
      tables.has(TableName)
        ? { Table: { TableStatus: 'ACTIVE' } }
        : { status: 400, text: '{"__type":"ResourceNotFoundException"}' },
    DeleteTable: ({ TableName }) => {
      tables.delete(TableName);
      return {};
    },
    PutItem: ({ TableName, Item }) => {
      items.set(keyOf(TableName, Item), Item);
      return {};
    },
    GetItem: ({ TableName, Key }) => ({ Item: items.get(keyOf(TableName, Key)) }),
  };
  return { handlers, tables };
}

async function bodyOf(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
