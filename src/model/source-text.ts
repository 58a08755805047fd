import { isWellFormed } from '../value/text.ts';

/** Something about the text of a file that no parser needs to see. Offsets count UTF-16 units. */
export type TextProblem = {
  readonly code: 'file-too-large' | 'yaml-syntax';
  readonly message: string;
  readonly help: string;
  readonly offset: number;
};

/** The longest schema or configuration that is read, in UTF-16 units. The parser needs a few seconds for it. */
export const maximumLength = 2 * 1024 * 1024;

/** YAML has no other control characters than these; a DEL and the C1 controls are allowed inside quotes. */
const unusable = /[^\P{Cc}\t\n\r\u{7f}-\u{9f}]|\r(?!\n)|\p{Cs}/u;

/** The first thing in a text that makes it unusable whatever its structure is, or `undefined`. */
export function textProblem(text: string): TextProblem | undefined {
  if (text.length > maximumLength) {
    return {
      code: 'file-too-large',
      message: `the file has ${text.length} characters, and no more than ${maximumLength} are read`,
      help: 'split the schema by table, or move data out of it',
      offset: 0,
    };
  }
  const found = unusable.exec(text);
  if (found === null) return undefined;
  const code = found[0].charCodeAt(0);
  const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  if (code === 0x0d) {
    return {
      code: 'yaml-syntax',
      message: 'a line ends with a carriage return alone',
      help: 'save the file with line feeds, as every editor can',
      offset: found.index,
    };
  }
  return {
    code: 'yaml-syntax',
    message: `the character ${name} cannot stand in a text file`,
    help:
      code === 0
        ? 'the file may be UTF-16: save it as UTF-8; in double quotes, the character is written "\\0"'
        : code >= 0xd800
          ? 'it is half of a character: save the file as UTF-8'
          : `remove it; in double quotes, it is written "\\x${code.toString(16).padStart(2, '0')}"`,
    offset: found.index,
  };
}

/** What is wrong with a text that an escape has given half of a character, which no UTF-8 can carry; or `undefined`. */
export function loneSurrogateProblem(text: string): Pick<TextProblem, 'message' | 'help'> | undefined {
  if (isWellFormed(text)) return undefined;
  const half = /\p{Cs}/u.exec(text)?.[0].charCodeAt(0) ?? 0;
  return {
    message: `the escape "\\u${half.toString(16)}" is half of a character, and no text can hold one`,
    help: 'write both halves, or the character itself; in single quotes, a backslash is a backslash',
  };
}
