import type { Fault } from './fault.ts';
import { asWriter, misreadAttributes } from './support/misread.ts';
import { withoutBounds } from './support/types.ts';

export const defaultValueOther: Fault = {
  id: 'default-value-other',
  summary: 'A default is another one than the design has: 0 for 1, the second value of an enumeration for the first.',
  hazard: 'null-missing-vs-default',
  seenIn: "Zero values of Go and Java primitives, where the design's default is none of them.",
  killedBy: 'item-encode',
  apply: (codec) =>
    asWriter(
      codec,
      misreadAttributes(codec, (attribute) =>
        attribute.default === '1' ? { ...attribute, default: '0', type: withoutBounds(attribute.type) } : attribute,
      ),
    ),
};
