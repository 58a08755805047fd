import type { BinaryType } from '../model/model.ts';
import { base64Length, isBase64 } from '../value/base64.ts';
import type { TextCheck } from './text-check.ts';
import { Violation } from './violation.ts';

/** Checks padded base64 against a binary type; lengths count the bytes it stands for. */
export function binaryCheck(type: BinaryType): TextCheck {
  const { allowEmpty, minLength, maxLength } = type;
  return (text) => {
    if (!isBase64(text)) return new Violation('base64', text, 'padded base64 (RFC 4648 §4)');
    const length = base64Length(text);
    if (length === 0 && !allowEmpty) return new Violation('empty', text, 'bytes; empty is not allowed here');
    if (length < minLength) return new Violation('min-length', text, `at least ${minLength} bytes`);
    if (maxLength !== null && length > maxLength)
      return new Violation('max-length', text, `at most ${maxLength} bytes`);
    return undefined;
  };
}
