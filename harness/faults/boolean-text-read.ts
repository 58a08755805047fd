import type { Fault } from './fault.ts';
import { takingStored } from './support/decorate.ts';

export const booleanTextRead: Fault = {
  id: 'boolean-text-read',
  summary: 'Text is read as a flag.',
  hazard: 'type-coercion',
  seenIn: 'Readers that follow a writer of another type instead of the design.',
  killedBy: 'item-decode-refusal',
  apply: (codec) =>
    takingStored(codec, (value, type) =>
      'S' in value && type.kind === 'boolean' ? { BOOL: value.S === 'true' } : value,
    ),
};
