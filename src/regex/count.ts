import type { Automaton } from './automaton.ts';

/** Steps over transitions after which an answer is given up. */
const budget = 5_000_000;

/**
 * How many texts of a language have a length (in code points) within bounds, both included: at most `enough`, since more
 * are not told apart. `undefined` when finding out would take too long.
 *
 * @param maximum `null` for texts of any length
 */
export function countTexts(
  automaton: Automaton,
  minimum: number,
  maximum: number | null,
  enough: number,
): number | undefined {
  let total = 0;
  let steps = 0;
  // How many texts of the current length lead to each state, as far as that matters.
  let counts = new Map<number, number>([[0, 1]]);
  for (let length = 0; counts.size > 0 && (maximum === null || length <= maximum); length++) {
    if (length >= minimum) {
      for (const [state, count] of counts) if (automaton.accepting[state] === true) total += count;
      if (total >= enough) return enough;
    }
    const next = new Map<number, number>();
    for (const [state, count] of counts) {
      for (const { min, max, to } of automaton.transitions[state] ?? []) {
        next.set(to, Math.min(enough, (next.get(to) ?? 0) + count * (max - min + 1)));
        steps++;
      }
    }
    if (steps > budget) return undefined;
    counts = next;
  }
  return total;
}
