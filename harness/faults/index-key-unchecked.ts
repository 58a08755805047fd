import type { Fault } from './fault.ts';
import { tryingAlso } from './support/decorate.ts';
import { asReader, misread } from './support/misread.ts';

export const indexKeyUnchecked: Fault = {
  id: 'index-key-unchecked',
  summary: 'An item whose index keys are not those of its attributes is read.',
  hazard: 'key-derived-attribute-stale',
  seenIn: 'UpdateItem that changes an attribute and not the index key made of it.',
  killedBy: 'item-decode-refusal',
  gap: 'no vector asks readers to look at keys of indexes: few programs do, and a query that projects only some attributes does not even return them',
  apply: (codec) =>
    tryingAlso(
      codec,
      asReader(
        codec,
        misread(codec, (recordType) => ({ ...recordType, keys: recordType.keys.slice(0, 1) })),
      ),
      'index-key',
    ),
};
