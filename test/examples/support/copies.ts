import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { linkVectors } from '../../../harness/setup/link-vectors.mjs';
import { packagePath } from '../../../harness/stores/package-root.ts';
import { command } from '../../e2e/support/command.ts';
import type { Language, Mistake } from './languages.ts';

/**
 * Copies an example to where what it builds disturbs nobody, with the vectors beside it as in this repository. The place
 * is always the same, since builders keep what they make of every place; set-up has built the prepared one.
 */
export function copyExample(name: string, kind: 'prepared' | 'mistaken', mistake?: Mistake): string {
  const base = packagePath('.itemproof', 'examples', kind);
  const folder = join(base, 'docs', 'examples', name);
  mkdirSync(folder, { recursive: true });
  linkVectors(base);
  rmSync(join(folder, 'src'), { recursive: true, force: true });
  cpSync(packagePath('docs', 'examples', name), folder, {
    recursive: true,
    filter: (source) => !/\/(?:__pycache__|target|node_modules)(?:\/|$)/.test(source.slice(packagePath().length)),
  });
  if (mistake !== undefined) replaceOnce(join(folder, mistake.file), mistake.healthy, mistake.mistaken);
  return folder;
}

/** Runs the tests of an example, in a copy of it. */
export async function runTests(
  { command: [program, ...args], environment = {} }: Language,
  directory: string,
): Promise<{ readonly code: number | null; readonly output: string }> {
  const { code, stdout, stderr } = await command(program, args, {
    directory,
    environment: { NO_COLOR: '1', ...environment },
  });
  return { code, output: stdout + stderr };
}

function replaceOnce(path: string, before: string, after: string): void {
  const parts = readFileSync(path, 'utf8').split(before);
  if (parts.length !== 2) throw new TypeError(`${path}: ${JSON.stringify(before)} is there ${parts.length - 1} times`);
  writeFileSync(path, parts.join(after));
}
