import { checkIds } from '../check/registry.ts';
import type { Outcome } from './outcome.ts';

/**
 * The command that runs one case again, and nothing else; of an order vector, which is selected as a whole, all records. Where
 * a reader answered with an earlier item of the same key, that item has to be written and read before: then the command runs as
 * little as shows the mistake again.
 */
export function replayOf({ planned, stale }: Outcome, command: string): string {
  const { check, implementation, writer = implementation, vector, index } = planned;
  const reads = check === 'read-back' || check === 'cross-read';
  const writers = reads ? [...new Set([...(stale === undefined ? [] : [stale.writer]), writer])] : [];
  // Who reads its own item is a check of its own.
  const needed = new Set(
    reads ? writers.map((each) => (each === implementation ? 'read-back' : 'cross-read')) : [check],
  );
  const vectors = [...new Set([...(stale === undefined ? [] : [stale.vector]), vector.id])];
  const options: readonly (readonly [string, string])[] = [
    ['implementation', implementation],
    // Whoever reads back is the writer anyway.
    ...(needed.has('cross-read') ? writers.map((each) => ['writer', each] as const) : []),
    ...checkIds.filter((id) => needed.has(id)).map((id) => ['check', id] as const),
    ...vectors.map((id) => ['vector', id] as const),
    // A refusal names its key itself.
    ...(index === undefined || 'error' in vector ? [] : [['index', index] as const]),
  ];
  return [command, ...options.map(([name, value]) => `--${name} ${shellWord(value)}`)].join(' ');
}

/** A word for a shell, in quotation marks where it needs them. */
export function shellWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
