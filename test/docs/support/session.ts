import { spawn } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileOf, type Page, root } from './pages.ts';
import { type Command, commandsOf } from './transcript.ts';

export type Ran = { readonly command: Command; readonly printed: readonly string[]; readonly status: number };

/** Ends the output of each command, with its exit status. */
const mark = '\u001e';

/** What a page may change is copied; the rest is linked. */
const copied = ['schema', 'vectors', 'itemproof.yaml', 'package.json'];
const linked = ['harness', 'dist', 'node_modules', '.itemproof'];

/**
 * What a reader types, in the place of the real program: no test installs anything from the network, and `npx itemproof`
 * is this checkout. `CHECKOUT` is its folder.
 */
const programs = {
  npx: `case "$1" in
  itemproof) shift; exec node "$CHECKOUT/harness/bin/itemproof.mjs" "$@" ;;
  tsc) shift; exec node "$CHECKOUT/node_modules/typescript/bin/tsc" "$@" ;;
esac
echo "npx: the documentation uses itemproof and tsc only, not $1" >&2; exit 127`,
  npm: `[ "$1" = install ] || { echo "npm: the documentation may only run npm install here" >&2; exit 127; }
for name; do
  case "$name" in
    install | -*) ;;
    ../itemproof) mkdir -p node_modules && ln -s "$CHECKOUT" node_modules/itemproof ;;
    @*/*) mkdir -p node_modules && ln -sfn "$CHECKOUT/node_modules/\${name%/*}" "node_modules/\${name%/*}" ;;
    *) mkdir -p node_modules && ln -s "$CHECKOUT/node_modules/$name" "node_modules/$name" ;;
  esac
done`,
  // Compiled dependencies are kept from one run of the tests to the next.
  cargo: `cache="$CHECKOUT/.itemproof/docs-cargo"
mkdir -p "$cache"
find "$cache" -depth -name 'notes?adapter*' -mmin +60 -exec rm -rf {} +
[ -e target ] || ln -s "$cache" target
exec "$CARGO_PROGRAM" "$@"`,
} as const;

/** Runs a page from top to bottom as one terminal session: its files are written, its commands run, in their order. */
export async function runPage(page: Page, notRun: ReadonlySet<string>): Promise<readonly Ran[]> {
  const folder = mkdtempSync(join(tmpdir(), 'itemproof-docs-'));
  try {
    const commands: Command[] = [];
    const steps = page.blocks.flatMap((block) => {
      const file = fileOf(block);
      if (file !== undefined) return [writing(file.path, block.text, file.append)];
      if (block.language !== 'console' && block.language !== 'sh') return [];
      const wanted = commandsOf(block).filter(({ text }) => !notRun.has(text));
      commands.push(...wanted);
      return wanted.map(
        ({ text }) => `${text}\n__status=$?; printf '${mark}%d${mark}' "$__status"; (exit "$__status")`,
      );
    });
    prepare(folder);
    const output = await runBash(join(folder, 'itemproof'), join(folder, 'bin'), steps.join('\n'));
    const parts = output.split(mark);
    return commands.map((command, index) => ({
      command,
      printed: (parts[index * 2] ?? '').split('\n'),
      status: Number(parts[index * 2 + 1] ?? -1),
    }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function writing(path: string, text: string, append: boolean): string {
  const folder = path.includes('/') ? `mkdir -p '${path.slice(0, path.lastIndexOf('/'))}'\n` : '';
  return `${folder}cat ${append ? '>>' : '>'} '${path}' <<'__end_of_file__'\n${text}\n__end_of_file__`;
}

function prepare(folder: string): void {
  const checkout = join(folder, 'itemproof');
  mkdirSync(checkout);
  for (const name of copied) cpSync(join(root, name), join(checkout, name), { recursive: true });
  for (const name of linked) symlinkSync(join(root, name), join(checkout, name));
  mkdirSync(join(folder, 'bin'));
  for (const [name, script] of Object.entries(programs)) {
    writeFileSync(join(folder, 'bin', name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(folder, 'bin', name), 0o755);
  }
}

/** For what hangs, in milliseconds: a page with many commands takes two minutes where much else is going on. */
export const pageLimit = 300_000;

function runBash(directory: string, bin: string, script: string): Promise<string> {
  const { CI: _ci, FORCE_COLOR: _colour, ...environment } = process.env;
  const path = [bin, join(root, '.itemproof', 'venv', 'bin'), process.env['PATH'] ?? ''].join(delimiter);
  const child = spawn(
    'bash',
    ['-c', `exec 2>&1 </dev/null\nCARGO_PROGRAM=$(PATH=\${PATH#*:} command -v cargo)\nexport CARGO_PROGRAM\n${script}`],
    {
      cwd: directory,
      detached: true,
      env: {
        ...environment,
        PATH: path,
        CHECKOUT: root,
        NO_COLOR: '1',
        CARGO_NET_OFFLINE: 'true',
        CARGO_INCREMENTAL: '0',
        CARGO_PROFILE_DEV_DEBUG: '0',
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const { pid } = child;
    const timer = setTimeout(() => {
      if (pid !== undefined) process.kill(-pid, 'SIGKILL');
      reject(new Error(`the commands still ran after ${pageLimit / 1000} s`));
    }, pageLimit);
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', reject);
    child.on('close', () => {
      clearTimeout(timer);
      resolve(Buffer.concat(chunks).toString('utf8'));
    });
  });
}
