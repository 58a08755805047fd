import { type DFA, JS, NFA } from 'refa';
import { determinise, limited, maximumStates } from './determinise.ts';

/**
 * A deterministic finite automaton over code points, as tables.
 *
 * Patterns of a schema are matched by an automaton and not by `RegExp`, because a schema is data that somebody else
 * wrote: matching takes time linear in the value, whatever the pattern is. The same tables answer questions
 * about the pattern itself (which characters can occur, what is an example), which a `RegExp` cannot.
 */
export type Automaton = {
  readonly stateCount: number;
  readonly accepting: readonly boolean[];
  /** For each state, its transitions in the order of code points. */
  readonly transitions: readonly (readonly Transition[])[];
};

/** Every code point from `min` to `max`, both included, leads to the state `to`. */
export type Transition = { readonly min: number; readonly max: number; readonly to: number };

/**
 * Compiles the source of a pattern in JavaScript's `u` syntax, without assertions and back references.
 *
 * @throws TooManyStates, and what the parser of patterns throws
 */
export function compileAutomaton(source: string): Automaton {
  const parsed = JS.Parser.fromLiteral({ source, flags: 'u' }).parse({ assertions: 'throw', backreferences: 'throw' });
  const nfa = limited(() =>
    NFA.fromRegex(
      parsed.expression,
      { maxCharacter: parsed.maxCharacter },
      {},
      new NFA.LimitedNodeFactory(maximumStates),
    ),
  );
  return toAutomaton(determinise(nfa));
}

/** The tables of an automaton. */
export function toAutomaton(dfa: DFA): Automaton {
  const numbers = new Map<DFA.ReadonlyNode, number>([[dfa.initial, 0]]);
  const nodes: DFA.ReadonlyNode[] = [dfa.initial];
  const transitions: Transition[][] = [];
  for (let state = 0; state < nodes.length; state++) {
    const node = nodes[state];
    if (node === undefined) break;
    const list: Transition[] = [];
    node.out.forEach((target, { min, max }) => {
      list.push({ min, max, to: numberOf(target) });
    });
    transitions.push(list.sort((a, b) => a.min - b.min));
  }
  return {
    stateCount: nodes.length,
    accepting: nodes.map((node) => dfa.finals.has(node as DFA.Node)),
    transitions,
  };

  function numberOf(node: DFA.ReadonlyNode): number {
    const known = numbers.get(node);
    if (known !== undefined) return known;
    nodes.push(node);
    numbers.set(node, nodes.length - 1);
    return nodes.length - 1;
  }
}

/** Whether the whole of `text` is in the language. */
export function matches(automaton: Automaton, text: string): boolean {
  return compileMatcher(automaton)(text);
}

// `text.charCodeAt` would be searched for at each character once V8 has seen many kinds of strings here: five times slower.
const { charCodeAt } = String.prototype;

/** Compiles the test whether the whole of a text is in the language. Its time is linear in the length of the text. */
export function compileMatcher(automaton: Automaton): (text: string) => boolean {
  const { accepting } = automaton;
  const ascii = asciiTableOf(automaton);
  return (text) => {
    let state = 0;
    const { length } = text;
    for (let index = 0; index < length; index++) {
      const unit = charCodeAt.call(text, index);
      if (unit < 128) {
        state = ascii[state * 128 + unit] ?? -1;
      } else {
        const code = text.codePointAt(index) ?? unit;
        if (code > 0xffff) index++;
        state = nextState(automaton, state, code);
      }
      if (state < 0) return false;
    }
    return accepting[state] === true;
  };
}

/**
 * The tables that matchers look ASCII up in: `state * 128 + code` to the next state, -1 for none. No part of the automaton,
 * because a model is frozen and an array of numbers cannot be.
 */
const asciiTables = new WeakMap<Automaton, Int32Array>();

function asciiTableOf(automaton: Automaton): Int32Array {
  const known = asciiTables.get(automaton);
  if (known !== undefined) return known;
  const table = new Int32Array(automaton.stateCount * 128).fill(-1);
  for (const [state, list] of automaton.transitions.entries()) {
    for (const { min, max, to } of list)
      if (min < 128) table.fill(to, state * 128 + min, state * 128 + Math.min(max, 127) + 1);
  }
  asciiTables.set(automaton, table);
  return table;
}

/** The state after one code point, or -1. */
export function nextState(automaton: Automaton, state: number, code: number): number {
  for (const { min, max, to } of automaton.transitions[state] ?? []) {
    if (code >= min && code <= max) return to;
  }
  return -1;
}
