import type { Fault } from './fault.ts';
import { writingItems } from './support/decorate.ts';
import { absentIndexKeys } from './support/keys.ts';

export const indexKeyNull: Fault = {
  id: 'index-key-null',
  summary: 'The key attributes of an index that the item is not in are written as NULL, which DynamoDB refuses.',
  hazard: 'gsi-sparse',
  seenIn: 'The DynamoDB Enhanced Client for Java without ignoreNulls; a ValidationException of PutItem.',
  killedBy: 'item-encode',
  apply: (codec) =>
    writingItems(codec, (item, recordType) => ({ ...absentIndexKeys(item, recordType, { NULL: true }), ...item })),
};
