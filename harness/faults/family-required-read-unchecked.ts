import type { Fault } from './fault.ts';
import { asReader, misreadFamilies } from './support/misread.ts';

export const familyRequiredReadUnchecked: Fault = {
  id: 'family-required-read-unchecked',
  summary: 'An item without a member that a family always has is read.',
  hazard: 'family-required-member',
  seenIn: 'item.get("b_tokens_tk", 0).',
  killedBy: 'item-decode-refusal',
  apply: (codec) =>
    asReader(
      codec,
      misreadFamilies(codec, (family) => ({ ...family, requiredMembers: [] })),
    ),
};
