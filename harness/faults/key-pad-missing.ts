import type { Fault } from './fault.ts';
import { withPad } from './support/keys.ts';
import { asWriter, misreadTokens } from './support/misread.ts';

export const keyPadMissing: Fault = {
  id: 'key-pad-missing',
  summary: 'Numbers are not padded with zeros in keys, so that 10 comes before 2.',
  hazard: 'key-pad-width',
  seenIn: 'Plain interpolation of a number where the design says zero-padded.',
  killedBy: 'key-build',
  apply: (codec) =>
    asWriter(
      codec,
      misreadTokens(codec, (tokens) => withPad(tokens, () => [])),
    ),
};
