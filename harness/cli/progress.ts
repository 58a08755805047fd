import type { Host } from '../host/host.ts';

/** Nothing is shown before this many milliseconds, and then this often. */
const firstAfter = 500;
const interval = 100;

export type Progress = {
  /** Says how far it is, now and then. */
  readonly update: (done: number, planned: number) => void;
  /** Takes away what was shown. */
  readonly done: () => void;
};

/**
 * A counter on standard error, for a person who waits; silent everywhere else. It goes back to the start of its line and writes
 * blanks over what stood there, so that nobody who wants no escape sequences (NO_COLOR) gets any.
 *
 * @param what is counted, as a plural
 */
export function createProgress(host: Pick<Host, 'interactive' | 'note'>, what: string): Progress {
  if (!host.interactive) return { update: () => {}, done: () => {} };
  const start = performance.now();
  let last = start + firstAfter - interval;
  let width = 0;
  return {
    update: (done, planned) => {
      const now = performance.now();
      if (now - last < interval) return;
      last = now;
      const text = `${Math.floor((done / Math.max(planned, 1)) * 100)} %  ${done} of ${planned} ${what}`;
      host.note(`\r${text.padEnd(width)}`);
      width = text.length;
    },
    done: () => {
      if (width > 0) host.note(`\r${' '.repeat(width)}\r`);
      width = 0;
    },
  };
}

/** What becomes of each of several things, one after another, with a counter for a person who waits. */
export function countingOff<Thing, Result>(
  host: Pick<Host, 'interactive' | 'note'>,
  what: string,
  things: readonly Thing[],
  work: (thing: Thing) => Result,
): readonly Result[] {
  const progress = createProgress(host, what);
  try {
    return things.map((thing, index) => {
      progress.update(index, things.length);
      return work(thing);
    });
  } finally {
    progress.done();
  }
}
