import type { Block } from './pages.ts';

/** A command as a page shows it. Without `output` the page says nothing about what it prints. */
export type Command = {
  readonly text: string;
  readonly line: number;
  readonly output: readonly string[] | undefined;
  /** Whether the next command of the block shows the exit status of this one. */
  readonly statusShown: boolean;
};

/** The commands of a `console` block (after `$ `, each followed by its output) or of a `sh` block (one a line). */
export function commandsOf(block: Block): readonly Command[] {
  const transcript = block.language === 'console';
  const commands: { text: string; readonly line: number; readonly output: string[] | undefined }[] = [];
  let continued = false;
  for (const [index, line] of block.text.split('\n').entries()) {
    const last = commands.at(-1);
    const starts = transcript ? line.startsWith('$ ') : line.trim() !== '' && !line.startsWith('#');
    if (continued && last !== undefined) last.text += `\n${line}`;
    else if (starts)
      commands.push({
        text: transcript ? line.slice(2) : line,
        line: block.line + index + 1,
        output: transcript ? [] : undefined,
      });
    else if (transcript) last?.output?.push(line);
    else continue;
    continued = (continued || starts) && line.endsWith('\\');
  }
  return commands.map((command, index) => ({ ...command, statusShown: commands[index + 1]?.text === 'echo $?' }));
}

/**
 * Whether output is what a page shows. A line that is `…` stands for any number of lines, and `…` in a line for any
 * characters.
 */
export function matches(shown: readonly string[], printed: readonly string[]): boolean {
  const pattern = withoutTrailingBlanks(shown)
    .map((line) => (line.trim() === '…' ? '(?:.*\n)*?' : `${line.trimEnd().split('…').map(escaped).join('.*')}\n`))
    .join('');
  return new RegExp(`^${pattern}$`).test(
    withoutTrailingBlanks(printed)
      .map((line) => `${line.trimEnd()}\n`)
      .join(''),
  );
}

function withoutTrailingBlanks(lines: readonly string[]): readonly string[] {
  const last = lines.findLastIndex((line) => line.trim() !== '');
  return lines.slice(0, last + 1);
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
