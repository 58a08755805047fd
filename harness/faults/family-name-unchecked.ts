import type { Fault } from './fault.ts';
import { asWriter, misreadFamilies } from './support/misread.ts';
import { withoutPattern } from './support/types.ts';

export const familyNameUnchecked: Fault = {
  id: 'family-name-unchecked',
  summary: 'Any name is taken for a member of a family.',
  hazard: 'family-name-parse',
  seenIn: 'f"b_{limit}_tk" with whatever the caller calls a limit.',
  killedBy: 'item-encode-refusal',
  apply: (codec) =>
    asWriter(
      codec,
      misreadFamilies(codec, (family) => ({ ...family, domain: withoutPattern(family.domain) })),
    ),
};
