import type { Automaton, Transition } from './automaton.ts';

/** What is walked of an automaton when only its texts matter. */
export type Walkable = Pick<Automaton, 'accepting' | 'transitions'>;

/** A part of a chain: its texts are those of the automaton that are not empty, and do not contain a character. */
export type Link = { readonly automaton: Walkable; readonly without: string | null };

/** The texts of its links, one after the other: an automaton with one end, in which a character may lead to two states. */
export type Chain = { readonly transitions: readonly (readonly Transition[])[]; readonly end: number };

/** An automaton that accepts every text. */
export const anyText: Walkable = { accepting: [true], transitions: [[{ min: 0, max: 0x10ffff, to: 0 }]] };

/** An automaton that accepts some texts and no other: a tree of their characters. */
export function automatonOfTexts(texts: readonly string[]): Walkable {
  const accepting = [false];
  const transitions: Transition[][] = [[]];
  for (const text of texts) {
    let state = 0;
    for (const character of text) {
      const code = character.codePointAt(0) ?? 0;
      let next = transitions[state]?.find(({ min }) => min === code)?.to;
      if (next === undefined) {
        next = transitions.push([]) - 1;
        transitions[state]?.push({ min: code, max: code, to: next });
        accepting.push(false);
      }
      state = next;
    }
    accepting[state] = true;
  }
  return { accepting, transitions };
}

export function chainOf(links: readonly Link[]): Chain {
  const transitions: Transition[][] = [];
  for (const { automaton, without } of links) {
    const start = transitions.length;
    const next = start + automaton.transitions.length;
    for (const list of automaton.transitions) {
      const own: Transition[] = [];
      for (const { min, max, to } of cut(list, without)) {
        own.push({ min, max, to: start + to });
        // Where a text of this link may end, the next link begins.
        if (automaton.accepting[to] === true) own.push({ min, max, to: next });
      }
      transitions.push(own);
    }
  }
  return { transitions: [...transitions, []], end: transitions.length };
}

/** Transitions without one character. */
function cut(list: readonly Transition[], character: string | null): readonly Transition[] {
  const code = character?.codePointAt(0);
  if (code === undefined || !list.some(({ min, max }) => min <= code && code <= max)) return list;
  return list
    .flatMap((each) => [
      { ...each, max: Math.min(each.max, code - 1) },
      { ...each, min: Math.max(each.min, code + 1) },
    ])
    .filter(({ min, max }) => min <= max);
}

/** So many pairs of states are looked at: more than nearly all keys have, and too few to take time. */
const mostPairs = 2000;

/**
 * Whether two chains certainly have no text in common, found out by walking both at once. `false` means that they may
 * have one, or that there are too many states to know.
 *
 * @param open whether anything may follow the texts of `left`
 */
export function areDisjoint(left: Chain, right: Chain, open: boolean): boolean {
  const width = right.transitions.length;
  // A pair of states as one number. A set is walked in the order in which it grows.
  const seen = new Set([0]);
  for (const pair of seen) {
    const [x, y] = [Math.floor(pair / width), pair % width];
    if ((x === left.end && (open || y === right.end)) || seen.size > mostPairs) return false;
    for (const { min, max, to } of left.transitions[x] ?? []) {
      for (const other of right.transitions[y] ?? []) {
        if (other.min <= max && min <= other.max) seen.add(to * width + other.to);
      }
    }
  }
  return true;
}
