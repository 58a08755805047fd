const grammar = /^([+-]?)([0-9]*)\.?([0-9]*)(?:[eE]([+-]?[0-9]+))?$/;
const largestExponent = 125;
const smallestExponent = -130;
const mostDigits = 38;

/**
 * DynamoDB's normal form of a number: no exponent, no needless zeros.
 * `undefined` when DynamoDB cannot hold it: more than 38 digits, 1E126 and above, below 1E-130.
 */
export function normalNumber(number: string): string | undefined {
  const [, sign = '', whole = '', fraction = '', exponentText = '0'] = grammar.exec(number) ?? [];
  if (whole === '' && fraction === '') return undefined;
  const leadingZeros = /^0*/.exec(whole + fraction)?.[0].length ?? 0;
  const digits = (whole + fraction).slice(leadingZeros).replace(/0+$/, '');
  if (digits === '') return '0';
  // The power of ten of the first digit that is not zero.
  const exponent = whole.length - leadingZeros - 1 + Number(exponentText);
  if (digits.length > mostDigits || exponent > largestExponent || exponent < smallestExponent) return undefined;
  return (sign === '-' ? '-' : '') + plainNotation(digits, exponent + 1);
}

function plainNotation(digits: string, digitsBeforePoint: number): string {
  if (digitsBeforePoint <= 0) return `0.${'0'.repeat(-digitsBeforePoint)}${digits}`;
  if (digits.length <= digitsBeforePoint) return digits.padEnd(digitsBeforePoint, '0');
  return `${digits.slice(0, digitsBeforePoint)}.${digits.slice(digitsBeforePoint)}`;
}
