import type { Fault } from './fault.ts';
import { tryingAlso } from './support/decorate.ts';
import { withPad } from './support/keys.ts';
import { asParser, misreadTokens } from './support/misread.ts';

export const keyParseUnpadded: Fault = {
  id: 'key-parse-unpadded',
  summary: 'Keys are parsed though their numbers lack the padding; writing them again gives another key.',
  hazard: 'key-pad-width',
  seenIn: 'parseInt() of a segment.',
  killedBy: 'key-parse-refusal',
  apply: (codec) =>
    tryingAlso(
      codec,
      asParser(
        codec,
        misreadTokens(codec, (tokens) => withPad(tokens, () => [])),
      ),
    ),
};
