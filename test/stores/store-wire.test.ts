import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { openWire, type StoreWire } from '../../harness/stores/store-wire.ts';
import { startFakeStore } from './support/fake-store.ts';

/** A server that does with each connection what a test says, and the wire to it. */
async function wireTo(onConnection: (socket: Socket, number: number) => void): Promise<StoreWire> {
  let connections = 0;
  const server: Server = createServer((socket) => {
    socket.on('error', () => {});
    onConnection(socket, ++connections);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return open(`http://127.0.0.1:${address.port}`, () => server.close());
}

function open(endpoint: string, close: () => void): StoreWire {
  const wire = openWire({ endpoint, region: 'us-east-1', accessKeyId: 'a', secretAccessKey: 'b' });
  onTestFinished(() => {
    wire.close();
    close();
  });
  return wire;
}

const answer = 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}';

it('makes many requests over few connections, and gives each its own answer', async () => {
  const store = await startFakeStore({ GetItem: ({ n }: { n: number }) => ({ n, text: 'é'.repeat(n) }) });
  const wire = open(store.connection.endpoint, store.close);
  const numbers = Array.from({ length: 300 }, (_, n) => n);
  const replies = await Promise.all(numbers.map((n) => wire.send('GetItem', { n })));
  expect(replies).toEqual(numbers.map((n) => ({ n, text: 'é'.repeat(n) })));
});

it('asks again where a connection that was used before is closed instead of an answer', async () => {
  let asked = 0;
  const wire = await wireTo((socket, number) => {
    let first = number === 1;
    socket.on('data', () => {
      asked++;
      if (first || number === 2) socket.write(answer);
      else socket.destroy();
      first = false;
    });
  });
  await wire.send('GetItem', {});
  expect(await wire.send('GetItem', {})).toEqual({});
  expect(asked).toBe(3);
});

it('asks once what must not happen twice, on a connection of its own', async () => {
  const used: number[] = [];
  const wire = await wireTo((socket, number) => {
    socket.on('data', () => {
      used.push(number);
      if (number === 1) socket.write(answer);
      else socket.destroy();
    });
  });
  await wire.send('GetItem', {});
  await expect(wire.send('TransactWriteItems', {})).rejects.toMatchObject({
    code: 'store-unreachable',
    message: expect.stringMatching(/could not be asked \(TransactWriteItems\): /),
  });
  expect(used).toEqual([1, 2]);
});

it.each([
  ['is closed at once', (socket: Socket) => socket.destroy()],
  ['is closed in the middle of an answer', (socket: Socket) => socket.end(answer.slice(0, -1))],
  ['speaks something else', (socket: Socket) => socket.write('220 mail\r\n\r\n')],
])('says that a store cannot be asked whose connection %s', async (_what, onData) => {
  const wire = await wireTo((socket) => socket.on('data', () => onData(socket)));
  await expect(wire.send('GetItem', {})).rejects.toMatchObject({ code: 'store-unreachable' });
});

it('says that a store cannot be asked which is not there', async () => {
  const store = await startFakeStore({});
  store.close();
  await expect(open(store.connection.endpoint, () => {}).send('GetItem', {})).rejects.toMatchObject({
    code: 'store-unreachable',
    message: expect.stringContaining('ECONNREFUSED'),
  });
});

it('goes on with another connection where a store closes each after its answer', async () => {
  const wire = await wireTo((socket) => {
    socket.on('data', () => socket.end(answer.replace('\r\n\r\n', '\r\nconnection: close\r\n\r\n')));
  });
  const replies = await Promise.all(Array.from({ length: 100 }, () => wire.send('GetItem', {})));
  expect(replies).toHaveLength(100);
});
