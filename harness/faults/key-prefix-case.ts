import type { Fault } from './fault.ts';
import { asWriter, misreadTokens } from './support/misread.ts';

export const keyPrefixCase: Fault = {
  id: 'key-prefix-case',
  summary: 'Literals of keys are written in lower case.',
  hazard: 'key-entity-tag-case',
  seenIn: 'ElectroDB lower-cases keys unless told otherwise, literals included (its option "casing").',
  killedBy: 'key-build',
  apply: (codec) =>
    asWriter(
      codec,
      misreadTokens(codec, (tokens) =>
        tokens.map((token) => (token.kind === 'literal' ? { ...token, text: token.text.toLowerCase() } : token)),
      ),
    ),
};
