import type { Fault } from './fault.ts';
import { asWriter, misreadTypes } from './support/misread.ts';
import { withPattern } from './support/types.ts';

export const patternNotCounted: Fault = {
  id: 'pattern-not-counted',
  summary: 'A pattern is taken for the kinds of characters in it, however many of them there are: [A-Z]+ for [A-Z]{3}.',
  hazard: 'regex-class-unicode',
  seenIn: 'Patterns that were written again for another language, from a few examples.',
  killedBy: 'item-encode-refusal',
  apply: (codec) =>
    asWriter(
      codec,
      misreadTypes(codec, (type) => withPattern(type, (source) => source.replace(/\{[0-9]+(?:,[0-9]*)?\}/g, '+'))),
    ),
};
