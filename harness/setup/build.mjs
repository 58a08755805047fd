// Builds dist: compiles the sources, then the shapes that they hold documents against, and bundles the command. What it
// prints goes to standard error, because standard output is for the results of whoever builds first.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

for (const args of [
  [join('node_modules', 'typescript', 'bin', 'tsc'), '-p', 'tsconfig.build.json'],
  [join('dist', 'harness', 'formats', 'write-acceptors.js')],
  [join('harness', 'setup', 'bundle.mjs')],
]) {
  const { status, error } = spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 2, 2] });
  if (error !== undefined) process.stderr.write(`build: ${error.message}\n`);
  if (status !== 0) process.exit(status ?? 3);
}
