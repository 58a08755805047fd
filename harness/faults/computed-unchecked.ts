import type { Fault } from './fault.ts';
import { asReader, misread } from './support/misread.ts';

export const computedUnchecked: Fault = {
  id: 'computed-unchecked',
  summary: 'An item whose computed attribute is missing or stale is read.',
  hazard: 'key-derived-attribute-stale',
  seenIn: 'Readers that never look at what they could compute.',
  killedBy: 'item-decode-refusal',
  apply: (codec) =>
    asReader(
      codec,
      misread(codec, (recordType) => ({ ...recordType, computed: [] })),
    ),
};
