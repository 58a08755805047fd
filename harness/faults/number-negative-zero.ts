import type { Fault } from './fault.ts';
import { takingValues } from './support/decorate.ts';

export const numberNegativeZero: Fault = {
  id: 'number-negative-zero',
  summary: '"-0" is taken for 0.',
  hazard: 'num-negative-zero',
  seenIn: 'Every parser of integers; only the text shows the difference.',
  killedBy: 'item-encode-refusal',
  apply: (codec) => takingValues(codec, (value, type) => (type.kind === 'integer' && value === '-0' ? '0' : value)),
};
