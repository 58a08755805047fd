import type { Fault } from './fault.ts';
import { writingValues } from './support/decorate.ts';

export const binaryBase64Twice: Fault = {
  id: 'binary-base64-twice',
  summary: 'Bytes are encoded as base64 before they are given to a client that encodes them again.',
  hazard: 'bin-double-base64',
  seenIn: 'boto3, which takes bytes, given base64 text.',
  killedBy: 'item-encode',
  apply: (codec) =>
    writingValues(codec, (value) => ('B' in value ? { B: Buffer.from(value.B, 'utf8').toString('base64') } : value)),
};
