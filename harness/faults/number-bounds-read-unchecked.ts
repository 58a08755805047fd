import type { Fault } from './fault.ts';
import { asReader, misread } from './support/misread.ts';
import { withoutBounds } from './support/types.ts';

/** Only of attributes themselves: of what is inside of them, `nested-read-unchecked` is the fault. */
export const numberBoundsReadUnchecked: Fault = {
  id: 'number-bounds-read-unchecked',
  summary: 'A number is read whatever it is, though it is smaller or larger than the design allows.',
  hazard: 'num-int-width',
  seenIn: "Readers that trust writers: Pydantic's model_construct(), and serde without a check of its own.",
  killedBy: 'item-decode-refusal',
  apply: (codec) =>
    asReader(
      codec,
      misread(codec, (recordType) => ({
        ...recordType,
        attributes: recordType.attributes.map((each) => ({ ...each, type: withoutBounds(each.type) })),
      })),
    ),
};
