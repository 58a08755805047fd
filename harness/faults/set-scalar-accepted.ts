import type { Fault } from './fault.ts';
import { takingValues } from './support/decorate.ts';
import { isSet } from './support/types.ts';

export const setScalarAccepted: Fault = {
  id: 'set-scalar-accepted',
  summary: 'One text is taken for a set of its characters, or of itself.',
  hazard: 'set-scalar',
  seenIn: 'Python\'s set("gpt-4") is a set of characters; JavaScript\'s new Set("gpt-4") too.',
  killedBy: 'item-encode-refusal',
  apply: (codec) =>
    takingValues(codec, (value, type) => (isSet(type) && typeof value === 'string' ? [...new Set(value)] : value)),
};
