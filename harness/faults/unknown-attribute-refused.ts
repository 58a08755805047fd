import type { Fault } from './fault.ts';
import { asReader, misread } from './support/misread.ts';

export const unknownAttributeRefused: Fault = {
  id: 'unknown-attribute-refused',
  summary: 'An item with an attribute of a newer writer is refused.',
  hazard: 'attr-unknown',
  seenIn:
    "serde's deny_unknown_fields, Pydantic's extra = \"forbid\", Jackson's FAIL_ON_UNKNOWN_PROPERTIES, which is its default.",
  killedBy: 'item-decode',
  apply: (codec) =>
    asReader(
      codec,
      misread(codec, (recordType) => ({ ...recordType, unknownAttributes: 'reject' })),
    ),
};
