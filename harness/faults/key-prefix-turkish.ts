import type { Fault } from './fault.ts';
import { buildingKeys } from './support/decorate.ts';

export const keyPrefixTurkish: Fault = {
  id: 'key-prefix-turkish',
  summary:
    'A tag of a key is upper-cased in the locale of the machine, so that "audit" becomes "AUDİT" on a Turkish one.',
  hazard: 'key-case-folding-unicode',
  seenIn: "Java's String.toUpperCase() and JavaScript's toLocaleUpperCase() follow the default locale.",
  killedBy: 'key-build',
  apply: (codec) =>
    buildingKeys(codec, (text, { pattern }) =>
      pattern.tokens.reduce(
        (key, token) =>
          token.kind === 'literal' ? key.replaceAll(token.text, token.text.replaceAll('I', '\u0130')) : key,
        text,
      ),
    ),
};
