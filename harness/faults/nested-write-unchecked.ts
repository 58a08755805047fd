import type { Fault } from './fault.ts';
import { asWriter, misreadInside } from './support/misread.ts';
import { withoutChecks } from './support/types.ts';

export const nestedWriteUnchecked: Fault = {
  id: 'nested-write-unchecked',
  summary:
    'Attributes are checked when they are written, and what is inside of maps and lists is not: members may be missing, NULL or outside their domain.',
  hazard: 'null-required-missing',
  seenIn: 'Validators that stop at the first level, and interfaces of TypeScript that are cast from JSON.',
  killedBy: 'item-encode-refusal',
  apply: (codec) => asWriter(codec, misreadInside(codec, withoutChecks)),
};
