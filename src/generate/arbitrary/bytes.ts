import fc from 'fast-check';

/** Bytes as padded base64. */
export function arbitraryBytes(minLength = 0, maxLength: number | null = null): fc.Arbitrary<string> {
  return fc
    .uint8Array({ minLength, ...(maxLength === null ? {} : { maxLength }) })
    .map((bytes) => Buffer.from(bytes).toString('base64'));
}
