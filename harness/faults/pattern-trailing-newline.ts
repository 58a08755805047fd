import type { Fault } from './fault.ts';
import { asWriter, misreadTypes } from './support/misread.ts';
import { withPattern } from './support/types.ts';

export const patternTrailingNewline: Fault = {
  id: 'pattern-trailing-newline',
  summary: 'A line feed at the end gets through the pattern.',
  hazard: 'regex-dollar-newline',
  seenIn: '"$" of Python\'s re, of PCRE and of Ruby matches before a final line feed.',
  killedBy: 'item-encode-refusal',
  apply: (codec) =>
    asWriter(
      codec,
      misreadTypes(codec, (type) => withPattern(type, (source) => `(?:${source})\n?`)),
    ),
};
