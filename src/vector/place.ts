import type { Position } from '../diagnostics/diagnostic.ts';

/**
 * The place of a value in JSON text: line, column and length.
 *
 * The text is walked without a tree: vector files may be larger and deeper than what a parser of schemas takes.
 *
 * @param text valid JSON, without a key that is there twice on the way
 * @param pointer names of members and indexes of lists; what does not exist leads to what is around it
 */
export function placeOf(text: string, pointer: readonly (string | number)[]): Position {
  let start = skipSpace(text, text.startsWith('\ufeff') ? 1 : 0);
  for (const segment of pointer) {
    const found = typeof segment === 'number' ? itemAt(text, start, segment) : memberAt(text, start, segment);
    if (found === undefined) break;
    start = found;
  }
  return positionAt(text, start, endOfShown(text, start) - start);
}

/** Line and column of an offset, counted from 1; columns count UTF-16 units. */
export function positionAt(text: string, offset: number, length = 1): Position {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  let line = 1;
  for (let at = before.indexOf('\n'); at >= 0; at = before.indexOf('\n', at + 1)) line++;
  const mark = lineStart === 0 && text.startsWith('\ufeff') ? 1 : 0;
  return { line, column: offset - lineStart - mark + 1, length };
}

function memberAt(text: string, start: number, name: string): number | undefined {
  if (text[start] !== '{') return undefined;
  let at = skipSpace(text, start + 1);
  while (text[at] === '"') {
    const end = endOfString(text, at);
    const value = skipSpace(text, skipSpace(text, end) + 1);
    if (JSON.parse(text.slice(at, end)) === name) return value;
    at = skipSpace(text, endOfValue(text, value));
    if (text[at] !== ',') return undefined;
    at = skipSpace(text, at + 1);
  }
  return undefined;
}

function itemAt(text: string, start: number, index: number): number | undefined {
  if (text[start] !== '[') return undefined;
  let at = skipSpace(text, start + 1);
  for (let count = 0; text[at] !== ']'; count++) {
    if (count === index) return at;
    at = skipSpace(text, endOfValue(text, at));
    if (text[at] !== ',') return undefined;
    at = skipSpace(text, at + 1);
  }
  return undefined;
}

/** A scalar is shown as a whole; of what has parts, the character that opens it. */
function endOfShown(text: string, start: number): number {
  return text[start] === '{' || text[start] === '[' ? start + 1 : endOfValue(text, start);
}

function endOfValue(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const character = text[at];
    if (character === '"') at = endOfString(text, at) - 1;
    else if (character === '{' || character === '[') depth++;
    else if (character === '}' || character === ']') {
      if (depth === 0) return at;
      depth--;
    } else if (depth > 0 || !/[\s,]/.test(character ?? '')) continue;
    else return at;
    if (depth === 0) return at + 1;
  }
  return text.length;
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}

function skipSpace(text: string, start: number): number {
  let at = start;
  while (/[ \t\n\r]/.test(text[at] ?? '')) at++;
  return at;
}
