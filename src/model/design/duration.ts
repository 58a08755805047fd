import { size } from '../scalar-type.ts';
import type { SourceNode } from '../source.ts';

const secondsOf = { days: 86_400, hours: 3_600, minutes: 60, seconds: 1 } as const;

/** A time in days, hours, minutes and seconds, as seconds; 0 for what is no mapping. */
export function secondsIn(node: SourceNode): number {
  let sum = 0;
  for (const [unit, factor] of Object.entries(secondsOf)) sum += (size(node, unit) ?? 0) * factor;
  return sum;
}
