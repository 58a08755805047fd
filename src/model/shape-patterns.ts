/** The patterns of our own shapes, as what to write. */
const words: ReadonlyMap<string, string> = new Map([
  ['^[a-z][a-z0-9-]*$', 'write small letters, digits and "-", and start with a letter: "rate-limits"'],
  ['^[A-Za-z_][A-Za-z0-9_]*$', 'write letters, digits and "_", and start with no digit: "TABLE_NAME"'],
  ['^[A-Za-z][A-Za-z0-9_-]*$', 'write letters, digits, "_" and "-", and start with a letter: "order_line"'],
  ['^[a-zA-Z0-9_.-]{3,255}$', 'write 3 to 255 letters, digits, "_", "." and "-", as DynamoDB wants it'],
]);

/** What a pattern of a shape asks for. */
export function patternInWords(pattern: string): string {
  return words.get(pattern) ?? `it must match ${pattern}`;
}
