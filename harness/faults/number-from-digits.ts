import type { Fault } from './fault.ts';
import { writingValues } from './support/decorate.ts';

export const numberFromDigits: Fault = {
  id: 'number-from-digits',
  summary: 'Text that consists of digits is stored as a number: "9780134685991".',
  hazard: 'num-text-confusion',
  seenIn: 'Writers that guess the type from the text, as loaders of CSV files do.',
  killedBy: 'item-encode',
  apply: (codec) =>
    writingValues(codec, (value) => ('S' in value && /^[1-9][0-9]*$/.test(value.S) ? { N: value.S } : value)),
};
