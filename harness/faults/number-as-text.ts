import type { Fault } from './fault.ts';
import { writingValues } from './support/decorate.ts';

export const numberAsText: Fault = {
  id: 'number-as-text',
  summary: 'Numbers are stored as text.',
  hazard: 'num-decimal-type-not-n',
  seenIn: 'rust_decimal with serde writes S; so does JSON.stringify-minded code for bigints.',
  killedBy: 'item-encode',
  apply: (codec) => writingValues(codec, (value) => ('N' in value ? { S: value.N } : value)),
};
