import type { Fault } from './fault.ts';
import { asWriter, misread } from './support/misread.ts';

export const rulesUnchecked: Fault = {
  id: 'rules-unchecked',
  summary: 'What must hold between the attributes of a record is not looked at.',
  hazard: 'attr-conditional-presence',
  seenIn: 'Validators of single fields.',
  killedBy: 'item-encode-refusal',
  apply: (codec) =>
    asWriter(
      codec,
      misread(codec, (recordType) => ({ ...recordType, rules: [] })),
    ),
};
