import type { Fault } from './fault.ts';
import { takingValues } from './support/decorate.ts';

export const booleanTextAccepted: Fault = {
  id: 'boolean-text-accepted',
  summary: 'The text "true", or "1", is taken for a flag.',
  hazard: 'bool-as-number-or-string',
  seenIn: 'Boolean.parseBoolean(), Pydantic\'s bool, Boolean("false") in JavaScript.',
  killedBy: 'item-encode-refusal',
  apply: (codec) =>
    takingValues(codec, (value, type) =>
      type.kind === 'boolean' && typeof value === 'string' ? value === 'true' || value === '1' : value,
    ),
};
