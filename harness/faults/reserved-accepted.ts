import type { Fault } from './fault.ts';
import { asWriter, misreadTypes } from './support/misread.ts';

export const reservedAccepted: Fault = {
  id: 'reserved-accepted',
  summary: 'A reserved name is taken.',
  hazard: 'family-name-reserved',
  seenIn: 'A list of reserved words that only one program has.',
  killedBy: 'item-encode-refusal',
  apply: (codec) =>
    asWriter(
      codec,
      misreadTypes(codec, (type) => (type.kind === 'string' ? { ...type, reserved: [] } : type)),
    ),
};
