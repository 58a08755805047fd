import type { Fault } from './fault.ts';
import { takingValues } from './support/decorate.ts';

export const binaryLenientBase64: Fault = {
  id: 'binary-lenient-base64',
  summary: 'Base64 without padding, or with the URL-safe alphabet, is taken.',
  hazard: 'bin-base64-variant',
  seenIn: 'Buffer.from(text, "base64") in Node takes anything.',
  killedBy: 'item-encode-refusal',
  apply: (codec) =>
    takingValues(codec, (value, type) =>
      type.kind === 'binary' && typeof value === 'string' ? Buffer.from(value, 'base64').toString('base64') : value,
    ),
};
