import type { Fault } from './fault.ts';
import { asWriter, misreadTypes } from './support/misread.ts';

export const lengthUnchecked: Fault = {
  id: 'length-unchecked',
  summary: 'The longest length is not looked at.',
  hazard: 'str-length-unit',
  seenIn: 'Columns that became attributes: VARCHAR(256) did it for free.',
  killedBy: 'item-encode-refusal',
  apply: (codec) =>
    asWriter(
      codec,
      misreadTypes(codec, (type) => (type.kind === 'string' ? { ...type, maxLength: null } : type)),
    ),
};
