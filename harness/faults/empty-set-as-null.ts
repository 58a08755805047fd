import type { Fault } from './fault.ts';
import { forEmptySets } from './support/collections.ts';
import { writingItems } from './support/decorate.ts';

export const emptySetAsNull: Fault = {
  id: 'empty-set-as-null',
  summary: 'An empty set is written as NULL.',
  hazard: 'set-empty',
  seenIn: 'The Go SDK writes a nil or empty set as NULL unless "omitemptyelem" and "omitempty" say otherwise.',
  killedBy: 'item-encode',
  apply: (codec) =>
    writingItems(codec, (item, recordType, record) => ({
      ...item,
      ...forEmptySets(recordType, record, { NULL: true }),
    })),
};
