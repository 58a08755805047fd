import type { Fault } from './fault.ts';
import { asWriter, misreadTokens, misreadTypes } from './support/misread.ts';
import { withDelimiters } from './support/types.ts';

export const keyDelimiterEscaped: Fault = {
  id: 'key-delimiter-escaped',
  summary:
    'A delimiter in a component is percent-encoded, where the design refuses it; other programs cannot find such keys.',
  hazard: 'key-escape-function-divergence',
  seenIn: 'encodeURIComponent() and urllib.parse.quote() around every component, "to be safe".',
  killedBy: 'key-build-refusal',
  apply: (codec) =>
    asWriter(
      codec,
      misreadTokens(misreadTypes(codec, withDelimiters), (tokens) =>
        tokens.map((token) =>
          token.kind === 'component' && token.until !== null && token.encodings.length === 0
            ? { ...token, encodings: [{ kind: 'percent', characters: token.until }] }
            : token,
        ),
      ),
    ),
};
