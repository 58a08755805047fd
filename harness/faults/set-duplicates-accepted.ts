import type { Fault } from './fault.ts';
import { takingValues } from './support/decorate.ts';
import { isSet } from './support/types.ts';

export const setDuplicatesAccepted: Fault = {
  id: 'set-duplicates-accepted',
  summary: 'A member that is there twice is taken once, without a word.',
  hazard: 'set-duplicates',
  seenIn: 'new Set(…) in JavaScript, set() in Python. DynamoDB itself refuses such a set.',
  killedBy: 'item-encode-refusal',
  apply: (codec) =>
    takingValues(codec, (value, type) =>
      isSet(type) && Array.isArray(value)
        ? [...new Map(value.map((each) => [JSON.stringify(each), each])).values()]
        : value,
    ),
};
