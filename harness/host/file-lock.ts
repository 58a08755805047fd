import { rmSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { HarnessError } from './harness-error.ts';

/** How long a command waits for another one, in milliseconds: far longer than one writes. */
const defaultPatience = 10_000;

const pause = 25;

/**
 * Makes a lock file, which says who holds it, or waits until its holder has removed it. What a process left that is no
 * longer there is taken away.
 *
 * @param path of the lock file; its folder is there
 * @param shown the path as messages say it
 * @returns what removes it again
 * @throws HarnessError `file-locked` when somebody else holds it all the time; errors of the file system as they are
 */
export async function takeLock(path: string, shown: string, patience = defaultPatience): Promise<() => Promise<void>> {
  const mine = `${process.pid} ${hostname()}\n`;
  for (const end = Date.now() + patience; !(await create(path, mine)); await sleep(pause)) {
    await removeStale(path);
    if (Date.now() < end) continue;
    const owner = await ownerOf(path);
    const who = owner === undefined ? 'another process' : `process ${owner.pid} on ${owner.host}`;
    throw new HarnessError('file-locked', `${shown}: ${who} has been writing here for ${patience / 1000} s`, {
      hint: `wait until it has ended, and try again; remove ${shown} if there is no such process`,
    });
  }
  // Whoever is told to stop in between still takes it away.
  const atExit = (): void => rmSync(path, { force: true });
  process.once('exit', atExit);
  return async () => {
    process.off('exit', atExit);
    await rm(path, { force: true });
  };
}

/** Makes a file that is not there; `false` when it is. */
async function create(path: string, text: string): Promise<boolean> {
  try {
    await writeFile(path, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Removes a lock whose process is gone. Only one process at a time may do that: a second one that had read the same owner
 * would remove the lock that somebody has taken since.
 */
async function removeStale(path: string): Promise<void> {
  if (!isOwnerGone(await ownerOf(path))) return;
  const guard = `${path}.stale`;
  if (!(await create(guard, ''))) return;
  try {
    if (isOwnerGone(await ownerOf(path))) await rm(path, { force: true });
  } finally {
    await rm(guard, { force: true });
  }
}

type Owner = { readonly pid: number; readonly host: string };

async function ownerOf(path: string): Promise<Owner | undefined> {
  const text = await readFile(path, 'utf8').catch(() => '');
  const [, pid, host] = /^([1-9][0-9]*) (.+)\n$/.exec(text) ?? [];
  return pid === undefined || host === undefined ? undefined : { pid: Number(pid), host };
}

/** Of the processes of another machine nobody here knows whether they have ended. */
function isOwnerGone(owner: Owner | undefined): boolean {
  return owner !== undefined && owner.host === hostname() && isGone(owner.pid);
}

/** Whether a process of this machine has ended. */
export function isGone(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}
