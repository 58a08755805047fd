import type { Fault } from './fault.ts';
import { asWriter, misreadFamilies } from './support/misread.ts';

export const familyRequiredUnchecked: Fault = {
  id: 'family-required-unchecked',
  summary: 'A member that a family always has may be missing.',
  hazard: 'family-required-member',
  seenIn: 'A rule that everybody knew when there was one writer.',
  killedBy: 'item-encode-refusal',
  apply: (codec) =>
    asWriter(
      codec,
      misreadFamilies(codec, (family) => ({ ...family, requiredMembers: [] })),
    ),
};
