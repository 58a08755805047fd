import type { Fault } from './fault.ts';
import { asWriter, misreadTypes } from './support/misread.ts';
import { withoutBounds } from './support/types.ts';

export const numberBoundsUnchecked: Fault = {
  id: 'number-bounds-unchecked',
  summary: 'The smallest and the largest value of a number are not looked at.',
  hazard: 'num-int-width',
  seenIn: 'Types without domains: int, i64, number.',
  killedBy: 'item-encode-refusal',
  apply: (codec) => asWriter(codec, misreadTypes(codec, withoutBounds)),
};
