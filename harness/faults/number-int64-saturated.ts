import type { Fault } from './fault.ts';
import { writingValues } from './support/decorate.ts';

const largest = 2n ** 63n - 1n;

export const numberInt64Saturated: Fault = {
  id: 'number-int64-saturated',
  summary: 'Integers of more than 64 bits become the largest of 64 bits.',
  hazard: 'num-128bit',
  seenIn: '"as i64" of a float in Rust, (long) of a double in Java.',
  killedBy: 'item-encode',

  apply: (codec) =>
    writingValues(codec, (value, type) =>
      'N' in value && type.kind === 'integer' && BigInt(value.N) > largest ? { N: largest.toString() } : value,
    ),
};
