/** What YAML's own error codes mean for whoever wrote the file: a message, and what to do. */
const explanations: { readonly [code: string]: { readonly message?: string; readonly help: string } } = {
  BAD_DQ_ESCAPE: { help: 'use single quotes, in which a backslash is a backslash' },
  BAD_INDENT: { help: 'indent the lines of one mapping or list alike' },
  BAD_SCALAR_START: { help: 'put quotes around the value' },
  BLOCK_AS_IMPLICIT_KEY: {
    message: 'a second ": " in one line',
    help: 'put quotes around a value that has ": " in it, or start a new line',
  },
  BLOCK_IN_FLOW: { help: 'inside { } and [ ], write mappings and lists with braces and brackets' },
  KEY_OVER_1024_CHARS: { message: 'a key is longer than 1024 characters', help: 'close a quote or bracket before it' },
  MULTILINE_IMPLICIT_KEY: {
    message: 'a key goes over several lines',
    help: 'a ":" is missing, or a quote is not closed',
  },
  TAB_AS_INDENT: { message: 'a tab stands where lines are indented', help: 'indent with spaces' },
};

/** The first sentence of the parser's message in our style, or a better one; and what to do, where that is clear. */
export function explainYaml(code: string, message: string): { readonly message: string; readonly help?: string } {
  const bracket = /end with a ([}\]])/.exec(message)?.[1];
  if (bracket !== undefined) {
    const opening = bracket === '}' ? '{' : '[';
    return { message: `a "${opening}" is not closed before this place`, help: `close it with "${bracket}"` };
  }
  if (/^Missing closing/.test(message))
    return { message: 'a quote is opened and never closed', help: 'close it on its line' };
  const known = explanations[code];
  const first = message.split('\n')[0] ?? message;
  const sentence = first.charAt(0).toLowerCase() + first.slice(1).replace(/[.:]$/, '');
  return { message: known?.message ?? sentence, ...(known === undefined ? {} : { help: known.help }) };
}
