import type { Fault } from './fault.ts';
import { writingValues } from './support/decorate.ts';

export const textTrimmed: Fault = {
  id: 'text-trimmed',
  summary: 'White space around a text is taken away.',
  hazard: 'key-whitespace-trim',
  seenIn: 'Form handlers.',
  killedBy: 'item-encode',
  apply: (codec) => writingValues(codec, (value) => ('S' in value ? { S: value.S.trim() } : value)),
};
