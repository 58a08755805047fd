import { expect, it } from 'vitest';
import { type HttpReply, HttpReplyReader } from '../../../harness/stores/http-reply.ts';

/** What is read of an answer that comes in parts of that many bytes. */
function read(text: string, size: number): HttpReply | undefined {
  const reader = new HttpReplyReader();
  const bytes = Buffer.from(text);
  let reply: HttpReply | undefined;
  for (let start = 0; start < bytes.length; start += size) reply = reader.push(bytes.subarray(start, start + size));
  return reply ?? reader.end();
}

it.each([
  [
    'of a known length',
    'HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\n{"a":é',
    { status: 200, text: '{"a":é', keepsOpen: true },
  ],
  [
    'without a body',
    'HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\n\r\n',
    { status: 400, text: '', keepsOpen: true },
  ],
  ['without a reason', 'HTTP/1.1 200\r\ncontent-length:2\r\n\r\n{}', { status: 200, text: '{}', keepsOpen: true }],
  [
    'in chunks',
    'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\n{"a\r\nB;x=y\r\n":"éé12\r"\r\n0\r\n\r\n',
    { status: 200, text: '{"a":"éé12\r"', keepsOpen: true },
  ],
  ['up to the end', 'HTTP/1.1 200 OK\r\n\r\n{}\r\n', { status: 200, text: '{}\r\n', keepsOpen: false }],
  [
    'and no more',
    'HTTP/1.1 200 OK\r\nConnection: close\r\ncontent-length: 2\r\n\r\n{}',
    { status: 200, text: '{}', keepsOpen: false },
  ],
  ['of an old server', 'HTTP/1.0 200 OK\r\ncontent-length: 2\r\n\r\n{}', { status: 200, text: '{}', keepsOpen: false }],
  [
    'of an old server that goes on',
    'HTTP/1.0 200 OK\r\nconnection: Keep-Alive\r\ncontent-length: 2\r\n\r\n{}',
    { status: 200, text: '{}', keepsOpen: true },
  ],
  [
    'after an interim one',
    'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}',
    { status: 200, text: '{}', keepsOpen: true },
  ],
])('reads an answer %s, whatever the parts are in which it comes', (_what, text, expected) => {
  for (const size of [1, 2, 3, 5, 1000]) expect(read(text, size), `${size} bytes at a time`).toEqual(expected);
});

it('reads one answer after the other', () => {
  const reader = new HttpReplyReader();
  for (const text of ['{"n":1}', '{"n":2}']) {
    const reply = reader.push(Buffer.from(`HTTP/1.1 200 OK\r\ncontent-length: 7\r\n\r\n${text}`));
    expect(reply).toEqual({ status: 200, text, keepsOpen: true });
  }
});

it('does not go on with a connection on which more came than was asked for', () => {
  expect(read('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}HTTP', 1000)).toMatchObject({
    text: '{}',
    keepsOpen: false,
  });
});

it.each([
  ['half a head', 'HTTP/1.1 200 OK\r\ncontent-le'],
  ['half a body', 'HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{}'],
  ['half a chunk', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\n{}'],
  ['no last chunk', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2\r\n{}\r\n'],
])('takes %s for no answer', (_what, text) => {
  expect(read(text, 1000)).toBeUndefined();
});

it.each([
  ['another protocol', 'SSH-2.0-OpenSSH_9.9\r\n\r\n'],
  ['a chunk without a size', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nx\r\n{}'],
  ['a chunk of another size', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2\r\n{}}\r\n'],
  ['a head without an end', `HTTP/1.1 200 OK\r\nx: ${'y'.repeat(70_000)}`],
])('refuses %s', (_what, text) => {
  expect(() => read(text, 100_000)).toThrow('it does not answer in HTTP');
});
