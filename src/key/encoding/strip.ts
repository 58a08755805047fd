import { trimmedCharacters } from '../../model/encoding.ts';

/** Text without what `trim` takes away around it. */
export function trimmed(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && isTrimmed(text[start])) start++;
  while (end > start && isTrimmed(text[end - 1])) end--;
  return text.slice(start, end);
}

function isTrimmed(character: string | undefined): boolean {
  return character !== undefined && trimmedCharacters.includes(character);
}

/** Text without certain characters, wherever they are. */
export function stripped(text: string, characters: string): string {
  return Array.from(text)
    .filter((character) => !characters.includes(character))
    .join('');
}
