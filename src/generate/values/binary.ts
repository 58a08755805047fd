import type { BinaryType } from '../../model/model.ts';
import { binaryCheck } from '../../scalar/binary-check.ts';
import { type RefusedSample, type Sample, sample } from './value.ts';

/** More bytes than this are not tried: items have a limit, and vectors have readers. */
const mostBytesTried = 1024;

/** The first example; else the bytes 00 and FF in turn, as base64: two, or as many as the type asks for. */
export function typicalBinary(type: BinaryType): string {
  const { minLength, maxLength, examples } = type;
  const check = binaryCheck(type);
  const example = examples.find((text) => check(text) === undefined);
  if (example !== undefined) return example;
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
export function refusedBinaries(type: BinaryType): readonly RefusedSample[] {
  const { minLength, maxLength, allowEmpty } = type;
  return [
    ...misspelt(type),
    // Where there is a least number of bytes, one less than that shows it.
    ...(minLength === 0 && !allowEmpty ? [sample('bytes-too-short', 'empty', '', 'no bytes', 'bin-empty')] : []),
    ...(minLength > 1 || (minLength === 1 && !allowEmpty)
      ? [sample('bytes-too-short', 'too-short', bytes(minLength - 1), `${minLength - 1} bytes`, 'bin-empty')]
      : []),
    ...(maxLength !== null && maxLength <= mostBytesTried
      ? [sample('bytes-too-long', 'too-long', bytes(maxLength + 1), `${maxLength + 1} bytes`, 'bin-double-base64')]
      : []),
  ];
}

/** Texts that lenient decoders take for as many bytes as the type allows: a length that is looked at afterwards is right. */
function misspelt({ minLength, maxLength }: BinaryType): readonly RefusedSample[] {
  const least = Math.max(minLength, 1);
  const most = maxLength ?? Number.MAX_SAFE_INTEGER;
  if (least > most) return [];
  const misspelt = (slug: string, text: string, what: string): RefusedSample =>
    sample('other-base64', slug, text, what, 'bin-base64-variant');
  // Bytes in multiples of three need no padding, and leave no bits over.
  const padded = [2, least, least + 1].find((length) => length >= least && length <= most && length % 3 !== 0);
  const ordinary = Math.min(Math.max(minLength, 2), most);
  return [
    ...(padded === undefined
      ? [misspelt('line-feed', `${bytes(ordinary)}\n`, 'base64 with a line feed at the end')]
      : [
          misspelt('not-base64', bytes(padded).replace(/=+$/, ''), 'base64 without its padding'),
          misspelt('stray-bits', withStrayBits(bytes(padded)), 'base64 with bits that belong to no byte'),
        ]),
    misspelt(
      'url-safe',
      base64(ordinary, [0xff, 0xef]).replace(/\+/g, '-').replace(/\//g, '_'),
      'the URL-safe alphabet',
    ),
  ];
}

/** The same bytes with the last bit of the last character set, which stands for nothing before padding. */
function withStrayBits(padded: string): string {
  return padded.replace(/([A-Za-z0-9+/])(=+)$/, (_text, last: string, padding: string) => {
    const next = String.fromCharCode(last.charCodeAt(0) + 1);
    return next + padding;
  });
}

function bytes(length: number): string {
  return base64(length, [0x00, 0xff]);
}

/** So many bytes, of two in turn, as base64. */
function base64(length: number, inTurn: readonly [even: number, odd: number]): string {
  return Buffer.from(Array.from({ length }, (_, index) => inTurn[index % 2 === 0 ? 0 : 1])).toString('base64');
}
