import type { Fault } from './fault.ts';
import { writingValues } from './support/decorate.ts';

export const binaryAsList: Fault = {
  id: 'binary-as-list',
  summary: 'Bytes are stored as a list of numbers.',
  hazard: 'bin-rust-vec-u8-is-list',
  seenIn: 'serde_dynamo for Vec<u8> without serde_bytes.',
  killedBy: 'item-encode',
  apply: (codec) =>
    writingValues(codec, (value) =>
      'B' in value ? { L: [...Buffer.from(value.B, 'base64')].map((byte) => ({ N: String(byte) })) } : value,
    ),
};
