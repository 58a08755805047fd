import type { Fault } from './fault.ts';
import { fillingComponents } from './support/template.ts';

export const keyNumberAsFloat: Fault = {
  id: 'key-number-as-float',
  summary: 'An integer in a key has a point and a zero behind it: "51.0" for 51.',
  hazard: 'key-float-interpolation',
  seenIn:
    'Python, where pandas makes a column of integers one of floats as soon as a value is missing; Java and Kotlin with a double.',
  killedBy: 'key-build',

  apply: (codec) =>
    fillingComponents(codec, ({ token, type, value, text }) => {
      const pad = token.encodings.find((each) => each.kind === 'pad');
      // What is hashed or cut has no point behind it.
      const isPlain = token.encodings.every(({ kind }) => kind === 'pad' || kind === 'or');
      return type.kind === 'integer' && isPlain ? `${value}.0`.padStart(pad?.width ?? 0, '0') : text;
    }),
};
