import { once } from 'node:events';
import { fstatSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { Readable } from 'node:stream';
import { isError, unusable } from './file-errors.ts';
import { takeLock } from './file-lock.ts';
import { HarnessError } from './harness-error.ts';
import type { Files, Host } from './host.ts';
import { readBytes } from './read-bytes.ts';
import { makeFolder, stageFile } from './staged-file.ts';
import { hasWatcher, wantsColour } from './wishes.ts';

/** The host that is this process. */
export function nodeHost(): Host {
  const { env, stdout, stderr } = process;
  const directory = process.cwd();
  return {
    directory,
    environment: env,
    get stdin() {
      return standardInput();
    },
    ...standardOutput(stdout),
    note: (text) => {
      stderr.write(text);
    },
    colour: wantsColour(env, stdout.isTTY === true),
    interactive: hasWatcher(env, stderr.isTTY === true),
    files: nodeFiles(directory),
  };
}

/** Node takes a folder for an input that is empty. */
function standardInput(): Readable {
  if (isFolder(process.stdin.fd)) {
    throw new HarnessError('file-unreadable', 'standard input cannot be read: it is a folder', {
      hint: 'give it a file, or what another command writes',
    });
  }
  return process.stdin;
}

function isFolder(descriptor: number): boolean {
  try {
    return fstatSync(descriptor).isDirectory();
  } catch {
    // Of what is closed, the stream itself knows.
    return false;
  }
}

/**
 * A reader that has seen enough closes the pipe. That says nothing about what was found, so the command goes on and ends
 * with its own status.
 */
function standardOutput(stdout: NodeJS.WriteStream): Pick<Host, 'write' | 'readerGone'> {
  const leaving = new AbortController();
  stdout.on('error', ({ code }: NodeJS.ErrnoException) => {
    if (code === 'EPIPE') leaving.abort();
  });
  return {
    write: async (text) => {
      if (leaving.signal.aborted || stdout.write(text)) return;
      await once(stdout, 'drain', { signal: leaving.signal }).catch((error: unknown) => {
        if (!leaving.signal.aborted && !isError(error, 'EPIPE')) throw error;
      });
    },
    readerGone: () => leaving.signal.aborted,
  };
}

function nodeFiles(directory: string): Files {
  const at = (path: string): string => resolve(directory, path);
  return {
    read: async (path) => {
      const bytes = await ignoringAbsence(readBytes(at(path)), path);
      return bytes === undefined ? undefined : decode(bytes, path);
    },
    readExact: async (path) => {
      const bytes = await ignoringAbsence(readBytes(at(path)), path);
      return bytes === undefined ? undefined : decode(bytes, path, { ignoreBOM: true });
    },
    replace: async (path, text) => (await stageFile(at(path), path, text)).commit(),
    stage: (path, text) => stageFile(at(path), path, text),
    remove: async (path) => {
      await rm(at(path), { force: true }).catch((error: unknown) => {
        throw unusable('file-unwritable', path, error);
      });
    },
    list: async (path) => {
      const root = at(path);
      const entries = await ignoringAbsence(readdir(root, { recursive: true, withFileTypes: true }), path);
      return (entries ?? [])
        .filter((entry) => entry.isFile())
        .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
        .sort();
    },
    exclusively: async (path, work) => {
      const release = await lock(at(path), path);
      try {
        return await work();
      } finally {
        await release();
      }
    },
  };
}

async function lock(target: string, path: string): Promise<() => Promise<void>> {
  try {
    await makeFolder(dirname(target));
    return await takeLock(target, path);
  } catch (error) {
    throw error instanceof HarnessError ? error : unusable('file-unwritable', path, error);
  }
}

function decode(bytes: Uint8Array, path: string, { ignoreBOM = false } = {}): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM }).decode(bytes);
  } catch {
    throw new HarnessError('file-unreadable', `${path} is not UTF-8 text`, { hint: whatToDecode(bytes) });
  }
}

/** What the bytes are instead of UTF-8, or where they stop being that. */
function whatToDecode(bytes: Uint8Array): string {
  const [first = 0, second = 0] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    return 'it is UTF-16: save it as UTF-8';
  // The longest part from the start that is UTF-8, by halves.
  let [good, bad] = [0, bytes.length + 1];
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (startsAsUtf8(bytes.subarray(0, middle)) !== undefined) good = middle;
    else bad = middle;
  }
  // A character that was begun and does not go on is wrong from its first byte.
  while (good > 0 && !isUtf8(bytes.subarray(0, good))) good--;
  const lines = (startsAsUtf8(bytes.subarray(0, good)) ?? '').split('\n');
  const byte = (bytes[good] ?? 0).toString(16).toUpperCase().padStart(2, '0');
  const place = `line ${lines.length}, column ${(lines.at(-1) ?? '').length + 1}`;
  return `the byte 0x${byte} in ${place} is the first that is none: save the file as UTF-8`;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** The text of bytes that may end in the middle of a character, or `undefined` when they are no UTF-8. */
function startsAsUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return undefined;
  }
}

async function ignoringAbsence<Value>(promise: Promise<Value>, path: string): Promise<Value | undefined> {
  try {
    return await promise;
  } catch (error) {
    if (isError(error, 'ENOENT') || isError(error, 'ENOTDIR')) return undefined;
    throw unusable('file-unreadable', path, error);
  }
}
