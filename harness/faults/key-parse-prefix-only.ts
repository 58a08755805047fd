import type { Fault } from './fault.ts';
import { asParser, misreadTypes } from './support/misread.ts';
import { withPattern } from './support/types.ts';

export const keyParsePrefixOnly: Fault = {
  id: 'key-parse-prefix-only',
  summary: 'Whatever follows a component at the end of a key is taken for a part of it.',
  hazard: 'key-prefix-overlap',
  seenIn: 'Python\'s re.match(), and a regular expression without "$".',
  killedBy: 'key-parse-refusal',
  apply: (codec) =>
    asParser(
      codec,
      misreadTypes(codec, (type) => withPattern(type, (source) => `(?:${source})[^]*`)),
    ),
};
