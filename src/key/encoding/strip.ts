/** Text without spaces, tabs and ends of lines around it: of ASCII alone, because languages trim others differently. */
export function trimmed(text: string): string {
  return text.replace(/^[\t\n\r ]+|[\t\n\r ]+$/g, '');
}

/** Text without certain characters, wherever they are. */
export function stripped(text: string, characters: string): string {
  return Array.from(text)
    .filter((character) => !characters.includes(character))
    .join('');
}
