import { DFA, type NFA, TooManyNodesError } from 'refa';

/** More states than this, and an automaton is worth nobody's time. */
export const maximumStates = 5000;

/**
 * A state of the deterministic automaton is a set of states, each of which is followed: where one text can be matched in
 * many ways, few states take long. This takes about a second.
 */
const mostFollowed = 2_000_000;

/** An automaton has more states than are worth the time. */
export class TooManyStates extends Error {}

/** To make an automaton takes more steps than are worth the time: one text leads to many places in the pattern. */
export class TooManyWays extends TooManyStates {}

/**
 * The smallest deterministic automaton of a language.
 *
 * @throws TooManyStates
 */
export function determinise(nfa: NFA): DFA {
  const { getOut, ...iterator } = nfa.transitionIterator();
  let followed = 0;
  const counted: typeof getOut = (state) => {
    const out = getOut(state);
    followed += out.size;
    if (followed > mostFollowed) throw new TooManyWays(`more than ${mostFollowed} steps`);
    return out;
  };
  const dfa = limited(() =>
    DFA.fromTransitionIterator({ ...iterator, getOut: counted }, nfa, new DFA.LimitedNodeFactory(maximumStates)),
  );
  dfa.minimize();
  return dfa;
}

/** @throws TooManyStates where the library says that there are too many nodes */
export function limited<Made>(make: () => Made): Made {
  try {
    return make();
  } catch (error) {
    if (error instanceof TooManyNodesError) throw new TooManyStates(`more than ${maximumStates} states`);
    throw error;
  }
}
