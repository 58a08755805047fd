import type { Fault } from './fault.ts';
import { withPad } from './support/keys.ts';
import { asWriter, misreadTokens } from './support/misread.ts';

export const keyPadWidth: Fault = {
  id: 'key-pad-width',
  summary: 'Numbers are padded to one digit more than the design says.',
  hazard: 'key-pad-width',
  seenIn: '"%05d" in one program and "%04d" in another.',
  killedBy: 'key-build',
  apply: (codec) =>
    asWriter(
      codec,
      misreadTokens(codec, (tokens) => withPad(tokens, (pad) => [{ ...pad, width: pad.width + 1 }])),
    ),
};
