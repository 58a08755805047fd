import type { BinaryType } from '../../model/model.ts';
import { binaryCheck } from '../../scalar/binary-check.ts';
import { Violation } from '../../scalar/violation.ts';
import type { ValueCodec } from '../value-codec.ts';

export function binaryCodec(type: BinaryType): ValueCodec {
  const check = binaryCheck(type);
  return {
    write: (value) =>
      typeof value === 'string' ? (check(value) ?? { B: value }) : new Violation('type', value, 'base64 text'),
    read: (value) => ('B' in value ? (check(value.B) ?? value.B) : new Violation('type', value, 'type B')),
  };
}
