import { compareDecimals, normalizeDecimal } from '../../value/decimal.ts';
import { type Context, report } from '../context.ts';
import { child, type SourceNode } from '../source.ts';
import { textAt } from './read.ts';

/** Reports a number that is larger than the one under another key, which is the largest. */
export function checkAtMost(context: Context, node: SourceNode | undefined, key: string, largestKey: string): void {
  const written = child(node, key);
  const [amount, largest] = [key, largestKey].map((each) => normalizeDecimal(textAt(node, each) ?? ''));
  if (written === undefined || amount === undefined || largest === undefined) return;
  if (compareDecimals(amount, largest) <= 0) return;
  report(context, 'value-conflict', written, `the ${key} ${amount} is larger than the ${largestKey} ${largest}`, {
    help: 'exchange them, or correct one',
  });
}
