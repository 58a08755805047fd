const padded = /^[A-Za-z0-9+/]*={0,2}$/;
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/**
 * Whether text is canonical padded base64 (RFC 4648 §4): the standard alphabet, no line breaks, and no stray bits
 * in the last character (§3.5), so that equal bytes have equal text.
 */
export function isBase64(text: string): boolean {
  if (text.length % 4 !== 0 || !padded.test(text)) return false;
  const lastCharacter = text.replace(/=+$/, '').at(-1) ?? 'A';
  const bits = alphabet.indexOf(lastCharacter);
  if (text.endsWith('==')) return bits % 16 === 0;
  if (text.endsWith('=')) return bits % 4 === 0;
  return true;
}

/** Length in bytes of what canonical base64 text stands for. */
export function base64Length(text: string): number {
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  return (text.length / 4) * 3 - padding;
}
