import type { BinaryType } from '../../model/model.ts';
import { binaryCheck } from '../../scalar/binary-check.ts';
import { type RefusedSample, type Sample, sample } from './value.ts';

/** More bytes than this are not tried: items have a limit, and vectors have readers. */
const mostBytesTried = 1024;

/** The bytes 00 and FF in turn, as base64: two, or as many as the type asks for. */
export function typicalBinary({ minLength, maxLength }: BinaryType): string {
  return bytes(Math.min(Math.max(minLength, 2), maxLength ?? Number.MAX_SAFE_INTEGER));
}

/** Bytes that languages take for text or for numbers, and the shortest and the longest. */
export function binarySamples(type: BinaryType): readonly Sample[] {
  const { maxLength } = type;
  const check = binaryCheck(type);
  const candidates = [
    sample('no-bytes', 'empty', '', 'no bytes', 'bin-empty'),
    sample('zero-byte', 'zero', 'AA==', 'the byte 00', 'bin-rust-vec-u8-is-list'),
    sample('all-bits', 'all-bits', '/w==', 'the byte FF', 'bin-rust-vec-u8-is-list'),
    sample('not-utf-8', 'not-utf-8', 'w/8=', 'two bytes that are no text', 'bin-double-base64'),
    ...(maxLength !== null && maxLength <= mostBytesTried
      ? [sample('most-bytes', 'most', bytes(maxLength), `${maxLength} bytes`)]
      : []),
  ];
  return candidates.filter(({ value }) => check(String(value)) === undefined);
}

/** Texts that a binary type refuses, one fault each. */
export function refusedBinaries({ minLength, maxLength, allowEmpty }: BinaryType): readonly RefusedSample[] {
  return [
    sample('other-base64', 'not-base64', 'AP8', 'base64 without its padding', 'bin-base64-variant'),
    sample('other-base64', 'url-safe', '_-8=', 'the URL-safe alphabet', 'bin-base64-variant'),
    ...(minLength > 1 || (minLength === 1 && !allowEmpty)
      ? [sample('bytes-too-short', 'too-short', bytes(minLength - 1), `${minLength - 1} bytes`, 'bin-empty')]
      : []),
    ...(maxLength !== null && maxLength <= mostBytesTried
      ? [sample('bytes-too-long', 'too-long', bytes(maxLength + 1), `${maxLength + 1} bytes`, 'bin-double-base64')]
      : []),
  ];
}

function bytes(length: number): string {
  return Buffer.from(Array.from({ length }, (_, index) => (index % 2 === 0 ? 0 : 255))).toString('base64');
}
