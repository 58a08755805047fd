import type { Fault } from './fault.ts';
import { asReader, misreadAttributes } from './support/misread.ts';
import { withoutCondition } from './support/records.ts';

export const presentWhenReadUnchecked: Fault = {
  id: 'present-when-read-unchecked',
  summary: 'An item is read though an attribute contradicts the one that it depends on.',
  hazard: 'attr-conditional-presence',
  seenIn: 'Readers that look at one attribute at a time.',
  killedBy: 'item-decode-refusal',
  apply: (codec) => asReader(codec, misreadAttributes(codec, withoutCondition)),
};
