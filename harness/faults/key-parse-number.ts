import type { Fault } from './fault.ts';
import { parsingKeys } from './support/parse.ts';
import { mapMembers } from './support/walk.ts';

export const keyParseNumber: Fault = {
  id: 'key-parse-number',
  summary: 'A key attribute that is a number is read as if it were text.',
  hazard: 'key-type-mismatch',
  seenIn: 'Clients that turn every attribute into the native type and then call String() on it.',
  killedBy: 'key-parse-refusal',
  apply: (codec) => parsingKeys(codec, (key) => mapMembers(key, (value) => ('N' in value ? { S: value.N } : value))),
};
