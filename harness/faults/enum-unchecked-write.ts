import type { Fault } from './fault.ts';
import { asWriter, misreadTypes } from './support/misread.ts';

export const enumUncheckedWrite: Fault = {
  id: 'enum-unchecked-write',
  summary: 'Any text is written where the design lists the values.',
  hazard: 'enum-unknown',
  seenIn: 'Type aliases of string: they document, and check nothing.',
  killedBy: 'item-encode-refusal',
  apply: (codec) =>
    asWriter(
      codec,
      misreadTypes(codec, (type) => (type.kind === 'string' ? { ...type, enum: null } : type)),
    ),
};
