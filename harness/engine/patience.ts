import { setTimeout as sleep } from 'node:timers/promises';

/** How long to wait for what should be there already, in milliseconds, each time from the last. */
const waits = [20, 80, 200];

/** Whoever was waited for so often for nothing never writes, and is not waited for again. */
const mostInVain = 2;

/**
 * Waits for items that are not there although their writer has said so. One that comes late would be taken for the work of
 * whoever writes under that key next.
 */
export type Patience = {
  /** What is found in the end, if anything is. */
  readonly waitFor: <Found>(writer: string, look: () => Promise<Found | undefined>) => Promise<Found | undefined>;
};

export function createPatience(): Patience {
  const inVain = new Map<string, number>();
  return {
    waitFor: async (writer, look) => {
      const before = inVain.get(writer) ?? 0;
      if (before >= mostInVain) return undefined;
      for (const wait of waits) {
        await sleep(wait);
        const found = await look();
        if (found === undefined) continue;
        inVain.set(writer, Number.NEGATIVE_INFINITY);
        return found;
      }
      inVain.set(writer, before + 1);
      return undefined;
    },
  };
}
