import type { Fault } from './fault.ts';
import { asReader, misread } from './support/misread.ts';

export const rulesReadUnchecked: Fault = {
  id: 'rules-read-unchecked',
  summary: 'An item is read whatever must hold between its attributes.',
  hazard: 'attr-conditional-presence',
  seenIn: 'Readers that trust what is stored.',
  killedBy: 'item-decode-refusal',
  apply: (codec) =>
    asReader(
      codec,
      misread(codec, (recordType) => ({ ...recordType, rules: [] })),
    ),
};
