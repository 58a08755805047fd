import { createConnection } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** Whether somebody accepts connections there. */
export function answers(port: number, host = '127.0.0.1'): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ port, host, timeout: 1_000 });
    const end = (connected: boolean) => {
      socket.destroy();
      resolve(connected);
    };
    socket.once('connect', () => end(true));
    socket.once('timeout', () => end(false));
    socket.once('error', () => end(false));
  });
}

/** Resolves with the milliseconds until nobody answered there any more, or fails. */
export async function silentWithin(ms: number, port: number): Promise<number> {
  const start = performance.now();
  while (await answers(port)) {
    if (performance.now() - start > ms) throw new Error(`Port ${port} still answers after ${ms} ms`);
    await sleep(10);
  }
  return performance.now() - start;
}

export function portOf(store: { readonly connection: { readonly endpoint: string } }): number {
  return Number(new URL(store.connection.endpoint).port);
}
