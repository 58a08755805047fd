import type { Fault } from './fault.ts';
import { asParser, misreadTypes } from './support/misread.ts';
import { withoutBounds } from './support/types.ts';

export const keyParseBoundsUnchecked: Fault = {
  id: 'key-parse-bounds-unchecked',
  summary: 'Any integer is taken as a component when a key is parsed.',
  hazard: 'num-int-width',
  seenIn: 'Integer.parseInt() or strconv.Atoi() without a look at the domain.',
  killedBy: 'key-parse-refusal',
  apply: (codec) => asParser(codec, misreadTypes(codec, withoutBounds)),
};
