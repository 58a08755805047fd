import type { Fault } from './fault.ts';
import { asWriter, misreadTypes } from './support/misread.ts';
import { withoutPattern } from './support/types.ts';

export const patternUnchecked: Fault = {
  id: 'pattern-unchecked',
  summary: 'Patterns are not looked at.',
  hazard: 'regex-class-unicode',
  seenIn: 'Types without domains: str, string.',
  killedBy: 'item-encode-refusal',
  apply: (codec) => asWriter(codec, misreadTypes(codec, withoutPattern)),
};
