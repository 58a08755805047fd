import type { Fault } from './fault.ts';
import { takingStored } from './support/decorate.ts';
import { isNumeric } from './support/types.ts';

export const textReadAsNumber: Fault = {
  id: 'text-read-as-number',
  summary: 'Text is read where a number belongs.',
  hazard: 'type-coercion',
  seenIn: 'Number(value) in JavaScript; a dynamic language never says that the type was wrong.',
  killedBy: 'item-decode-refusal',
  apply: (codec) =>
    takingStored(codec, (value, type) =>
      'S' in value && isNumeric(type) && /^[0-9]+$/.test(value.S) ? { N: value.S } : value,
    ),
};
