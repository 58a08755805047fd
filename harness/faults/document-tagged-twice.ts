import type { Fault } from './fault.ts';
import { taggedTwice } from './support/collections.ts';
import { writingValues } from './support/decorate.ts';
import { mapMembers } from './support/walk.ts';

export const documentTaggedTwice: Fault = {
  id: 'document-tagged-twice',
  summary: 'Free-form content that is DynamoDB JSON already is marshalled again, so that the types become members.',
  hazard: 'type-coercion',
  seenIn: 'marshall() of the AWS SDK for JavaScript on what an SDK call returned.',
  killedBy: 'item-encode',
  apply: (codec) =>
    writingValues(codec, (value, type) =>
      type.kind === 'document' && 'M' in value ? { M: mapMembers(value.M, taggedTwice) } : value,
    ),
};
