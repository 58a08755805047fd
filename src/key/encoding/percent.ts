/**
 * Percent-encodes characters (RFC 3986 §2.1): upper-case hexadecimal digits of their UTF-8 bytes.
 *
 * @param characters what is encoded, beside "%" and control characters below U+0020
 */
export function percentEncode(text: string, characters: string): string {
  let encoded = '';
  for (const character of text) {
    const protectedCharacter = character === '%' || character < ' ' || characters.includes(character);
    encoded += protectedCharacter ? escapeBytes(character) : character;
  }
  return encoded;
}

/** Undoes `percentEncode`; `undefined` for text that it never writes. */
export function percentDecode(text: string, characters: string): string | undefined {
  let decoded: string;
  try {
    decoded = text.replace(/(?:%[0-9A-F]{2})+/g, (escaped) => decodeURIComponent(escaped));
  } catch {
    return undefined;
  }
  return percentEncode(decoded, characters) === text ? decoded : undefined;
}

function escapeBytes(character: string): string {
  return Array.from(
    new TextEncoder().encode(character),
    (byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`,
  ).join('');
}
