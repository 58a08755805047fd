import type { Fault } from './fault.ts';
import { readingRecords } from './support/decorate.ts';

export const unknownAttributeReturned: Fault = {
  id: 'unknown-attribute-returned',
  summary: 'What the design does not explain becomes a member of the record.',
  hazard: 'attr-unknown',
  seenIn: '{**item} in Python, {...item} in JavaScript.',
  killedBy: 'item-decode',
  apply: (codec) =>
    readingRecords(codec, (record, _recordType, { unknownAttributes }) => ({ ...unknownAttributes, ...record })),
};
