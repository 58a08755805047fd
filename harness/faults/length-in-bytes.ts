import type { Fault } from './fault.ts';
import { refusingValues } from './support/decorate.ts';
import { maximumLength } from './support/types.ts';

export const lengthInBytes: Fault = {
  id: 'length-in-bytes',
  summary: 'Lengths are counted in bytes of UTF-8.',
  hazard: 'str-length-unit',
  seenIn: 'len() of Go and Rust.',
  killedBy: 'item-encode',
  apply: (codec) =>
    refusingValues(
      codec,
      (value, name, recordType) =>
        typeof value === 'string' && Buffer.byteLength(value) > maximumLength(recordType, name),
    ),
};
