import type { Fault } from './fault.ts';
import { asReader, misread } from './support/misread.ts';

export const indexKeyUnchecked: Fault = {
  id: 'index-key-unchecked',
  summary: 'An item whose index keys are not those of its attributes is read.',
  hazard: 'key-derived-attribute-stale',
  seenIn: 'UpdateItem that changes an attribute and not the index key made of it.',
  killedBy: 'item-decode-refusal',
  apply: (codec) =>
    asReader(
      codec,
      misread(codec, (recordType) => ({ ...recordType, keys: recordType.keys.slice(0, 1) })),
    ),
};
