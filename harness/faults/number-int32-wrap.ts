import type { Fault } from './fault.ts';
import { writingValues } from './support/decorate.ts';

export const numberInt32Wrap: Fault = {
  id: 'number-int32-wrap',
  summary: 'Numbers are kept in 32 bits, and wrap around above 2147483647.',
  hazard: 'num-int-width',
  seenIn: "Java's (int) casts, Go's int32(), JavaScript's \"| 0\".",
  killedBy: 'item-encode',
  apply: (codec) =>
    writingValues(codec, (value, type) =>
      'N' in value && type.kind === 'integer' ? { N: BigInt.asIntN(32, BigInt(value.N)).toString() } : value,
    ),
};
