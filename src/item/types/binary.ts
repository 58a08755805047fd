import type { ValueType } from '../../model/model.ts';
import { Violation } from '../../scalar/violation.ts';
import { base64Length, isBase64 } from '../../value/base64.ts';
import type { ValueCodec } from '../value-codec.ts';

type BinaryType = Extract<ValueType, { kind: 'binary' }>;

export function binaryCodec(type: BinaryType): ValueCodec {
  const { allowEmpty, minLength, maxLength } = type;
  const check = (text: string): Violation | undefined => {
    if (!isBase64(text)) return new Violation('base64', text, 'padded base64 (RFC 4648 §4)');
    const length = base64Length(text);
    if (length === 0 && !allowEmpty) return new Violation('empty', text, 'bytes; empty is not allowed here');
    if (length < minLength) return new Violation('min-length', text, `at least ${minLength} bytes`);
    if (maxLength !== null && length > maxLength)
      return new Violation('max-length', text, `at most ${maxLength} bytes`);
    return undefined;
  };
  return {
    write: (value) =>
      typeof value === 'string' ? (check(value) ?? { B: value }) : new Violation('type', value, 'base64 text'),
    read: (value) => ('B' in value ? (check(value.B) ?? value.B) : new Violation('type', value, 'type B')),
  };
}
