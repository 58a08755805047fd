import type { Fault } from './fault.ts';
import { asWriter, misreadAttributes } from './support/misread.ts';
import { withoutCondition } from './support/records.ts';

export const presentWhenUnchecked: Fault = {
  id: 'present-when-unchecked',
  summary: 'An attribute may be there, or be missing, whatever the attribute that it depends on says.',
  hazard: 'attr-conditional-presence',
  seenIn: 'A status that is set without its timestamp.',
  killedBy: 'item-encode-refusal',
  apply: (codec) => asWriter(codec, misreadAttributes(codec, withoutCondition)),
};
