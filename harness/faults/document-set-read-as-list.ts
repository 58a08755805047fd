import type { Fault } from './fault.ts';
import { withSetsAsLists } from './support/collections.ts';
import { readingValues } from './support/decorate.ts';

export const documentSetReadAsList: Fault = {
  id: 'document-set-read-as-list',
  summary: 'A set in free-form content is read as a list, and will be written back as one.',
  hazard: 'set-or-list',
  seenIn: 'JSON in between: JSON.stringify() of a Set is "{}", and libraries turn it into an array first.',
  killedBy: 'item-decode',
  apply: (codec) => readingValues(codec, (value, type) => (type.kind === 'document' ? withSetsAsLists(value) : value)),
};
