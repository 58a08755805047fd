import type { Host } from '../host/host.ts';

/** Nothing is shown before this many milliseconds, and then this often. */
const firstAfter = 500;
const interval = 100;

/** A counter on standard error, for a person who waits; silent everywhere else. */
export function createProgress(host: Pick<Host, 'interactive' | 'note'>): {
  readonly update: (done: number, planned: number) => void;
  readonly done: () => void;
} {
  if (!host.interactive) return { update: () => {}, done: () => {} };
  const start = performance.now();
  let last = start + firstAfter - interval;
  let shown = false;
  return {
    update: (done, planned) => {
      const now = performance.now();
      if (now - last < interval) return;
      last = now;
      shown = true;
      host.note(`\r\u001b[K${Math.floor((done / Math.max(planned, 1)) * 100)} %  ${done} of ${planned} comparisons`);
    },
    done: () => {
      if (shown) host.note('\r\u001b[K');
    },
  };
}
