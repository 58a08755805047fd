import { rmSync } from 'node:fs';
import { mkdir, readlink, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { isError, unusable } from './file-errors.ts';
import type { StagedFile } from './host.ts';

/** What a process that is told to stop would leave behind. */
const removeAtExit = new Set<string>();

process.once('exit', () => {
  for (const path of removeAtExit) rmSync(path, { force: true });
});

/**
 * Writes a text beside the file that it is for.
 *
 * @param shown the path as messages say it
 */
export async function stageFile(path: string, shown: string, text: string): Promise<StagedFile> {
  const target = await targetOf(path);
  const temporary = `${target}.${process.pid}.tmp`;
  const made: string[] = [];
  const discard = async (): Promise<void> => {
    await rm(temporary, { force: true }).catch(() => {});
    removeAtExit.delete(temporary);
    // A folder that somebody has put something into since is not empty, and stays.
    for (const folder of made.toReversed()) await rmdir(folder).catch(() => {});
  };
  const orDiscard = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      await discard();
      throw unusable('file-unwritable', shown, error);
    }
  };
  await orDiscard(async () => {
    await makeFolder(dirname(target), made);
    removeAtExit.add(temporary);
    await writeFile(temporary, text);
  });
  const commit = (): Promise<void> =>
    orDiscard(async () => {
      await rename(temporary, target);
      removeAtExit.delete(temporary);
    });
  return { commit, discard };
}

/** As many symbolic links as Linux follows. */
const mostLinks = 40;

/** Where a path leads to: a symbolic link stays one, and what it leads to is written. */
async function targetOf(path: string, links = mostLinks): Promise<string> {
  const link = links === 0 ? undefined : await readlink(path).catch(() => undefined);
  return link === undefined ? path : targetOf(resolve(dirname(path), link), links - 1);
}

/**
 * Makes a folder and those above it. Node's own way never comes back where the system will not have one, as in /proc.
 *
 * @param made is given those that were not there before, the outermost first
 */
export async function makeFolder(path: string, made: string[] = []): Promise<void> {
  try {
    await mkdir(path);
    made.push(path);
  } catch (error) {
    if (isError(error, 'EEXIST')) return;
    if (!isError(error, 'ENOENT') || dirname(path) === path) throw error;
    await makeFolder(dirname(path), made);
    await mkdir(path).catch((again: unknown) => {
      if (!isError(again, 'EEXIST')) throw again;
    });
    made.push(path);
  }
}
