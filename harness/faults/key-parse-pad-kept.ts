import type { Fault } from './fault.ts';
import { parsingComponents } from './support/parse.ts';

export const keyParsePadKept: Fault = {
  id: 'key-parse-pad-kept',
  summary: 'Zeros of padding stay in the component that is read from a key: "0051" for 51.',
  hazard: 'key-pad-width',
  seenIn: 'sk.split("#")[2] used as a number\'s text.',
  killedBy: 'key-parse',
  apply: (codec) =>
    parsingComponents(codec, (text, token) => {
      const pad = token.encodings.find((each) => each.kind === 'pad');
      return pad === undefined ? text : text.padStart(pad.width, '0');
    }),
};
