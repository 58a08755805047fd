import type { Fault } from './fault.ts';
import { asWriter, misreadTokens, misreadTypes } from './support/misread.ts';
import { withDelimiters } from './support/types.ts';

export const keyDelimiterAccepted: Fault = {
  id: 'key-delimiter-accepted',
  summary: 'A component may contain the character that ends it, so that two records make one key.',
  hazard: 'key-delimiter-injection',
  seenIn:
    'String interpolation, as f"USER#{tenant}#{user}"; dynamodb-toolbox\'s prefix() joins with "#" and escapes nothing.',
  killedBy: 'key-build-refusal',
  apply: (codec) =>
    asWriter(
      codec,
      misreadTokens(misreadTypes(codec, withDelimiters), (tokens) =>
        tokens.map((token) => (token.kind === 'component' ? { ...token, until: null } : token)),
      ),
    ),
};
