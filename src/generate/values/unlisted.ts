const alphabets = ['0123456789', 'abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/**
 * A value that an enumeration does not list and that looks like one that it lists: one character is the next of its kind. A
 * program that takes whatever has the right letters lets it through.
 *
 * @param listed at least one value
 */
export function unlistedValue(listed: readonly string[]): string {
  for (const value of listed) {
    const characters = Array.from(value);
    for (let place = characters.length - 1; place >= 0; place--) {
      const other = nextOf(characters[place] ?? '');
      const changed = characters.with(place, other).join('');
      if (other !== '' && !listed.includes(changed)) return changed;
    }
  }
  return 'no_such_value';
}

/** The next letter or digit, from the last to the first; nothing for another character. */
function nextOf(character: string): string {
  const alphabet = alphabets.find((each) => each.includes(character));
  return alphabet?.[(alphabet.indexOf(character) + 1) % alphabet.length] ?? '';
}
