import { setFlagsFromString } from 'node:v8';

/**
 * How much of a function is interpreted before V8 optimises it, in bytes of its code: nine times as much as it would on its
 * own. Commands are short, so what is optimised at once is used for a moment, and often made again for other types.
 */
const interruptBudget = 600_000;

/** Makes a short process need less processor time. Other versions than Node.js 20 count otherwise, and were not measured. */
export function optimiseLater(): void {
  if (process.version.startsWith('v20.')) setFlagsFromString(`--interrupt-budget=${interruptBudget}`);
}
