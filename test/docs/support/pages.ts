import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the repository. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');

/** A fenced block: its language, what follows the language on the same line, and where it starts. */
export type Block = {
  readonly language: string;
  readonly info: string;
  readonly text: string;
  readonly line: number;
};

export type Page = { readonly path: string; readonly text: string; readonly blocks: readonly Block[] };

/** Every page of the documentation, README first. */
export const pages: readonly Page[] = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path) => join('docs', path))
    .sort(),
].map(readPage);

/** One page by its path in the repository. */
export function page(path: string): Page {
  return readPage(path);
}

function readPage(path: string): Page {
  const text = readFileSync(join(root, path), 'utf8');
  return { path, text, blocks: blocksOf(text) };
}

function blocksOf(text: string): readonly Block[] {
  const blocks: Block[] = [];
  let open:
    | { readonly fence: string; readonly info: string; readonly line: number; readonly lines: string[] }
    | undefined;
  for (const [index, line] of text.split('\n').entries()) {
    const fence = /^(`{3,}|~{3,})(.*)$/.exec(line);
    if (open === undefined) {
      if (fence !== null) open = { fence: fence[1] ?? '', info: (fence[2] ?? '').trim(), line: index + 1, lines: [] };
    } else if (line === open.fence) {
      const [language = '', ...info] = open.info.split(/\s+/);
      blocks.push({ language, info: info.join(' '), text: open.lines.join('\n'), line: open.line });
      open = undefined;
    } else {
      open.lines.push(line);
    }
  }
  if (open !== undefined) throw new Error(`the block that starts in line ${open.line} never ends`);
  return blocks;
}

/** Text without its fenced blocks: what is prose. */
export function proseOf({ text }: Page): string {
  return text.replace(/^(`{3,}|~{3,}).*\n[\s\S]*?^\1$/gm, '');
}

/** A block whose first line is a comment with nothing but a path is that file; "continued" adds to it. */
export function fileOf(block: Block): { readonly path: string; readonly append: boolean } | undefined {
  const [first = ''] = block.text.split('\n');
  const found = /^(?:#|\/\/) ([\w./-]+\.[a-z]+)(, continued)?$/.exec(first);
  return found === null ? undefined : { path: found[1] ?? '', append: found[2] !== undefined };
}
