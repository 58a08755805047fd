import type { Json } from '../value/json.ts';
import { firstDifferenceOf } from './contrast.ts';
import { printable } from './printable.ts';

/** Texts up to this length are seen as a whole. */
const short = 40;

/**
 * Where two texts begin to differ, by the number and the code points of the characters. Only for texts in which that is hard to
 * see: long ones, and those that differ in the case of a letter, in white space or in a character outside of ASCII.
 */
export function whereTextsDiffer(expected: Json | undefined, actual: Json | undefined): string | undefined {
  if (typeof expected !== 'string' || typeof actual !== 'string') return undefined;
  const [left, right] = [[...expected], [...actual]];
  const place = firstDifferenceOf(left, right);
  if (place === undefined) return undefined;
  const [wanted, found] = [left[place], right[place]];
  const long = Math.max(left.length, right.length) > short;
  if (!long && isPlain(wanted) && isPlain(found) && wanted?.toLowerCase() !== found?.toLowerCase()) return undefined;
  return `character ${place + 1}: ${describe(found)} instead of ${describe(wanted)}`;
}

/** Whether a character is one of those that everybody tells apart from every other of them. */
function isPlain(character: string | undefined): boolean {
  return character === undefined || /^[!-~]$/.test(character);
}

function describe(character: string | undefined): string {
  if (character === undefined) return 'the end';
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  // A mark is drawn on the character before it, and would be here on the quotation mark.
  const shown = /\p{M}/u.test(character) ? '' : printable(character);
  return shown === '' || shown.startsWith('\\') ? `U+${code}` : `"${shown}" (U+${code})`;
}
