import { normalizeDecimal } from '../value/decimal.ts';
import { endOfString } from '../value/json-text.ts';

/** What of a JSON text would not be the same after it is read and written again. */
export type Lossy = {
  readonly offset: number;
  readonly length: number;
  readonly message: string;
  readonly help: string;
};

/**
 * What every lossy text has: an escaped half of a character, or where a value may start a number of 16 characters or with an
 * exponent. A double holds each decimal number of 15 digits.
 */
const suspicious = /\\u[dD][89a-fA-F]|[:,[][ \t\n\r]*-?[0-9](?:[0-9.]{15}|[0-9.]*[eE][-+]?[0-9]+(?:[ \t\n\r,}\]]|$))/;

const numbers = /-?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/g;

/**
 * The first number of a JSON text that a double does not hold, or the first string with half a character, which is no
 * Unicode. Vectors hold numbers as text; numbers of JSON are there to be refused, and must still be the same afterwards.
 *
 * @param text valid JSON
 */
export function findLossy(text: string): Lossy | undefined {
  // Nearly all files end here, and they have megabytes.
  if (!suspicious.test(text)) return undefined;
  for (let at = 0; at < text.length; ) {
    const quote = text.indexOf('"', at);
    const start = quote < 0 ? text.length : quote;
    const number = findLossyNumber(text.slice(at, start), at);
    if (number !== undefined || quote < 0) return number;
    at = endOfString(text, start);
    if (isHalf(text.slice(start, at))) return { offset: start, length: at - start, message: half, help: halfHelp };
  }
  return undefined;
}

function findLossyNumber(between: string, offset: number): Lossy | undefined {
  for (const { 0: number, index } of between.matchAll(numbers)) {
    const written = JSON.stringify(JSON.parse(number));
    if (written === number) continue;
    const [before, after] = [normalizeDecimal(number), normalizeDecimal(written)];
    if (before !== undefined && before === after) continue;
    const message = `the number ${number} would become another one`;
    return { offset: offset + index, length: number.length, message, help: numberHelp };
  }
  return undefined;
}

function isHalf(string: string): boolean {
  return string.includes('\\') && !(JSON.parse(string) as string).isWellFormed();
}

const numberHelp = 'write it as text: records and items have no numbers of JSON';
const half = 'half a character stands alone here, which is no Unicode: programs refuse it, or read something else';
const halfHelp = 'write both halves of the character, or the character itself';
