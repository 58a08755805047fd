import type { Fault } from './fault.ts';
import { asWriter, misreadTokens } from './support/misread.ts';

export const keyAbsentLiteral: Fault = {
  id: 'key-absent-literal',
  summary: 'An absent component is written as "undefined", where the design names another text.',
  hazard: 'key-null-interpolation',
  seenIn: 'JavaScript\'s template literals; Python writes "None", Java "null", Go "<nil>".',
  killedBy: 'key-build',
  apply: (codec) =>
    asWriter(
      codec,
      misreadTokens(codec, (tokens) =>
        tokens.map((token) =>
          token.kind === 'component'
            ? {
                ...token,
                encodings: token.encodings.map((each) => (each.kind === 'or' ? { ...each, text: 'undefined' } : each)),
              }
            : token,
        ),
      ),
    ),
};
