import type { Fault } from './fault.ts';
import { readingValues } from './support/decorate.ts';

export const numberReadExponent: Fault = {
  id: 'number-read-exponent',
  summary: 'Numbers that end in zeros are read with an exponent: "1E+3".',
  hazard: 'num-decimal-type-not-n',
  seenIn: "Python's Decimal.normalize(), and Java's BigDecimal.stripTrailingZeros().toString().",
  killedBy: 'item-decode',
  apply: (codec) =>
    readingValues(codec, (value, type) =>
      type.kind === 'integer' && typeof value === 'string'
        ? value.replace(/(?<=[1-9])0+$/, (zeros) => `E+${zeros.length}`)
        : value,
    ),
};
