import { unitAt } from './text.ts';

/**
 * Exact decimal numbers as text. DynamoDB numbers never become a JavaScript `number` outside this file: a double
 * holds 15 to 17 digits, DynamoDB holds 38.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html#HowItWorks.DataTypes.Number
 */

/** A number in DynamoDB's normal form: no exponent, no needless zeros, no `+`, no `-0`. */
export type Decimal = string;

/** The most significant digits that a number has. */
export const maximumDigits = 38;
const largestExponent = 125;
const smallestExponent = -130;

const minus = 45;
const zero = 48;
const nine = 57;

const grammar = /^([+-]?)([0-9]*)(?:\.([0-9]*))?(?:[eE]([+-]?[0-9]{1,6}))?$/;

/** Whether text is an integer in normal form (`0`, `-7`; not `-0`, `01`, `+1`, `1.0`). */
export function isNormalInteger(text: string): boolean {
  // By hand, because every number of every item comes through here, and most of them are short.
  const start = unitAt(text, 0) === minus ? 1 : 0;
  const first = unitAt(text, start);
  if (first === zero) return text.length === 1;
  const { length } = text;
  if (length === start) return false;
  for (let index = start; index < length; index++) {
    const code = unitAt(text, index);
    if (code < zero || code > nine) return false;
  }
  return true;
}

/**
 * Brings a number into DynamoDB's normal form, as the service does when it stores it.
 * Returns `undefined` for text that is no number, has more than 38 significant digits, or is outside
 * ±1E-130 … 9.9…E+125.
 */
export function normalizeDecimal(text: string): Decimal | undefined {
  if (text.length <= maximumDigits && isNormalInteger(text)) return text;
  const parts = partsOf(text);
  if (parts === undefined) return undefined;
  const { negative, significant, point } = parts;
  if (significant === '') return '0';
  if (significant.length > maximumDigits) return undefined;
  const magnitude = point - 1;
  if (magnitude > largestExponent || magnitude < smallestExponent) return undefined;
  return `${negative ? '-' : ''}${placePoint(significant, point)}`;
}

/** What text should have been of which there is no normal form, as the end of a sentence that starts with "expected". */
export function expectedNumber(text: string): string {
  const parts = partsOf(text);
  if (parts === undefined) return 'a number';
  if (parts.significant.length > maximumDigits) return `a number of at most ${maximumDigits} digits`;
  return parts.point - 1 > largestExponent
    ? `a number of a magnitude below 1E+${largestExponent + 1}`
    : `0, or a number of a magnitude of at least 1E${smallestExponent}`;
}

/** A number in DynamoDB's grammar: its digits without zeros around them, and where its point is, counted from the first of them. */
function partsOf(
  text: string,
): { readonly negative: boolean; readonly significant: string; readonly point: number } | undefined {
  const parts = grammar.exec(text);
  if (parts === null) return undefined;
  const whole = parts[2] ?? '';
  const fraction = parts[3] ?? '';
  if (whole.length + fraction.length === 0) return undefined;
  const digits = `${whole}${fraction}`;
  const leading = /^0*/.exec(digits)?.[0].length ?? 0;
  // Not /0+$/, which looks at every run of zeros from each of its characters.
  let end = digits.length;
  while (end > leading && digits[end - 1] === '0') end--;
  const point = whole.length - leading + Number(parts[4] ?? '0');
  return { negative: parts[1] === '-', significant: digits.slice(leading, end), point };
}

function placePoint(significant: string, point: number): string {
  if (point <= 0) return `0.${'0'.repeat(-point)}${significant}`;
  if (point >= significant.length) return significant + '0'.repeat(point - significant.length);
  return `${significant.slice(0, point)}.${significant.slice(point)}`;
}

/** Orders two numbers in normal form by value: negative, zero or positive, like a sort comparator. */
export function compareDecimals(left: Decimal, right: Decimal): number {
  return compare(left, right, wholeDigits(left) - wholeDigits(right));
}

/** The same for two integers, whose digits need not be searched for a point. */
export function compareIntegers(left: Decimal, right: Decimal): number {
  return compare(left, right, left.length - right.length);
}

function compare(left: Decimal, right: Decimal, moreDigits: number): number {
  const leftNegative = unitAt(left, 0) === minus;
  if (leftNegative !== (unitAt(right, 0) === minus)) return leftNegative ? -1 : 1;
  // With as many digits before the point, the order of the text is that of the numbers: a point is in the same place.
  const magnitude = moreDigits || (left < right ? -1 : left > right ? 1 : 0);
  return leftNegative ? 0 - magnitude : magnitude;
}

function wholeDigits(text: Decimal): number {
  const point = text.indexOf('.');
  return point < 0 ? text.length : point;
}

/** The integer `distance` away from `text`. Both are integers in normal form. */
export function addToInteger(text: Decimal, distance: bigint): Decimal {
  return (BigInt(text) + distance).toString();
}
