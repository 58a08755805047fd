import type { Fault } from './fault.ts';
import { takingValues } from './support/decorate.ts';
import { isSet } from './support/types.ts';

export const setScalarAccepted: Fault = {
  id: 'set-scalar-accepted',
  summary: 'One text is taken for a set with that one member.',
  hazard: 'set-scalar',
  seenIn: "Jackson's ACCEPT_SINGLE_VALUE_AS_ARRAY, and helpers like asArray().",
  killedBy: 'item-encode-refusal',
  apply: (codec) => takingValues(codec, (value, type) => (isSet(type) && typeof value === 'string' ? [value] : value)),
};
