import type { Fault } from './fault.ts';
import { asWriter, misread } from './support/misread.ts';

export const computedMissing: Fault = {
  id: 'computed-missing',
  summary: 'An attribute that follows from others is not written.',
  hazard: 'key-derived-attribute-stale',
  seenIn: 'A type tag that was added later: older writers leave it out, and filters skip their items.',
  killedBy: 'item-encode',
  apply: (codec) =>
    asWriter(
      codec,
      misread(codec, (recordType) => ({ ...recordType, computed: [] })),
    ),
};
