import { connect } from 'node:net';
import { type HttpReply, HttpReplyReader } from './http-reply.ts';

/** A connection that carries one request at a time. */
export type HttpConnection = {
  /** Whether it has carried a request before. Then the other side may close it at this very moment. */
  readonly used: () => boolean;
  /** Whether the answer to the last request had begun. */
  readonly answered: () => boolean;
  /** Sends a request and waits for its answer. Rejects when the connection ends before, or says nothing for too long. */
  readonly exchange: (request: string) => Promise<HttpReply>;
  readonly close: () => void;
};

/** Nothing was heard for as long as an answer may take. */
export class NoAnswer extends Error {}

/**
 * Opens a connection to a server on this machine.
 *
 * @param deadlineMs how long the other side may say nothing while a request is under way
 * @param onEnd is told when no more requests can be sent
 */
export function openConnection(url: URL, deadlineMs: number, onEnd: () => void): HttpConnection {
  const socket = connect({ port: Number(url.port || 80), host: url.hostname.replace(/^\[|\]$/g, ''), noDelay: true });
  const reader = new HttpReplyReader();
  let waiting: { readonly resolve: (reply: HttpReply) => void; readonly reject: (error: Error) => void } | undefined;
  let used = false;

  const settle = (reply: HttpReply): void => {
    const { resolve } = waiting ?? {};
    waiting = undefined;
    socket.setTimeout(0);
    // An idle connection keeps no process alive.
    socket.unref();
    if (!reply.keepsOpen) socket.destroy();
    resolve?.(reply);
  };
  const fail = (error: Error): void => {
    const { reject } = waiting ?? {};
    waiting = undefined;
    socket.destroy();
    reject?.(error);
  };
  socket.on('data', (chunk) => {
    try {
      // What comes without a request belongs to nobody.
      if (waiting === undefined) throw new Error('it answers what was not asked');
      const reply = reader.push(chunk);
      if (reply !== undefined) settle(reply);
    } catch (error) {
      fail(error instanceof Error ? error : new Error(String(error)));
    }
  });
  socket.on('end', () => {
    const reply = waiting === undefined ? undefined : reader.end();
    if (reply !== undefined) settle(reply);
  });
  socket.on('timeout', () => fail(new NoAnswer()));
  socket.on('error', fail);
  socket.on('close', () => {
    fail(new Error('the connection was closed'));
    onEnd();
  });

  return {
    used: () => used,
    answered: () => reader.begun,
    exchange: (request) =>
      new Promise((resolve, reject) => {
        waiting = {
          resolve: (reply) => {
            used = true;
            resolve(reply);
          },
          reject,
        };
        socket.ref();
        socket.setTimeout(deadlineMs);
        socket.write(request);
      }),
    close: () => socket.destroy(),
  };
}
