import type { Fault } from './fault.ts';
import { takingValues } from './support/decorate.ts';

export const notTextAccepted: Fault = {
  id: 'not-text-accepted',
  summary: 'A boolean is turned into text, "true" or "True".',
  hazard: 'type-coercion',
  seenIn: 'f-strings and template literals around a field.',
  killedBy: 'item-encode-refusal',
  apply: (codec) =>
    takingValues(codec, (value, type) =>
      type.kind === 'string' && typeof value === 'boolean' ? String(value) : value,
    ),
};
