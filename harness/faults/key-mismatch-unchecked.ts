import type { Fault } from './fault.ts';
import { takingItems, tryingAlso } from './support/decorate.ts';
import { agreeingWithKey } from './support/records.ts';

export const keyMismatchUnchecked: Fault = {
  id: 'key-mismatch-unchecked',
  summary: 'An item is read whose attribute says something else than its key.',
  hazard: 'key-derived-attribute-stale',
  seenIn: 'Readers that take the attribute, and never look at the key.',
  killedBy: 'item-decode-refusal',
  apply: (codec) => tryingAlso(codec, takingItems(codec, agreeingWithKey(codec)), 'key-mismatch'),
};
