/** Where a text stops being JSON, and why. */
export type JsonError = { readonly offset: number; readonly length: number; readonly message: string };

/** What may come next in a text. */
type Expected = 'value' | 'value or "]"' | 'name' | 'name or "}"' | ':' | 'more' | 'nothing';

const scalar = /-?[^\s"{}[\],:]+/y;
const isScalar = /^(?:true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)$/;

/**
 * The first place where a text is no JSON (RFC 8259): a parser says that in other words on each version of Node, and mostly
 * without the place. `undefined` for valid JSON, and for a text that only ends too early.
 */
export function findJsonError(text: string): JsonError | undefined {
  const open: string[] = [];
  let expected: Expected = 'value';
  for (let at = skipSpace(text, 0); at < text.length; at = skipSpace(text, at)) {
    const character = text[at] ?? '';
    const end = endOfToken(text, at);
    if (end === undefined) return undefined;
    const token = text.slice(at, end);
    const wrong = (message: string): JsonError => ({ offset: at, length: Math.min(token.length, 40), message });
    const isEnd = character === '}' || character === ']';
    if (token.startsWith('//') || token.startsWith('/*') || character === '#') return wrong('JSON has no comments');
    if (character === '"' && !isString(token))
      return wrong('this string has a line end, a tab or an escape that JSON has not');
    if (isEnd && closes(expected, character, open.at(-1))) {
      open.pop();
      expected = open.length === 0 ? 'nothing' : 'more';
    } else if (expected === 'nothing') return wrong('the file has ended before this');
    else if (expected === 'more') {
      if (character !== ',') return wrong(`"," or "${open.at(-1) === '{' ? '}' : ']'}" is missing before this`);
      expected = open.at(-1) === '{' ? 'name' : 'value';
    } else if (expected === ':') {
      if (character !== ':') return wrong('":" is missing before this');
      expected = 'value';
    } else if (expected === 'name' || expected === 'name or "}"') {
      if (character !== '"') return wrong('a name in double quotes is missing here');
      expected = ':';
    } else if (character === '{' || character === '[') {
      open.push(character);
      expected = character === '{' ? 'name or "}"' : 'value or "]"';
    } else if (character === '"' || isScalar.test(token)) {
      expected = open.length === 0 ? 'nothing' : 'more';
    } else return wrong(/^[\],:}]/.test(token) ? 'a value is missing here' : 'this is no value of JSON');
    at = end;
  }
  return undefined;
}

function closes(expected: Expected, character: string, open: string | undefined): boolean {
  if (open !== (character === '}' ? '{' : '[')) return false;
  return expected === 'more' || expected === (character === '}' ? 'name or "}"' : 'value or "]"');
}

/** The index behind a token; `undefined` for a string without an end. */
function endOfToken(text: string, start: number): number | undefined {
  const character = text[start] ?? '';
  if (character === '"') {
    for (let at = start + 1; at < text.length; at += text[at] === '\\' ? 2 : 1) if (text[at] === '"') return at + 1;
    return undefined;
  }
  if ('{}[],:'.includes(character)) return start + 1;
  scalar.lastIndex = start;
  return start + (scalar.exec(text)?.[0].length ?? 1);
}

function isString(token: string): boolean {
  try {
    JSON.parse(token);
    return true;
  } catch {
    return false;
  }
}

function skipSpace(text: string, start: number): number {
  let at = start;
  while (at < text.length && ' \t\n\r'.includes(text[at] ?? '')) at++;
  return at;
}
