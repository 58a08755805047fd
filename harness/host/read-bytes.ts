import { close, constants, fstat, open, readFile, type Stats, statSync } from 'node:fs';
import { Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { isatty, ReadStream } from 'node:tty';
import { promisify } from 'node:util';

const openFile = promisify(open);
const closeFile = promisify(close);
const statusOf = promisify(fstat);
const readWhole = promisify(readFile);

/**
 * What is in a file, or what is written into a pipe or a terminal until its end. There it may have to wait for who writes,
 * and a thread that waits would keep this process from its end, whatever signal asks for it; so these are read as
 * connections are.
 */
export async function readBytes(path: string): Promise<Uint8Array> {
  // Windows knows no such flag, and no such pipes.
  const descriptor = await openFile(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  let ours = true;
  try {
    const status = await statusOf(descriptor);
    const terminal = isatty(descriptor);
    if (terminal || status.isFIFO()) {
      ours = false;
      return await buffer(
        terminal ? new ReadStream(descriptor) : new Socket({ fd: descriptor, readable: true, writable: false }),
      );
    }
    if (status.isDirectory()) throw failure('EISDIR', path);
    if (isDevice(status) && !isNothing(status)) throw failure('ENXIO', path);
    return await readWhole(descriptor);
  } finally {
    if (ours) await closeFile(descriptor);
  }
}

function failure(code: string, path: string): Error {
  return Object.assign(new Error(`${code}: ${path}`), { code });
}

/** They may have no end, as /dev/zero. */
function isDevice(status: Stats): boolean {
  return status.isCharacterDevice() || status.isBlockDevice();
}

/** The device that is an empty file. */
function isNothing({ rdev }: Stats): boolean {
  return process.platform === 'win32' || statSync('/dev/null').rdev === rdev;
}
