import { stdin, stdout } from 'node:process';
import type { Readable, Writable } from 'node:stream';
import type { Adapter } from './adapter.ts';
import { Conversation } from './conversation.ts';

/**
 * Takes part in a run: reads requests from standard input, writes answers to standard output, and exits with
 * status 0 when the run is over. Whatever the implementation logs with `console` goes to standard error.
 */
export async function serve(adapter: Adapter): Promise<never> {
  console.log = console.error;
  console.info = console.error;
  console.debug = console.error;
  stdout.on('error', () => process.exit(1));
  await converse(adapter, stdin, stdout);
  // Idle connections of an SDK would keep the process alive.
  process.exit(0);
}

/** {@link serve} over any pair of streams, without the exit; resolves when the conversation is over. */
export async function converse(adapter: Adapter, input: Readable, output: Writable): Promise<void> {
  const conversation = new Conversation(adapter, output);
  let unfinishedLine = '';
  input.setEncoding('utf8');
  for await (const chunk of input) {
    const lines = `${unfinishedLine}${chunk}`.split('\n');
    unfinishedLine = lines.pop() ?? '';
    for (const line of lines) conversation.receive(line);
    if (conversation.isOver) break;
  }
  if (unfinishedLine !== '' && !conversation.isOver) conversation.receive(unfinishedLine);
  await conversation.finish();
}
