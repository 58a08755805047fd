import { isIPv4 } from 'node:net';
import { HarnessError } from '../host/harness-error.ts';

/** Refuses an endpoint that is not on this machine, before anything is sent to it. */
export function requireLoopback(endpoint: string): URL {
  const url = URL.canParse(endpoint) ? new URL(endpoint) : undefined;
  if (url === undefined || url.protocol !== 'http:') {
    throw new HarnessError(
      'store-endpoint-invalid',
      `The store endpoint ${JSON.stringify(endpoint)} is not an http URL`,
      {
        hint: 'Write it like http://127.0.0.1:8000.',
      },
    );
  }
  if (!isLoopback(url.hostname)) {
    throw new HarnessError('store-not-local', `The store endpoint ${url.origin} is not on this machine`, {
      hint: 'Tables are created and deleted only on loopback endpoints (127.0.0.1, ::1, localhost).',
    });
  }
  return url;
}

function isLoopback(hostname: string): boolean {
  return (isIPv4(hostname) && hostname.startsWith('127.')) || hostname === '[::1]' || hostname === 'localhost';
}
