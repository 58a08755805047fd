import type { Fault } from './fault.ts';
import { writingItems } from './support/decorate.ts';
import { absentIndexKeys } from './support/keys.ts';

export const indexKeyEmptyText: Fault = {
  id: 'index-key-empty-text',
  summary:
    'The key attributes of an index that the item is not in are written as empty strings, which DynamoDB refuses.',
  hazard: 'gsi-sparse',
  seenIn: 'Go structs without the tag "omitempty" on a string.',
  killedBy: 'item-encode',
  apply: (codec) =>
    writingItems(codec, (item, recordType) => ({ ...absentIndexKeys(item, recordType, { S: '' }), ...item })),
};
