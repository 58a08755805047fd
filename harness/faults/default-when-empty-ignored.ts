import type { Fault } from './fault.ts';
import { asWriter, misreadAttributes } from './support/misread.ts';

export const defaultWhenEmptyIgnored: Fault = {
  id: 'default-when-empty-ignored',
  summary: 'An empty string is not taken for absent where the design says so.',
  hazard: 'null-empty-string',
  seenIn: 'record.get("name", default) in Python, "??" in JavaScript: both keep an empty string.',
  killedBy: 'item-encode',
  apply: (codec) =>
    asWriter(
      codec,
      misreadAttributes(codec, (attribute) => ({ ...attribute, defaultWhenEmpty: false })),
    ),
};
