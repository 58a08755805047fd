import type { Diagnostic } from './diagnostic.ts';
import { columnsOf } from './width.ts';

/** The columns of a terminal that an excerpt may take. */
const excerptWidth = 100;

/** What a reader wants to see beside the message. */
export type RenderOptions = {
  /** Adds the command that says more about the code: for terminals, where somebody can type it. */
  readonly pointToExplain?: boolean;
};

/**
 * A diagnostic for a terminal: `file:line:column`, the message, the line with a caret under it, and what to do.
 *
 * @param source the text of the file, when it is at hand
 */
export function renderDiagnostic(
  diagnostic: Diagnostic,
  source: string | undefined,
  options: RenderOptions = {},
): string {
  return renderer(source, options)(diagnostic);
}

/** Renders any number of diagnostics of one file; its lines are looked for once. */
export function renderer(source: string | undefined, options: RenderOptions = {}): (diagnostic: Diagnostic) => string {
  const sourceLines = source?.replace(/^\ufeff/, '').split('\n') ?? [];
  return ({ file, position, severity, code, message, help }) => {
    const lines = [
      `${file}:${position.line}:${position.column}: ${severity}: ${printable(message)} [${code}]`,
      ...excerpt(sourceLines[position.line - 1] ?? '', position.line, position.column, position.length),
      `  help: ${printable(help)}`,
    ];
    if (options.pointToExplain === true) lines.push(`  more: itemproof explain ${code}`);
    return lines.join('\n');
  };
}

type Cell = { readonly shown: string; readonly width: number; readonly from: number; readonly to: number };

/** The line, and a caret under the place; nothing for a line with nothing to see. */
function excerpt(line: string, number: number, column: number, length: number): string[] {
  if (line.trim() === '') return [];
  const start = column - 1;
  const end = Math.min(start + length, line.replace(/\r$/, '').length);
  const cells = cellsAround(line.replace(/\r$/, ''), start);
  const widthOf = (some: readonly Cell[]): number => some.reduce((sum, cell) => sum + cell.width, 0);
  // A long line is cut to a window around the place, so that the caret stays on the screen.
  const before = cells.filter((cell) => cell.to <= start);
  let first = 0;
  if (widthOf(before) > excerptWidth - 20) {
    let kept = before.length;
    for (let width = 0; kept > 0 && width < excerptWidth / 2; kept--) width += before[kept - 1]?.width ?? 0;
    first = kept;
  }
  const shown: Cell[] = [];
  for (let width = 0, index = first; index < cells.length; index++) {
    const cell = cells[index];
    if (cell === undefined || width + cell.width > excerptWidth) break;
    width += cell.width;
    shown.push(cell);
  }
  const last = shown.at(-1)?.to ?? 0;
  const leadIn = (cells[first]?.from ?? 0) > 0 ? '…' : '';
  const leadOut = last < line.trimEnd().length ? '…' : '';
  const indent = leadIn.length + widthOf(shown.filter((cell) => cell.to <= start));
  const carets = Math.max(1, widthOf(shown.filter((cell) => cell.from < end && cell.to > start)));
  const gutter = String(number);
  return [
    `  ${gutter} | ${leadIn}${shown.map((cell) => cell.shown).join('')}${leadOut}`,
    `  ${' '.repeat(gutter.length)} | ${' '.repeat(indent)}${'^'.repeat(carets)}`,
  ];
}

/** The characters around an offset, as they are shown. Only what can be on the screen is looked at. */
function cellsAround(line: string, offset: number): readonly Cell[] {
  let from = Math.max(0, offset - 2 * excerptWidth);
  // Not in the middle of a character.
  if (/[\udc00-\udfff]/.test(line.charAt(from))) from--;
  const cells: Cell[] = [];
  for (const character of line.slice(Math.max(0, from), offset + 2 * excerptWidth)) {
    const to = Math.max(0, from) + character.length;
    cells.push({ shown: visible(character), width: columnsOf(visible(character)), from: to - character.length, to });
    from = to;
  }
  return cells;
}

/** A tab takes one column here, and what a terminal would obey is shown as a sign of its own. */
function visible(character: string): string {
  if (character === '\t') return ' ';
  return /[\p{Cc}\p{Bidi_Control}\u2028\u2029\ufeff]|\p{Cs}/u.test(character) ? '\ufffd' : character;
}

/** Text of the user's in a message, without what would move the cursor, colour the terminal or break the line. */
function printable(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Bidi_Control}\u2028\u2029\ufeff]|\p{Cs}/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
