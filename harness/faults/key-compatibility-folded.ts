import type { Fault } from './fault.ts';
import { buildingKeys } from './support/decorate.ts';

export const keyCompatibilityFolded: Fault = {
  id: 'key-compatibility-folded',
  summary: 'Keys are normalised to form KC of Unicode, in which a full-width "＃" is the delimiter.',
  hazard: 'key-unicode-normalisation',
  seenIn: "Django's UsernameField and Python's own identifiers: unicodedata.normalize('NFKC', text).",
  killedBy: 'key-build',

  apply: (codec) => buildingKeys(codec, (text) => text.normalize('NFKC')),
};
