#!/usr/bin/env node
// Runs the compiled command. In a checkout that was not built yet, builds it first.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const entry = join(root, 'dist', 'bundle', 'entry.js');

if (!existsSync(entry)) {
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  if (!existsSync(compiler)) {
    process.stderr.write(
      'itemproof: this checkout is not built, and its compiler is not installed\n  help: run npm ci\n',
    );
    process.exit(3);
  }
  process.stderr.write('itemproof: building this checkout once\n');
  const built = spawnSync(process.execPath, [join(root, 'harness', 'setup', 'build.mjs')], { stdio: ['ignore', 2, 2] });
  if (built.status !== 0) process.exit(3);
}

const { runProcess } = await import(pathToFileURL(entry).href);
await runProcess();
