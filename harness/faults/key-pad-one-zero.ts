import type { Fault } from './fault.ts';
import { fillingComponents } from './support/template.ts';

export const keyPadOneZero: Fault = {
  id: 'key-pad-one-zero',
  summary: 'One zero stands in front of numbers below 10, and none in front of others, whatever the width is.',
  hazard: 'key-pad-width',
  seenIn: 'n < 10 ? "0" + n : n, which people write for months and hours.',
  killedBy: 'key-build',

  apply: (codec) =>
    fillingComponents(codec, ({ token, bare, text }) => {
      const pad = token.encodings.find((each) => each.kind === 'pad');
      return pad === undefined ? text : bare.padStart(2, '0');
    }),
};
