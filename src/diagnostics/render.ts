import type { Diagnostic } from './diagnostic.ts';

const excerptWidth = 100;

/**
 * A diagnostic for a terminal: `file:line:column`, the message, the line with a caret under it, and what to do.
 *
 * @param source the text of the file, when it is at hand
 */
export function renderDiagnostic(diagnostic: Diagnostic, source: string | undefined): string {
  const { file, position, severity, code, message, help } = diagnostic;
  const lines = [`${file}:${position.line}:${position.column}: ${severity}: ${message} [${code}]`];
  const text = source?.split('\n')[position.line - 1]?.replace(/\r$/, '');
  if (text !== undefined && text.trim() !== '')
    lines.push(...excerpt(text, position.line, position.column, position.length));
  if (help !== undefined) lines.push(`  help: ${help}`);
  return lines.join('\n');
}

function excerpt(text: string, line: number, column: number, length: number): string[] {
  // A long line is cut to a window around the column, so that the caret stays on the screen.
  const start = column <= excerptWidth ? 0 : column - Math.floor(excerptWidth / 2);
  const shown = text.slice(start, start + excerptWidth).replace(/\t/g, ' ');
  const gutter = String(line);
  const width = Math.max(1, Math.min(length, shown.length - (column - 1 - start)));
  return [
    `  ${gutter} | ${start > 0 ? '…' : ''}${shown}`,
    `  ${' '.repeat(gutter.length)} | ${' '.repeat(column - 1 - start + (start > 0 ? 1 : 0))}${'^'.repeat(width)}`,
  ];
}
