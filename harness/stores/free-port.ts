import { once } from 'node:events';
import { createServer } from 'node:net';
import { HarnessError } from '../host/harness-error.ts';

/** A port nobody listens on, for servers that cannot choose one themselves. Another process may take it meanwhile. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new HarnessError('no-port', 'No free port was found');
  return address.port;
}
