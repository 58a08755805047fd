import { type CST, Lexer, type LineCounter, Parser } from 'yaml';

/** Deeper than any schema is, and far from what exhausts the stack of a recursive parser. */
export const maximumDepth = 100;

/** The parser of tokens keeps its own stack, so depth is seen before anything recurses over it. */
export function tokensOf(
  text: string,
  lineCounter: LineCounter,
): { readonly tokens: readonly CST.Token[] } | { readonly tooDeepAt: number } {
  const parser = new Parser(lineCounter.addNewLine);
  // What `parse` does first, for a text whose first line has no line feed before it.
  lineCounter.addNewLine(0);
  const tokens: CST.Token[] = [];
  for (const lexeme of new Lexer().lex(text)) {
    const { offset } = parser;
    for (const token of parser.next(lexeme)) tokens.push(token);
    if (parser.stack.length > maximumDepth + 3) return { tooDeepAt: offset };
  }
  tokens.push(...parser.end());
  return { tokens };
}
