import type { Fault } from './fault.ts';
import { takingStored } from './support/decorate.ts';

export const numberFractionCut: Fault = {
  id: 'number-fraction-cut',
  summary: 'A fraction in the place of an integer is cut off when it is read.',
  hazard: 'num-int-parse-of-nonint-text',
  seenIn: 'Python\'s int(Decimal("1.5")), JavaScript\'s parseInt().',
  killedBy: 'item-decode-refusal',
  apply: (codec) =>
    takingStored(codec, (value, type) =>
      'N' in value && type.kind === 'integer' ? { N: value.N.split('.')[0] ?? value.N } : value,
    ),
};
