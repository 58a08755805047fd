import type { StringType } from '../../model/model.ts';
import { type Automaton, compileMatcher } from '../../regex/automaton.ts';
import { canContain, shortestTextWith, textOfLength } from '../../regex/explore.ts';
import { stringCheck } from '../../scalar/string-check.ts';
import { miscounted } from './miscounted.ts';
import { type RefusedSample, sample } from './value.ts';

/** Longer texts are not changed character by character. */
const longestChanged = 128;

const digits = '0123456789';
const lower = 'abcdefghijklmnopqrstuvwxyz';
const upper = lower.toUpperCase();
const symbols = '_-.';

/** A text that the type takes, and what its pattern says of others. */
type Near = {
  readonly type: StringType;
  readonly automaton: Automaton;
  readonly text: string;
  readonly isTaken: (text: string) => boolean;
  /** Whether the pattern takes a text; of one as long as a text that is taken, this is all that is left to ask. */
  readonly matches: (text: string) => boolean;
  /** Whether the pattern refuses a text, and nothing else does. */
  readonly isMissed: (text: string) => boolean;
};

/**
 * Texts that only the pattern of a type refuses, each near to one that it takes: what a program lets through whose pattern is
 * nearly that of the schema.
 *
 * @param typical a text that the type takes
 */
export function nearMisses(type: StringType, typical: string): readonly RefusedSample[] {
  if (type.pattern === null || type.enum !== null) return [];
  const check = stringCheck(type);
  const isTaken = (text: string): boolean => check(text) === undefined;
  const isMissed = (text: string): boolean => check(text)?.rule === 'pattern';
  const { automaton } = type.pattern;
  const near = { type, automaton, text: typical, isTaken, matches: compileMatcher(automaton), isMissed };
  const single =
    typical.length > longestChanged ? [] : [...otherCase(near), ...outside(near), ...symbol(near), ...atEnds(near)];
  return [...single, ...miscounted(typical, isTaken, isMissed)];
}

/**
 * A character that a text may not have where nothing else is wrong with it: after its end, or where a text cannot be longer, in
 * the place of the last character that is like it.
 */
export function withIntruder(type: StringType, text: string, intruder: string, alike: RegExp): string {
  const check = stringCheck(type);
  const isTaken = (other: string): boolean => check(other) === undefined;
  if (type.enum !== null || mayBeLonger(text, isTaken)) return text + intruder;
  const characters = Array.from(text);
  // What cannot be another character is a literal.
  const isFree = (place: number): boolean =>
    [...'aAbB01'].some((other) => other !== characters[place] && isTaken(replaced(text, place, other)));
  const last = characters.findLastIndex((each, place) => alike.test(each) && isFree(place));
  return replaced(text, last < 0 ? characters.length - 1 : last, intruder);
}

function mayBeLonger(text: string, isTaken: (text: string) => boolean): boolean {
  return [...Array.from(text).slice(-1), 'a', 'A', '0'].some((each) => isTaken(text + each));
}

/** The letters of a text in the other case; where a pattern has both cases, the first letter for which only one will do. */
function otherCase({ automaton, text, isTaken, isMissed }: Near): readonly RefusedSample[] {
  const withLetter = [...'aA'].map((letter) => shortestTextWith(automaton, letter.charCodeAt(0)));
  const base = [text, ...withLetter].find((each) => each !== undefined && /[A-Za-z]/.test(each) && isTaken(each));
  if (base === undefined) return [];
  const capitals = base.replace(/[a-z]/g, (letter) => letter.toUpperCase());
  const small = base.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  const single = Array.from(base, (each, index) => {
    const other = /[a-z]/.test(each) ? each.toUpperCase() : /[A-Z]/.test(each) ? each.toLowerCase() : each;
    return replaced(base, index, other);
  });
  const found = [capitals, small, ...single].find(isMissed);
  return found === undefined ? [] : [sample('pattern-miss', 'other-case', found, 'letters in the other case')];
}

/** A letter or digit that may not stand where others may: "g" in hexadecimal, "0" in front, a digit among letters. */
function outside({ text, matches, isMissed }: Near): readonly RefusedSample[] {
  let free: number | undefined;
  for (let place = Array.from(text).length - 1; place >= 0; place--) {
    for (const characters of [digits, lower, upper]) {
      const texts = [...characters].map((each) => replaced(text, place, each));
      const taken = texts.filter(matches);
      // Of a literal there is one.
      if (taken.length < 2) continue;
      free ??= place;
      const found = taken.length === texts.length ? undefined : texts.find(isMissed);
      if (found !== undefined) return [outsider(found)];
    }
  }
  // Where all digits may stand, no letters may, or the other way round.
  const others = free === undefined ? [] : /[A-Z]/.test(text) ? ['0', 'A'] : ['0', 'a'];
  const found = others.map((each) => replaced(text, free ?? 0, each)).find(isMissed);
  return found === undefined ? [] : [outsider(found)];
}

function outsider(text: string): RefusedSample {
  return sample('pattern-miss', 'outside', text, 'a letter or digit that may not stand in its place');
}

/** A character of names that the pattern nowhere has. What may not be longer shows with letters and digits what it takes. */
function symbol({ automaton, text, isTaken, isMissed }: Near): readonly RefusedSample[] {
  if (!mayBeLonger(text, isTaken)) return [];
  const found = [...symbols].find((each) => !canContain(automaton, each.charCodeAt(0)) && isMissed(text + each));
  return found === undefined
    ? []
    : [sample('pattern-miss', 'symbol', text + found, `"${found}", which the pattern does not have`)];
}

/** A character that may be the second one and not the first one, and one that may be the last but one and not the last one. */
function atEnds({ type, automaton, text, isTaken, matches, isMissed }: Near): readonly RefusedSample[] {
  const longer = textOfLength(automaton, Math.max(type.minLength, 3));
  const base = text.length >= 3 || longer === undefined || !isTaken(longer) ? text : longer;
  const { length } = Array.from(base);
  // In the place of a literal nothing else may be.
  const found = (place: number, neighbour: number): string | undefined =>
    [...digits, ...symbols, ...lower, ...upper].find((each) => {
      const beside = replaced(base, neighbour, each);
      return beside !== base && matches(beside) && isMissed(replaced(base, place, each));
    });
  const [first, last] = length < 3 ? [] : [found(0, 1), found(length - 1, length - 2)];
  return [
    ...(first === undefined
      ? []
      : [sample('pattern-miss', 'first', replaced(base, 0, first), `"${first}" in front, which may only follow`)]),
    ...(last === undefined
      ? []
      : [
          sample(
            'pattern-miss',
            'last',
            replaced(base, length - 1, last),
            `"${last}" at the end, which something must follow`,
          ),
        ]),
  ] as const;
}

function replaced(text: string, place: number, character: string): string {
  const characters = Array.from(text);
  const start = characters.slice(0, place).join('');
  return start + character + text.slice(start.length + (characters[place] ?? '').length);
}
