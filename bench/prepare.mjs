// Installs the peers when they are missing or older than their lock file, and sees to it that Itemproof is built.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const bench = fileURLToPath(new URL('.', import.meta.url));
const built = new URL('../dist/src/compile.js', import.meta.url);
const installed = new URL('node_modules/.package-lock.json', import.meta.url);
const wanted = new URL('package-lock.json', import.meta.url);

/** Answers what is missing, or nothing. */
export function prepare() {
  if (!existsSync(built)) return 'Itemproof is not built: run "npm ci" and "npm run build" first, or "npm run bench"';
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(wanted).mtimeMs) return undefined;
  process.stderr.write('bench: installing the peers\n');
  const { status, error } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: bench,
    // Standard output is for results.
    stdio: ['ignore', 2, 2],
  });
  return status === 0 ? undefined : `the peers could not be installed: ${error?.message ?? `npm ended with ${status}`}`;
}
