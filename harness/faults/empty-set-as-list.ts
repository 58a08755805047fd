import type { Fault } from './fault.ts';
import { forEmptySets } from './support/collections.ts';
import { writingItems } from './support/decorate.ts';

export const emptySetAsList: Fault = {
  id: 'empty-set-as-list',
  summary: 'An empty set is written as an empty list, and the attribute has two types from then on.',
  hazard: 'set-empty',
  seenIn: 'Serializers that cannot tell an empty set from an empty list.',
  killedBy: 'item-encode',
  apply: (codec) =>
    writingItems(codec, (item, recordType, record) => ({ ...item, ...forEmptySets(recordType, record, { L: [] }) })),
};
