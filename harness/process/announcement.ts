import type { Readable } from 'node:stream';
import { HarnessError } from '../host/harness-error.ts';
import type { ManagedProcess } from './managed-process.ts';
import { commandNotFound, describeExit } from './process-exit.ts';

const longestAnnouncement = 65_536;

/**
 * Waits until a server says that it is ready, and returns the match. That is both faster and surer than asking a port until
 * somebody answers, since the one who answers there may be another process.
 */
export async function announcement(
  server: ManagedProcess,
  stream: 'stdout' | 'stderr',
  pattern: RegExp,
  deadlineMs: number,
): Promise<RegExpExecArray> {
  const listening = listen(server[stream], pattern);
  let timer: NodeJS.Timeout | undefined;
  try {
    return await Promise.race([
      listening.match,
      server.exited.then((exit) => {
        const code = commandNotFound(exit) ? 'command-not-found' : 'process-ended-early';
        throw new HarnessError(code, describeExit(server.name, exit));
      }),
      new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(tooLate(server, deadlineMs)), deadlineMs);
      }),
    ]);
  } finally {
    clearTimeout(timer);
    listening.close();
  }
}

function listen(stream: Readable, pattern: RegExp): { match: Promise<RegExpExecArray>; close: () => void } {
  let heard = '';
  let close = () => {};
  const match = new Promise<RegExpExecArray>((resolve) => {
    const onData = (chunk: Buffer) => {
      heard = (heard + chunk.toString('latin1')).slice(-longestAnnouncement);
      const found = pattern.exec(heard);
      if (found !== null) resolve(found);
    };
    stream.on('data', onData);
    close = () => {
      stream.off('data', onData);
      // Keeps flowing, so that the server never blocks on a full pipe.
      stream.resume();
    };
  });
  return { match, close };
}

function tooLate(server: ManagedProcess, deadlineMs: number): HarnessError {
  const tail = server.stderrTail();
  const said = tail === '' ? 'It wrote nothing to stderr.' : `It wrote to stderr:\n${tail}`;
  return new HarnessError('process-not-ready', `${server.name} was not ready within ${deadlineMs} ms. ${said}`, {
    hint: 'A busy machine may need more time; otherwise run the command by hand to see what it does.',
  });
}
