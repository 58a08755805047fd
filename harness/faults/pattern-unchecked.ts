import type { Fault } from './fault.ts';
import { asWriter, misreadTypes } from './support/misread.ts';

export const patternUnchecked: Fault = {
  id: 'pattern-unchecked',
  summary: 'Patterns are not looked at.',
  hazard: 'regex-class-unicode',
  seenIn: 'Types without domains: str, string.',
  killedBy: 'item-encode-refusal',
  apply: (codec) =>
    asWriter(
      codec,
      misreadTypes(codec, (type) => (type.kind === 'string' ? { ...type, pattern: null } : type)),
    ),
};
