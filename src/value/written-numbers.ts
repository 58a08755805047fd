import { endOfString } from './json-text.ts';

/** The numbers of a text as they are written there, which a parser of JSON does not keep. */
export type WrittenNumbers = {
  /** The same text, in which each of them is another number that is in no other place. */
  readonly text: string;
  /** What was made of that text, with the numbers as they were written. */
  readonly restore: (made: string) => string;
};

const number = /-?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/g;

/** A mark and the digits behind it, which count, are a whole number that a double holds. */
const digits = 6;
const smallestMark = 100_000_000;

/**
 * @param text valid JSON
 * @returns `undefined` where each number is written as a program would write it
 */
export function writtenNumbers(text: string): WrittenNumbers | undefined {
  const written = new Map<string, string>();
  let mark = smallestMark;
  while (text.includes(String(mark))) mark++;
  const marked = outsideStrings(text, (part) =>
    part.replace(number, (found) => {
      if (String(JSON.parse(found)) === found || written.size === 10 ** digits) return found;
      const marker = `${mark}${String(written.size).padStart(digits, '0')}`;
      written.set(marker, found);
      return marker;
    }),
  );
  if (written.size === 0) return undefined;
  const markers = new RegExp(`${mark}[0-9]{${digits}}`, 'g');
  return { text: marked, restore: (made) => made.replace(markers, (marker) => written.get(marker) ?? marker) };
}

function outsideStrings(text: string, change: (part: string) => string): string {
  let changed = '';
  for (let at = 0; at < text.length; ) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return changed + change(text.slice(at));
    const end = endOfString(text, quote);
    changed += change(text.slice(at, quote)) + text.slice(quote, end);
    at = end;
  }
  return changed;
}
