import type { Fault } from './fault.ts';
import { asWriter, misreadFamilies } from './support/misread.ts';

export const familyGroupUnchecked: Fault = {
  id: 'family-group-unchecked',
  summary: 'A member may be in one family of a group and not in the others.',
  hazard: 'family-group',
  seenIn: 'Updates of single attributes: SET b_tokens_tk = :t creates one of five.',
  killedBy: 'item-encode-refusal',
  apply: (codec) =>
    asWriter(
      codec,
      misreadFamilies(codec, (family) => ({ ...family, group: null })),
    ),
};
