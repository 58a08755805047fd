/**
 * What must not reach a terminal as it is: control characters, format characters that reorder or hide text, lone
 * surrogates, code points that have no character, and every space but the ordinary one.
 */
const unprintable = /[\p{C}\p{Z}]/u;
const everyUnprintable = /(?! )[\p{C}\p{Z}]/gu;

/** Text of somebody else as one line: what cannot be seen, or would act on the terminal, is escaped as in a string. */
export function printable(text: string): string {
  return unprintable.test(text) ? text.replace(everyUnprintable, escapeCharacter) : text;
}

const shortNames: { readonly [character: string]: string } = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** A character as JavaScript, Rust and a reader of code points write it: "\n", "\u{1f600}". */
export function escapeCharacter(character: string): string {
  return shortNames[character] ?? `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

/** A line longer than this is cut in the middle. */
const longestLine = 500;

/**
 * The lines of a text of somebody else, each printable and of bearable length. A line feed, with or without a carriage
 * return before it, ends a line; what is empty at the end is left out.
 */
export function printableLines(text: string): readonly string[] {
  return text
    .trimEnd()
    .split(/\r?\n/)
    .map((line) => printable(shorten(line.trimEnd().replaceAll('\t', '  '))));
}

function shorten(line: string): string {
  if (line.length <= longestLine) return line;
  const half = (longestLine - 3) / 2;
  return `${line.slice(0, half)}...${line.slice(-half)}`;
}
