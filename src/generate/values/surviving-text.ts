import type { Automaton } from '../../regex/automaton.ts';

/** What becomes of characters where the text is written. */
export type Survival = {
  /** Left out, everywhere or at the ends. */
  readonly leftOut: ReadonlySet<string>;
  /** Not to be written at all. */
  readonly forbidden: ReadonlySet<string>;
};

/** More steps than this are not worth a text; patterns of keys are small. */
const mostSteps = 100_000;

/** How far a text has come: a character that stays, then one that is left out, then one that stays. */
const started = 1;
const complete = 3;

type Step = { readonly state: number; readonly phase: number; readonly text: string };

/**
 * A shortest text of which something is left: one from which something is left out between what stays, so that whoever leaves
 * nothing out is seen; where there is none, one with a character that stays. Breadth first over pairs of a state and how far
 * the text has come.
 *
 * @param accept what the text must be beside that, like its lengths
 */
export function survivingText(
  automaton: Automaton,
  minLength: number,
  survival: Survival,
  accept: (text: string) => boolean,
): string | undefined {
  let fallback: string | undefined;
  let frontier: readonly Step[] = [{ state: 0, phase: 0, text: '' }];
  const visited = new Set<string>();
  for (let length = 0; frontier.length > 0 && visited.size < mostSteps; length++) {
    const next: Step[] = [];
    for (const { state, phase, text } of frontier) {
      if (automaton.accepting[state] === true && phase >= started && accept(text)) {
        if (phase === complete) return text;
        fallback ??= text;
      }
      for (const choice of choicesAt(automaton, state, survival)) {
        const step = { state: choice.to, phase: after(phase, choice.stays), text: text + choice.character };
        const known = `${step.state}:${step.phase}:${Math.min(length, minLength)}`;
        if (visited.has(known)) continue;
        visited.add(known);
        next.push(step);
      }
    }
    frontier = next;
  }
  return fallback;
}

function after(phase: number, stays: boolean): number {
  return stays === (phase % 2 === 0) && phase < complete ? phase + 1 : phase;
}

type Choice = { readonly to: number; readonly character: string; readonly stays: boolean };

/** Of each range of characters one that stays and one that is left out; those that stay first. */
function choicesAt(automaton: Automaton, state: number, { leftOut, forbidden }: Survival): readonly Choice[] {
  const ranges = automaton.transitions[state] ?? [];
  return [true, false].flatMap((stays) =>
    ranges.flatMap(({ min, max, to }) => {
      const found = charactersIn(min, max).find((each) => leftOut.has(each) !== stays && !forbidden.has(each));
      return found === undefined ? [] : [{ to, character: found, stays }];
    }),
  );
}

/** Characters of a range as they read best: letters, then digits, then other ASCII, then whatever comes first. */
function charactersIn(min: number, max: number): readonly string[] {
  const windows = [...readable, [min, Math.min(max, min + 1)] as const];
  return windows.flatMap(([low, high]) => {
    const from = Math.max(low, min);
    return Array.from({ length: Math.max(Math.min(high, max) - from + 1, 0) }, (_, index) =>
      String.fromCodePoint(from + index),
    );
  });
}

const readable = [
  [97, 122],
  [65, 90],
  [48, 57],
  [32, 126],
] as const;
