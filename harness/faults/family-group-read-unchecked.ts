import type { Fault } from './fault.ts';
import { asReader, misreadFamilies } from './support/misread.ts';

export const familyGroupReadUnchecked: Fault = {
  id: 'family-group-read-unchecked',
  summary: 'An item whose families of one group differ is read.',
  hazard: 'family-group',
  seenIn: 'A dictionary for each family, and nobody who compares them.',
  killedBy: 'item-decode-refusal',
  apply: (codec) =>
    asReader(
      codec,
      misreadFamilies(codec, (family) => ({ ...family, group: null, requiredMembers: [] })),
    ),
};
