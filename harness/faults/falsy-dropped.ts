import type { Fault } from './fault.ts';
import { writingValues } from './support/decorate.ts';

export const falsyDropped: Fault = {
  id: 'falsy-dropped',
  summary: 'False and 0 are taken for absent, and left out.',
  hazard: 'falsy-dropped',
  seenIn: '"if (value)" in JavaScript, "if value:" in Python.',
  killedBy: 'item-encode',
  apply: (codec) =>
    writingValues(codec, (value) =>
      ('BOOL' in value && !value.BOOL) || ('N' in value && value.N === '0') ? undefined : value,
    ),
};
