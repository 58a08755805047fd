import type { Encoding, ScalarType } from '../../model/model.ts';
import { nextState } from '../../regex/automaton.ts';

/**
 * Whether changing the case of some value of the type gives this text. Where the type has no pattern, any text without
 * letters of the other case is such a text.
 */
export function isCased(
  text: string,
  type: ScalarType,
  to: Extract<Encoding, { kind: 'lower' | 'upper' }>['kind'],
): boolean {
  if (type.kind !== 'string' || type.pattern === null) return true;
  const { automaton } = type.pattern;
  let states = new Set([0]);
  for (const character of text) {
    const other = to === 'lower' ? character.toUpperCase() : character.toLowerCase();
    const codes = new Set(
      [character, /^[A-Za-z]$/.test(character) ? other : character].map((each) => each.codePointAt(0) ?? 0),
    );
    const next = new Set<number>();
    for (const state of states)
      for (const code of codes) {
        const to = nextState(automaton, state, code);
        if (to >= 0) next.add(to);
      }
    states = next;
  }
  return [...states].some((state) => automaton.accepting[state] === true);
}
