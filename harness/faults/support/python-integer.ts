/** What Python's `int()` makes of a text, as text; the same text where that is an error. */
export function pythonInteger(text: string): string {
  const digits = text
    .trim()
    .replace(/(?<=\p{Nd})_(?=\p{Nd})/gu, '')
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660));
  return /^[+-]?[0-9]+$/.test(digits) ? BigInt(digits.replace(/^\+/, '')).toString() : text;
}
