import { trimmedCharacters } from '../model/encoding.ts';
import type { ComponentToken, ScalarType, StringType } from '../model/model.ts';
import { canContain, someTexts } from '../regex/explore.ts';
import { scalarCheck } from '../scalar/scalar-check.ts';
import { needsPreimage } from './preimage.ts';
import { variedValues } from './varied-values.ts';

/** So many texts are tried for one component: enough for two of a few thousand shards to coincide. */
const mostTried = 4000;

/** So many characters that an encoding strips are tried. What is trimmed is all alike. */
const charactersOfOne = 2;

/** A value may have so many of one removed character at either end. */
const longestRun = 6;

/** At so many places from the start and from the end of a text are characters added. */
const placesAtEnd = 8;

/** So many of them for each text that characters are added to, so that several texts have their turn. */
const mostOfOne = 500;

/** Nobody makes keys of longer texts, and thousands of them would take up memory. */
const longestText = 1000;

/** Where a shard may be all that is left of a value, so many texts of its type are tried. */
const mostPlain = 1000;

/**
 * Values for a component of which a key has only what several encodings leave of it: texts that differ in characters
 * which encodings remove, where, how many and in which order, so that a shard of few numbers beside it coincides as
 * well; and, where a shard is all there is, many texts.
 *
 * @param places where the component stands in the key; there is nothing to try where one of them shows the value
 */
export function* hiddenValues(type: ScalarType, places: readonly ComponentToken[]): Iterable<string> {
  if (type.kind !== 'string' || type.enum !== null || !places.every(needsPreimage)) return;
  if (type.minLength > longestText) return;
  const removed = removedCharacters(type, places);
  const isSharded = places.some(({ encodings }) => encodings.some(({ kind }) => kind === 'shard'));
  const check = scalarCheck(type);
  const tried = new Set<string>();
  for (const texts of [
    isSharded ? plainTexts(type) : [],
    ...restsOf(type, removed).map((rest) => take(mostOfOne, withAdded(rest, removed))),
  ]) {
    for (const value of texts) {
      if (tried.has(value)) continue;
      tried.add(value);
      if (check(value) === undefined) yield value;
      if (tried.size >= mostTried) return;
    }
  }
}

function plainTexts({ pattern, minLength }: StringType): readonly string[] {
  return pattern === null
    ? Array.from({ length: mostPlain }, (_, index) => String(index).padStart(minLength, '0'))
    : someTexts(pattern.automaton, mostPlain);
}

function* take<Each>(most: number, all: Iterable<Each>): Iterable<Each> {
  let taken = 0;
  for (const each of all) {
    if (taken++ >= most) return;
    yield each;
  }
}

/** Some of the characters that one of the encodings removes, and that a value can have. */
function removedCharacters(type: StringType, places: readonly ComponentToken[]): readonly string[] {
  const possible = (character: string): boolean =>
    type.pattern === null || canContain(type.pattern.automaton, character.codePointAt(0) ?? 0);
  const removed = places.flatMap(({ encodings }) =>
    encodings.flatMap((encoding) => {
      if (encoding.kind === 'trim') return [...trimmedCharacters].filter(possible).slice(0, 1);
      return encoding.kind === 'strip' ? [...encoding.characters].filter(possible).slice(0, charactersOfOne) : [];
    }),
  );
  return [...new Set(removed)];
}

/** Texts without the characters, the empty one first: values of the type, and what is left before the end of them. */
function restsOf(type: StringType, removed: readonly string[]): readonly string[] {
  if (removed.length === 0) return [];
  const values = variedValues(type).filter((value) => value.length <= longestText);
  const whole = values.map((value) => [...value].filter((each) => !removed.includes(each)));
  return [
    ...new Set(['', ...[0, 1, 2].flatMap((less) => whole.map((text) => text.slice(0, text.length - less).join('')))]),
  ];
}

function* withAdded(rest: string, removed: readonly string[]): Iterable<string> {
  const characters = [...rest];
  const places = Array.from({ length: characters.length + 1 }, (_, place) => place).filter(
    (place) => place <= placesAtEnd || place >= characters.length - placesAtEnd,
  );
  const between = (from: number, to?: number): string => characters.slice(from, to).join('');
  for (const each of removed) for (const place of places) yield between(0, place) + each + between(place);
  const run = function* (length: number): Iterable<string> {
    for (let before = Math.max(0, length - longestRun); before <= Math.min(length, longestRun); before++)
      for (const first of removed)
        for (const second of removed) yield first.repeat(before) + rest + second.repeat(length - before);
  };
  // Short ones first, so that each two characters have had their turn in both orders before there are enough.
  for (let length = 2; length <= 4; length++) yield* run(length);
  for (const [index, place] of places.entries())
    for (const later of places.slice(index))
      for (const first of removed)
        for (const second of removed) yield between(0, place) + first + between(place, later) + second + between(later);
  for (let length = 5; length <= 2 * longestRun; length++) yield* run(length);
}
