import type { Automaton } from './automaton.ts';

/** What a text may weigh: the weight of each character, the characters worth a try, and those that may not occur. */
export type Scale = {
  readonly weigh: (character: string) => number;
  /** Characters that may weigh more than others of their range. */
  readonly candidates: readonly string[];
  readonly without: string | null;
};

type Edge = { readonly to: number; readonly character: string; readonly weight: number };

/**
 * A heaviest text of the language among those of `minLength` to `maxLength` code points, or `undefined` when there is
 * none. Takes time in proportion to the length and the size of the automaton.
 *
 * @param enough a text of this weight need not be the heaviest
 */
export function heaviestText(
  automaton: Automaton,
  minLength: number,
  maxLength: number,
  scale: Scale,
  enough = Number.POSITIVE_INFINITY,
): string | undefined {
  const edges = edgesOf(automaton, scale);
  const steps = stepsOf(edges);
  // levels[n][state] is the weight of the heaviest text of n characters that leads to the state; -1 for none.
  let level = new Int32Array(automaton.stateCount).fill(-1);
  level[0] = 0;
  const levels = [level];
  let best: { readonly length: number; readonly state: number; readonly weight: number } | undefined;
  for (let length = 0; ; length++) {
    if (length >= minLength) {
      for (let state = 0; state < level.length; state++) {
        const weight = level[state] ?? -1;
        if (weight > (best?.weight ?? -1) && automaton.accepting[state] === true) best = { length, state, weight };
      }
    }
    if (length >= maxLength || (best?.weight ?? -1) >= enough) break;
    const next = followed(level, steps);
    if (next === undefined) break;
    level = next;
    levels.push(level);
  }
  return best === undefined ? undefined : textTo(edges, levels, best.state, best.length);
}

/** From where each edge leads where, and its weight: three numbers an edge, since they are walked millions of times. */
function stepsOf(edges: readonly (readonly Edge[])[]): Int32Array {
  return Int32Array.from(edges.flatMap((list, from) => list.flatMap(({ to, weight }) => [from, to, weight])));
}

/** The weights one character later; `undefined` when no text is so long. */
function followed(level: Int32Array, steps: Int32Array): Int32Array<ArrayBuffer> | undefined {
  const next = new Int32Array(level.length).fill(-1);
  let some = false;
  for (let index = 0; index < steps.length; index += 3) {
    const weight = level[steps[index] ?? 0] ?? -1;
    if (weight < 0) continue;
    const to = steps[index + 1] ?? 0;
    const sum = weight + (steps[index + 2] ?? 0);
    if (sum > (next[to] ?? -1)) next[to] = sum;
    some = true;
  }
  return some ? next : undefined;
}

/** Whether the language has texts of any length, because its automaton has a loop. */
export function isEndless(automaton: Automaton): boolean {
  return longestLength(automaton) === Number.POSITIVE_INFINITY;
}

const lengths = new WeakMap<Automaton, number>();

/** How many code points the longest text of the language has: infinitely many where its automaton has a loop. */
export function longestLength(automaton: Automaton): number {
  const length = lengths.get(automaton) ?? findLongestLength(automaton);
  lengths.set(automaton, length);
  return length;
}

function findLongestLength({ transitions }: Automaton): number {
  const known: (number | 'open')[] = [];
  const from = (state: number): number => {
    const length = known[state];
    if (length !== undefined) return length === 'open' ? Number.POSITIVE_INFINITY : length;
    known[state] = 'open';
    let longest = 0;
    for (const { to } of transitions[state] ?? []) longest = Math.max(longest, from(to) + 1);
    known[state] = longest;
    return longest;
  };
  return from(0);
}

function edgesOf(automaton: Automaton, scale: Scale): readonly (readonly Edge[])[] {
  return automaton.transitions.map((transitions) =>
    transitions.flatMap(({ min, max, to }): readonly Edge[] => {
      const edges = charactersIn(min, max, scale).map((character) => ({
        to,
        character,
        weight: scale.weigh(character),
      }));
      const heaviest = edges.sort((left, right) => right.weight - left.weight)[0];
      return heaviest === undefined ? [] : [heaviest];
    }),
  );
}

/** The last character of a range, which is not the lightest in UTF-8, and those that are worth a try. Never half of a pair. */
function charactersIn(min: number, max: number, { candidates, without }: Scale): readonly string[] {
  const last = [max, max - 1, 0xd7ff, 0xd7fe, min]
    .filter((code) => code >= min && code <= max && !(code >= 0xd800 && code <= 0xdfff))
    .map((code) => String.fromCodePoint(code))
    .find((character) => character !== without);
  const others = candidates.filter((character) => {
    const code = character.codePointAt(0) ?? 0;
    return code >= min && code <= max && character !== without;
  });
  return last === undefined ? others : [last, ...others];
}

function textTo(
  edges: readonly (readonly Edge[])[],
  levels: readonly Int32Array[],
  state: number,
  length: number,
): string {
  const characters: string[] = [];
  let target = state;
  for (let index = length; index > 0; index--) {
    const weight = levels[index]?.[target] ?? -1;
    const before = levels[index - 1] ?? new Int32Array();
    search: for (const [from, known] of before.entries()) {
      if (known < 0) continue;
      for (const edge of edges[from] ?? []) {
        if (edge.to !== target || known + edge.weight !== weight) continue;
        characters.push(edge.character);
        target = from;
        break search;
      }
    }
  }
  return characters.reverse().join('');
}
