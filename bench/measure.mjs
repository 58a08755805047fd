// Measures contestants against each other: A B C A B C …, so that whatever slows the machine slows all of them alike.

/** @typedef {{ name: string, run: () => number | Promise<number> }} Contestant `run` does some work and answers how much */
/**
 * Medians of the rounds. `lead` says how many times as fast the first contestant is: the median of the ratios within
 * each round, which suffers less from a busy machine than the ratio of the medians.
 *
 * @typedef {{ name: string, perSecond: number, lowest: number, highest: number, lead: number }} Figure
 */

/**
 * @param {readonly Contestant[]} contestants
 * @param {{ rounds: number, roundMs: number, now?: () => number }} options `now` is a clock in milliseconds
 * @returns {Promise<Figure[]>}
 */
export async function race(contestants, { rounds, roundMs, now = wallClock }) {
  const rates = contestants.map(() => /** @type {number[]} */ ([]));
  // The first round warms up; it may be before the optimising compiler has done its work.
  for (let round = -1; round < rounds; round++) {
    for (const [index, { run }] of contestants.entries()) {
      const rate = await measure(run, roundMs, now);
      if (round >= 0) rates[index]?.push(rate);
    }
  }
  return contestants.map(({ name }, index) => {
    const own = rates[index] ?? [];
    const leads = own.map((rate, round) => (rates[0]?.[round] ?? 0) / rate);
    const lowest = Math.min(...own);
    return { name, perSecond: median(own), lowest, highest: Math.max(...own), lead: median(leads) };
  });
}

const wallClock = () => performance.now();

/**
 * A clock that stands still while others have the processor: for work that waits for nothing. It counts what the garbage
 * collector and the optimising compiler do, too.
 */
export function processorClock() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

async function measure(run, roundMs, now) {
  // Garbage of the one before is not this one's fault.
  globalThis.gc?.();
  let done = 0;
  let elapsed = 0;
  const start = now();
  do {
    const result = run();
    // To await a number would cost a turn of the microtask queue, which is not what is measured.
    done += typeof result === 'number' ? result : await result;
    elapsed = now() - start;
  } while (elapsed < roundMs);
  return (done / elapsed) * 1000;
}

export function median(values) {
  const sorted = values.toSorted((left, right) => left - right);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}
