import fc from 'fast-check';
import type { Automaton } from '../../regex/automaton.ts';

/** What a text is made of beside the language of its pattern. Lengths count code points. */
export type TextLimits = {
  readonly minLength?: number;
  readonly maxLength?: number | null;
  /** Characters that must not occur. */
  readonly without?: string;
};

/** How much longer than it must be a text of a pattern without a largest length becomes. */
const unboundedExtra = 32;

/** Nobody needs a longer text to find a mistake, and the tables below grow with the length. */
const boundedExtra = 1024;

type Edge = { readonly min: number; readonly max: number; readonly to: number };

/**
 * Well-formed texts of the language of an automaton. A text is a walk through the automaton that is certain to end in an
 * accepting state, so nothing is ever filtered away. It shrinks to the shortest text, made of ordinary characters.
 *
 * @throws TypeError when the language has no such text
 */
export function arbitraryText(automaton: Automaton, limits: TextLimits = {}): fc.Arbitrary<string> {
  const { minLength = 0, maxLength = null, without = '' } = limits;
  const edges = automaton.transitions.map((list) => usableEdges(list, without));
  const shortest = shortestLength(automaton, edges, minLength);
  const longest = Math.min(maxLength ?? shortest + unboundedExtra, shortest + boundedExtra);
  const alive = aliveStates(automaton, edges, longest);
  const lengths = range(minLength, longest).filter((length) => alive[length]?.has(0) === true);
  const [first] = lengths;
  if (first === undefined) throw new TypeError('no text of the pattern is within the limits');
  const index = fc.oneof(
    { withCrossShrink: true },
    { arbitrary: fc.nat(Math.min(lengths.length - 1, 11)), weight: 7 },
    { arbitrary: fc.nat(lengths.length - 1), weight: 1 },
  );
  return fc
    .tuple(index, fc.array(fc.nat(0xffffff)))
    .map(([at, choices]) => walk(edges, alive, lengths[at] ?? first, choices));
}

/** Follows edges from which `length` characters can be completed. Choices are used in turn; without any, all are 0. */
function walk(
  edges: readonly (readonly Edge[])[],
  alive: readonly ReadonlySet<number>[],
  length: number,
  choices: readonly number[],
): string {
  let text = '';
  let state = 0;
  for (let rest = length - 1; rest >= 0; rest--) {
    const open = (edges[state] ?? []).filter((edge) => alive[rest]?.has(edge.to) === true);
    const choice = choices[(length - 1 - rest) % Math.max(choices.length, 1)] ?? 0;
    const edge = open[choice % Math.max(open.length, 1)];
    if (edge === undefined) break;
    text += characterOf(edge, Math.floor(choice / open.length));
    state = edge.to;
  }
  return text;
}

function characterOf({ min, max }: Edge, choice: number): string {
  return String.fromCodePoint(choice === 0 ? ordinaryOf({ min, max }) : min + ((choice - 1) % (max - min + 1)));
}

/** The edges of a state without surrogates and unwanted characters, those with ordinary characters first. */
function usableEdges(list: readonly Edge[], without: string): readonly Edge[] {
  const holes: readonly (readonly [number, number])[] = [
    [0xd800, 0xdfff],
    ...[...without].map((character) => [character.codePointAt(0) ?? 0, character.codePointAt(0) ?? 0] as const),
  ];
  let edges = [...list];
  for (const [low, high] of holes) {
    edges = edges.flatMap((edge) => [
      { ...edge, max: Math.min(edge.max, low - 1) },
      { ...edge, min: Math.max(edge.min, high + 1) },
    ]);
    edges = edges.filter((edge) => edge.min <= edge.max);
  }
  return edges.sort((left, right) => rank(left) - rank(right));
}

/** The length of the shortest text that is long enough, or `minLength` when there is none. */
function shortestLength(automaton: Automaton, edges: readonly (readonly Edge[])[], minLength: number): number {
  let states = new Set([0]);
  // After as many steps as there are states beyond `minLength`, nothing new can be reached.
  for (let length = 0; length <= minLength + automaton.stateCount; length++) {
    if (length >= minLength && [...states].some((state) => automaton.accepting[state] === true)) return length;
    states = new Set([...states].flatMap((state) => (edges[state] ?? []).map((edge) => edge.to)));
  }
  return minLength;
}

/** For each length, the states from which a text of exactly that length is accepted. */
function aliveStates(
  automaton: Automaton,
  edges: readonly (readonly Edge[])[],
  longest: number,
): readonly ReadonlySet<number>[] {
  const states = range(0, automaton.stateCount - 1);
  const alive: Set<number>[] = [new Set(states.filter((state) => automaton.accepting[state] === true))];
  for (let length = 1; length <= longest; length++) {
    const after = alive[length - 1] ?? new Set();
    alive.push(new Set(states.filter((state) => (edges[state] ?? []).some((edge) => after.has(edge.to)))));
  }
  return alive;
}

/** Letters, then digits, then what else can be printed; the rest by its place in Unicode. */
const ordinary: readonly (readonly [number, number])[] = [
  [97, 122],
  [65, 90],
  [48, 57],
  [33, 126],
];

function ordinaryOf({ min, max }: { readonly min: number; readonly max: number }): number {
  const found = ordinary.find(([low, high]) => max >= low && min <= high);
  return found === undefined ? min : Math.max(min, found[0]);
}

function rank(edge: Edge): number {
  const found = ordinary.findIndex(([low, high]) => edge.max >= low && edge.min <= high);
  return found < 0 ? ordinary.length + edge.min : found;
}

function range(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}
