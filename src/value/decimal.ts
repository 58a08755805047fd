/**
 * Exact decimal numbers as text. DynamoDB numbers never become a JavaScript `number` outside this file: a double
 * holds 15 to 17 digits, DynamoDB holds 38.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html#HowItWorks.DataTypes.Number
 */

/** A number in DynamoDB's normal form: no exponent, no needless zeros, no `+`, no `-0`. */
export type Decimal = string;

const maximumDigits = 38;
const largestExponent = 125;
const smallestExponent = -130;

const normalInteger = /^(?:0|-?[1-9][0-9]*)$/;
const grammar = /^([+-]?)([0-9]*)(?:\.([0-9]*))?(?:[eE]([+-]?[0-9]{1,6}))?$/;

/** Whether text is an integer in normal form (`0`, `-7`; not `-0`, `01`, `+1`, `1.0`). */
export function isNormalInteger(text: string): boolean {
  return normalInteger.test(text);
}

/**
 * Brings a number into DynamoDB's normal form, as the service does when it stores it.
 * Returns `undefined` for text that is no number, has more than 38 significant digits, or is outside
 * ±1E-130 … 9.9…E+125.
 */
export function normalizeDecimal(text: string): Decimal | undefined {
  if (text.length <= maximumDigits && normalInteger.test(text)) return text;
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
  const significant = digits.slice(leading, end);
  if (significant === '') return '0';
  if (significant.length > maximumDigits) return undefined;
  // Position of the decimal point, counted from the first significant digit.
  const point = whole.length - leading + Number(parts[4] ?? '0');
  const magnitude = point - 1;
  if (magnitude > largestExponent || magnitude < smallestExponent) return undefined;
  return `${parts[1] === '-' ? '-' : ''}${placePoint(significant, point)}`;
}

function placePoint(significant: string, point: number): string {
  if (point <= 0) return `0.${'0'.repeat(-point)}${significant}`;
  if (point >= significant.length) return significant + '0'.repeat(point - significant.length);
  return `${significant.slice(0, point)}.${significant.slice(point)}`;
}

/** Orders two numbers in normal form by value: negative, zero or positive, like a sort comparator. */
export function compareDecimals(left: Decimal, right: Decimal): number {
  if (left === right) return 0;
  const leftNegative = left.startsWith('-');
  if (leftNegative !== right.startsWith('-')) return leftNegative ? -1 : 1;
  return leftNegative ? compareMagnitudes(right.slice(1), left.slice(1)) : compareMagnitudes(left, right);
}

function compareMagnitudes(left: string, right: string): number {
  const [leftWhole = '', leftFraction = ''] = left.split('.');
  const [rightWhole = '', rightFraction = ''] = right.split('.');
  if (leftWhole.length !== rightWhole.length) return leftWhole.length - rightWhole.length;
  if (leftWhole !== rightWhole) return leftWhole < rightWhole ? -1 : 1;
  if (leftFraction === rightFraction) return 0;
  return leftFraction < rightFraction ? -1 : 1;
}

/** The integer `distance` away from `text`. Both are integers in normal form. */
export function addToInteger(text: Decimal, distance: bigint): Decimal {
  return (BigInt(text) + distance).toString();
}
