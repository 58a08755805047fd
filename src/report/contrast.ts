import { type Json, jsonText } from '../value/json.ts';
import { escapeCharacter, printable } from './printable.ts';

// Two long texts that differ in one character look alike when both are shortened, and two short ones look alike when the
// character is an accent. What is shown here always shows the difference.

/** The longest JSON that is shown as a whole, in characters. */
const limit = 120;
/** How much is shown before and after each difference. */
const before = 40;
const after = 70;

/** Characters of JSON text; an escape such as `\n` is one of them. */
type Characters = readonly string[];

/**
 * Values as one line of JSON each, so that values that differ are seen to differ: what is long is reduced to the
 * surroundings of the places where two of them begin to differ, the same places in all, and where they differ in a
 * character outside of ASCII all such characters are escaped.
 */
export function contrast(values: readonly Json[]): readonly string[] {
  const texts = values.map((value) => charactersOf(jsonText(value)));
  const places = placesOf(texts);
  const show = places.some((place) => texts.some((text) => !isAscii(text[place] ?? '')))
    ? escapeForeign
    : (characters: Characters) => printable(characters.join(''));
  const long = texts.some((text) => text.length > limit);
  return texts.map((text) => (long ? windows(text, places) : [text]).map(show).join('...'));
}

/** Every place where two of the texts begin to differ, in order. */
function placesOf(texts: readonly Characters[]): readonly number[] {
  const places = new Set<number>();
  for (const [index, left] of texts.entries()) {
    for (const right of texts.slice(index + 1)) {
      const place = firstDifferenceOf(left, right);
      if (place !== undefined) places.add(place);
    }
  }
  return [...places].sort((left, right) => left - right);
}

/** Where two sequences begin to differ, or `undefined` if they are the same. */
export function firstDifferenceOf(left: readonly string[], right: readonly string[]): number | undefined {
  const length = Math.max(left.length, right.length);
  for (let index = 0; index < length; index++) if (left[index] !== right[index]) return index;
  return undefined;
}

/** What is around the places, or the beginning and the end where there are none. An empty part is more text that is not shown. */
function windows(text: Characters, places: readonly number[]): readonly Characters[] {
  if (text.length <= limit) return [text];
  if (places.length === 0) return [text.slice(0, limit / 2), text.slice(-limit / 2)];
  const parts: { start: number; end: number }[] = [];
  for (const place of places) {
    const [start, end] = [Math.max(0, place - before), place + after];
    const last = parts.at(-1);
    if (last !== undefined && start <= last.end) last.end = end;
    else parts.push({ start, end });
  }
  const shown = parts.map(({ start, end }) => text.slice(start, end)).filter((part) => part.length > 0);
  const [first, last] = [parts[0], parts.at(-1)];
  return [...(first?.start === 0 ? [] : [[]]), ...shown, ...(text.length > (last?.end ?? 0) ? [[]] : [])];
}

function charactersOf(json: string): Characters {
  return json.match(/\\u[0-9a-f]{4}|\\.|[\s\S]/gu) ?? [];
}

function isAscii(character: string): boolean {
  return (character.codePointAt(0) ?? 0) < 0x80;
}

function escapeForeign(characters: Characters): string {
  return characters.map((each) => (isAscii(each) ? printable(each) : escapeCharacter(each))).join('');
}
