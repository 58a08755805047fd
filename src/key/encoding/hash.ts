import { createHash } from 'node:crypto';
import type { HashName } from '../../model/model.ts';

/** A hash of the UTF-8 bytes of text, as an unsigned integer. */
export const hashes: { readonly [name in HashName]: (text: string) => bigint } = {
  crc32: (text) => BigInt(crc32(new TextEncoder().encode(text))),
  fnv1a32: (text) => BigInt(fnv1a32(new TextEncoder().encode(text))),
  // The first eight bytes, the most significant first.
  sha256: (text) => BigInt(`0x${sha256(text).slice(0, 16)}`),
};

/** SHA-256 (FIPS 180-4) of the UTF-8 bytes of text, as 64 lower-case hexadecimal digits. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** The CRC-32 of zip and gzip: reflected, polynomial 0xEDB88320 (RFC 1952 §8). */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** FNV-1a, 32 bits (RFC 9923). */
function fnv1a32(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}
