import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { expect } from 'vitest';
import { packagePath } from '../../../harness/stores/package-root.ts';
import { isNeeded } from '../../support/toolchain.ts';
import { command } from './command.ts';

/** One place in the sources of a healthy implementation, and what a mistaken one has there. */
export type Mistake = { readonly file: string; readonly healthy: string; readonly mistaken: string };

/** A copy of an implementation with a mistake in it, and the configuration that compares it with the healthy ones. */
export type MistakenRun = { readonly config: string; readonly remove: () => void };

const healthy: { readonly [name: string]: { readonly needs: string; readonly command: readonly string[] } } = {
  typescript: { needs: 'node', command: ['node', 'dist/harness/implementations/typescript/rate-limits/adapter.js'] },
  python: {
    needs: 'python3',
    command: ['.itemproof/venv/bin/python', 'harness/implementations/python/adapter.py'],
  },
  rust: { needs: 'cargo', command: ['.itemproof/cargo/debug/rate-limits-adapter'] },
};

/** Whether an implementation in a language can exist here. In CI every one has to. */
export function isHere(name: keyof typeof healthy): boolean {
  return isNeeded(healthy[name]?.needs ?? '');
}

/** A copy of the Python implementation. */
export function mistakenPython(mistake: Mistake): MistakenRun {
  const folder = newFolder();
  copyWithMistake('python', folder, mistake);
  return configure(folder, [
    healthy['python']?.command[0] ?? '',
    join(folder, 'harness/implementations/python/adapter.py'),
  ]);
}

/** A copy of the TypeScript implementation, compiled. */
export async function mistakenTypescript(mistake: Mistake): Promise<MistakenRun> {
  const folder = newFolder();
  copyWithMistake('typescript', folder, mistake);
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n');
  symlinkSync(packagePath('node_modules'), join(folder, 'node_modules'));
  const entry = 'harness/implementations/typescript/rate-limits/adapter.ts';
  const flags =
    '--ignoreConfig --target es2023 --module nodenext --rewriteRelativeImportExtensions --noCheck --types node --rootDir . --outDir dist';
  await succeed('node', [packagePath('node_modules/typescript/bin/tsc'), ...flags.split(' '), entry], folder);
  return configure(folder, ['node', join(folder, 'dist', entry.replace('.ts', '.js'))]);
}

/**
 * A copy of the Rust implementation under another name, built beside the healthy one so that the crates of others need
 * not be built again. It always has the same place, because Cargo keeps what it makes of every other place.
 */
export async function mistakenRust(mistake: Mistake): Promise<MistakenRun> {
  const folder = packagePath('.itemproof', 'mistakes', 'rust');
  rmSync(folder, { recursive: true, force: true });
  copyWithMistake('rust', folder, mistake);
  const crate = join(folder, 'harness/implementations/rust');
  const program = 'rate-limits-adapter';
  replaceOnce(
    join(crate, 'Cargo.toml'),
    'name = "rate-limits"\n',
    // The library keeps its name, by which the program uses it.
    `name = "mistaken-rate-limits"\nautobins = false\n`,
  );
  replaceOnce(
    join(crate, 'Cargo.toml'),
    '[dependencies]\n',
    `[lib]\nname = "rate_limits"\n\n[[bin]]\nname = "mistaken-adapter"\npath = "src/bin/${program}/main.rs"\n\n[dependencies]\n`,
  );
  replaceOnce(join(crate, 'Cargo.lock'), 'name = "rate-limits"\n', 'name = "mistaken-rate-limits"\n');
  const target = packagePath('.itemproof', 'cargo');
  await succeed('cargo', ['build', '--quiet', '--offline', '--bin', 'mistaken-adapter'], crate, {
    CARGO_TARGET_DIR: target,
  });
  const config = newFolder();
  return configure(config, [join(target, 'debug', 'mistaken-adapter')]);
}

function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'itemproof-mistake-'));
}

function copyWithMistake(language: string, folder: string, { file, healthy: before, mistaken: after }: Mistake): void {
  for (const part of ['implementations', 'kits']) {
    const path = join('harness', part, language);
    mkdirSync(join(folder, path), { recursive: true });
    cpSync(packagePath(path), join(folder, path), {
      recursive: true,
      filter: (source) => !/\/(?:__pycache__|target)(?:\/|$)/.test(source),
      preserveTimestamps: true,
    });
  }
  replaceOnce(join(folder, 'harness/implementations', language, file), before, after);
}

/** The place has to be there, and once: else the mistake would be none. */
function replaceOnce(path: string, before: string, after: string): void {
  const text = readFileSync(path, 'utf8');
  expect(text.split(before), `${path}: ${before}`).toHaveLength(2);
  writeFileSync(
    path,
    text.replace(before, () => after),
  );
}

/** Writes a configuration with the healthy implementations and the mistaken one, all paths relative to it. */
function configure(folder: string, mistakenCommand: readonly string[]): MistakenRun {
  const fromHere = (part: string): string => {
    if (!part.includes('/')) return part;
    return relative(folder, part.startsWith('/') ? part : packagePath(part));
  };
  const entry = (name: string, parts: readonly string[]): string =>
    `  ${name}: { command: ${JSON.stringify(parts.map(fromHere))} }\n`;
  const config = join(folder, 'itemproof.yaml');
  writeFileSync(
    config,
    [
      `schema: ${fromHere('schema/domains/rate-limits/schema.yaml')}\n`,
      `vectors: ${fromHere('vectors/rate-limits')}\n`,
      'implementations:\n',
      ...Object.entries(healthy).flatMap(([name, { command: parts }]) => (isHere(name) ? [entry(name, parts)] : [])),
      entry('mistaken', mistakenCommand),
    ].join(''),
  );
  return { config, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

async function succeed(
  program: string,
  args: readonly string[],
  directory: string,
  environment: { readonly [name: string]: string } = {},
): Promise<void> {
  const { code, stdout, stderr } = await command(program, args, { directory, environment });
  expect(code, `${program} ${args.join(' ')}\n${stdout}${stderr}`).toBe(0);
}
