import type { Fault } from './fault.ts';
import { asWriter, misreadTypes } from './support/misread.ts';
import { withPattern } from './support/types.ts';

export const patternPrefixOnly: Fault = {
  id: 'pattern-prefix-only',
  summary: 'Only the beginning of a text has to match the pattern.',
  hazard: 'regex-class-unicode',
  seenIn: 'Python\'s re.match(), and a regular expression without "$".',
  killedBy: 'item-encode-refusal',
  apply: (codec) =>
    asWriter(
      codec,
      misreadTypes(codec, (type) => withPattern(type, (source) => `(?:${source})[^]*`)),
    ),
};
