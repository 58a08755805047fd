import type { Fault } from './fault.ts';
import { asWriter, misreadTypes } from './support/misread.ts';

export const emptyTextAccepted: Fault = {
  id: 'empty-text-accepted',
  summary: 'An empty string is taken where the design wants text.',
  hazard: 'null-empty-string',
  seenIn: '"is not None" as the only check of a required field.',
  killedBy: 'item-encode-refusal',
  apply: (codec) =>
    asWriter(
      codec,
      misreadTypes(codec, (type) =>
        type.kind === 'string' && type.pattern === null && type.enum === null
          ? { ...type, allowEmpty: true, minLength: 0 }
          : type,
      ),
    ),
};
