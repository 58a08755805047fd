import type { Fault } from './fault.ts';
import { fillingComponents } from './support/template.ts';

export const keyPadFixedZeros: Fault = {
  id: 'key-pad-fixed-zeros',
  summary: 'The same zeros stand in front of every number, so that the width is right below 10 only.',
  hazard: 'key-pad-width',
  seenIn: '"000" + number, without the slice(-4) that belongs behind it.',
  killedBy: 'key-build',

  apply: (codec) =>
    fillingComponents(codec, ({ token, bare, text }) => {
      const pad = token.encodings.find((each) => each.kind === 'pad');
      return pad === undefined ? text : '0'.repeat(pad.width - 1) + bare;
    }),
};
