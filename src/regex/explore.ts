import { type Automaton, nextState } from './automaton.ts';

/** Whether any text of the language contains the code point. */
export const canContain = perAutomaton((automaton, code) => {
  for (let state = 0; state < automaton.stateCount; state++) {
    if (nextState(automaton, state, code) >= 0) return true;
  }
  return false;
});

/** Whether a text of the language starts with this text. */
export function canStartWith(automaton: Automaton, start: string): boolean {
  let state = 0;
  for (const character of start) {
    state = nextState(automaton, state, character.codePointAt(0) ?? 0);
    if (state < 0) return false;
  }
  return true;
}

/** A shortest text of the language. Among equals, the one with the most ordinary characters. */
export function shortestText(automaton: Automaton): string {
  return search(automaton, () => false, undefined) ?? '';
}

/** A shortest text of the language that contains the code point, or `undefined`. */
export const shortestTextWith = perAutomaton((automaton, code) =>
  search(automaton, (candidate) => candidate === code, code),
);

/**
 * Keeps the answers of a question about an automaton and a number. Many values have one pattern, and each of them is asked
 * for texts of the same lengths and with the same characters.
 */
function perAutomaton<Answer>(
  answerTo: (automaton: Automaton, number: number) => Answer,
): (automaton: Automaton, number: number) => Answer {
  const known = new WeakMap<Automaton, Map<number, { readonly answer: Answer }>>();
  return (automaton, number) => {
    const answers = known.get(automaton) ?? new Map<number, { readonly answer: Answer }>();
    known.set(automaton, answers);
    const before = answers.get(number);
    if (before !== undefined) return before.answer;
    const answer = answerTo(automaton, number);
    answers.set(number, { answer });
    return answer;
  };
}

/** So many steps are taken in search of texts; the automata of keys are small. */
const mostSteps = 4000;

/**
 * Some texts of the language, short ones first: of each range of characters the most ordinary, the first and the last.
 *
 * @param most how many, at most
 */
export function someTexts(automaton: Automaton, most: number): readonly string[] {
  const found: string[] = [];
  let frontier: readonly { readonly state: number; readonly text: string }[] = [{ state: 0, text: '' }];
  for (let steps = 0; frontier.length > 0 && found.length < most && steps < mostSteps; ) {
    const next: { readonly state: number; readonly text: string }[] = [];
    for (const { state, text } of frontier) {
      if (automaton.accepting[state] === true) found.push(text);
      for (const { min, max, to } of automaton.transitions[state] ?? []) {
        for (const code of new Set([ordinaryIn(min, max), min, max])) {
          if (steps++ > mostSteps) break;
          next.push({ state: to, text: text + String.fromCodePoint(code) });
        }
      }
    }
    frontier = next;
  }
  return found.slice(0, most);
}

/** The lengths that texts of the language have, in code points, up to the longest that is asked about. */
export function lengthsOf(automaton: Automaton, longest: number): readonly number[] {
  return aliveUntil(automaton, longest).flatMap((states, length) => (states.has(0) ? [length] : []));
}

/** For each n up to a length, the states from which a text of n more code points is accepted. */
function aliveUntil(automaton: Automaton, length: number): readonly ReadonlySet<number>[] {
  const alive = [new Set(statesWhere(automaton, (state) => automaton.accepting[state] === true))];
  for (let rest = 1; rest <= length; rest++) {
    const after = alive[rest - 1] ?? new Set();
    const before = statesWhere(automaton, (state) => (automaton.transitions[state] ?? []).some((t) => after.has(t.to)));
    // Once they are the same states, they stay so: what is longer than all texts, or one of any length, is cheap.
    const same = before.length === after.size && before.every((state) => after.has(state));
    alive.push(same ? after : new Set(before));
    if (same) return [...alive, ...Array.from({ length: length - rest }, () => after)];
  }
  return alive;
}

/** A text of the language with exactly that many code points, or `undefined`. */
export const textOfLength = perAutomaton(findTextOfLength);

function findTextOfLength(automaton: Automaton, length: number): string | undefined {
  const alive = aliveUntil(automaton, length);
  if (alive[length]?.has(0) !== true) return undefined;
  let state = 0;
  let text = '';
  for (let rest = length; rest > 0; rest--) {
    const next = (automaton.transitions[state] ?? []).filter((t) => alive[rest - 1]?.has(t.to) === true);
    const best = next
      .map((t) => ({ to: t.to, code: ordinaryIn(t.min, t.max) }))
      .sort((a, b) => rank(a.code) - rank(b.code))[0];
    if (best === undefined) return undefined;
    text += String.fromCodePoint(best.code);
    state = best.to;
  }
  return text;
}

function statesWhere(automaton: Automaton, test: (state: number) => boolean): number[] {
  return Array.from({ length: automaton.stateCount }, (_, state) => state).filter(test);
}

type Step = { readonly state: number; readonly seen: boolean; readonly text: string };

/** Breadth first over pairs of a state and whether the wanted code point was read. */
function search(automaton: Automaton, wanted: (code: number) => boolean, code: number | undefined): string | undefined {
  const visited = new Set<string>(['0:false']);
  let frontier: Step[] = [{ state: 0, seen: code === undefined, text: '' }];
  while (frontier.length > 0) {
    const done = frontier.find((step) => step.seen && automaton.accepting[step.state] === true);
    if (done !== undefined) return done.text;
    const next: Step[] = [];
    for (const step of frontier) {
      for (const { min, max, to } of automaton.transitions[step.state] ?? []) {
        const choices = [ordinaryIn(min, max)];
        if (code !== undefined && code >= min && code <= max) choices.push(code);
        for (const choice of choices) {
          const seen = step.seen || wanted(choice);
          if (visited.has(`${to}:${seen}`)) continue;
          visited.add(`${to}:${seen}`);
          next.push({ state: to, seen, text: step.text + String.fromCodePoint(choice) });
        }
      }
    }
    frontier = next;
  }
  return undefined;
}

/** The character of a range that reads best in an example: a letter, then a digit, then whatever comes first. */
function ordinaryIn(min: number, max: number): number {
  for (const [low, high] of [
    [97, 122],
    [65, 90],
    [48, 57],
    [33, 126],
  ] as const) {
    if (max >= low && min <= high) return Math.max(min, low);
  }
  return min >= 0xd800 && min <= 0xdfff ? Math.min(0xe000, max) : min;
}

function rank(code: number): number {
  if (code >= 97 && code <= 122) return 0;
  if (code >= 65 && code <= 90) return 1;
  if (code >= 48 && code <= 57) return 2;
  return 3;
}
