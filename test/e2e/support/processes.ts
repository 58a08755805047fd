import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

export type Process = {
  readonly pid: number;
  readonly parent: number;
  readonly group: number;
  readonly command: string;
};

/** Every process of this machine. */
export function processes(): readonly Process[] {
  const table = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,pgid=,stat=,args='], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return table.split('\n').flatMap((line) => {
    const [, pid, parent, group, state = '', command = ''] =
      /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line) ?? [];
    // A zombie is only a number that its parent has not asked for yet.
    if (pid === undefined || state.startsWith('Z')) return [];
    return [{ pid: Number(pid), parent: Number(parent), group: Number(group), command }];
  });
}

/** The processes that a run started itself: adapters and a store, each the leader of a group of its own. */
export function startedBy(parent: number): readonly Process[] {
  return processes().filter((each) => each.parent === parent);
}

/** Waits until a condition holds, and fails after half a minute. */
export async function until(what: string, holds: () => boolean): Promise<void> {
  const end = performance.now() + 30_000;
  while (!holds()) {
    if (performance.now() > end) throw new Error(`waited in vain: ${what}`);
    await sleep(20);
  }
}

export async function fileExists(path: string): Promise<void> {
  await until(path, () => existsSync(path));
}

/** Waits until nobody is left in any of these groups, the watchdogs included. */
export async function groupsGone(groups: readonly number[]): Promise<void> {
  await until(`the end of the groups ${groups.join(', ')}`, () =>
    processes().every(({ group }) => !groups.includes(group)),
  );
}
