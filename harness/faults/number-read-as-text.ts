import type { Fault } from './fault.ts';
import { takingStored } from './support/decorate.ts';

export const numberReadAsText: Fault = {
  id: 'number-read-as-text',
  summary: 'A number is read where text belongs.',
  hazard: 'type-coercion',
  seenIn: 'String(value) in JavaScript, str(value) in Python.',
  killedBy: 'item-decode-refusal',
  apply: (codec) =>
    takingStored(codec, (value, type) => ('N' in value && type.kind === 'string' ? { S: value.N } : value)),
};
