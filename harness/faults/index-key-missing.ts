import type { Fault } from './fault.ts';
import { asWriter, misread } from './support/misread.ts';

export const indexKeyMissing: Fault = {
  id: 'index-key-missing',
  summary: 'The key of an index is not written, so that no query finds the item there.',
  hazard: 'gsi-sparse',
  seenIn: 'An index that was added later, and a writer that nobody told; aws-sdk clients write what they are given.',
  killedBy: 'key-build',
  apply: (codec) =>
    asWriter(
      codec,
      misread(codec, (recordType) => ({
        ...recordType,
        keys: recordType.keys.slice(0, Math.max(1, recordType.keys.length - 1)),
      })),
    ),
};
