import type { Fault } from './fault.ts';
import { writingValues } from './support/decorate.ts';

export const binaryAsText: Fault = {
  id: 'binary-as-text',
  summary: 'Bytes are stored as base64 text.',
  hazard: 'bin-double-base64',
  seenIn: 'JSON-minded code; serde with a base64 module writes S.',
  killedBy: 'item-encode',
  apply: (codec) => writingValues(codec, (value) => ('B' in value ? { S: value.B } : value)),
};
