/** The first character of a text that ends a line, or that a terminal obeys, as "U+001B". */
export function controlCharacter(text: string): string | undefined {
  const [found] = /[\p{Cc}\p{Zl}\p{Zp}]/u.exec(text) ?? [];
  if (found === undefined) return undefined;
  return `U+${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}
