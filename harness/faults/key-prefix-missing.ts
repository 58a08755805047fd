import type { Fault } from './fault.ts';
import { asWriter, misreadTokens } from './support/misread.ts';

export const keyPrefixMissing: Fault = {
  id: 'key-prefix-missing',
  summary: 'The first literal of a key pattern is left out: "{user}" is written for "USER#{user}".',
  hazard: 'key-prefix-overlap',
  seenIn:
    'Key helpers that take "the id" and forget the prefix in one of many call sites; the commonest review comment on single-table code.',
  killedBy: 'key-build',
  apply: (codec) =>
    asWriter(
      codec,
      misreadTokens(codec, (tokens) => (tokens.length > 1 && tokens[0]?.kind === 'literal' ? tokens.slice(1) : tokens)),
    ),
};
