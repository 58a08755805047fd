// Brings everything to where the benchmarks can run: npm packages, Itemproof itself, the peers. Unlike the set-up of a
// run it needs neither Rust nor Python packages. Steps whose inputs have not changed are skipped.
import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const bench = join(root, 'bench');

/** Answers what went wrong, or nothing. */
export function prepare() {
  return (
    installPackages('installing npm packages', root) ??
    run('building Itemproof', root, process.execPath, [join('harness', 'setup', 'build.mjs')]) ??
    installPackages('installing the peers', bench)
  );
}

function installPackages(what, folder) {
  const packages = join(folder, 'node_modules');
  // A link leads to packages that other work trees use too, and npm would delete them before it installs its own.
  if (lstatSync(packages, { throwIfNoEntry: false })?.isSymbolicLink()) {
    return existsSync(join(packages, '.package-lock.json'))
      ? undefined
      : `${packages} is a link to a folder without packages; install them there, or delete the link`;
  }
  const installed = join(packages, '.package-lock.json');
  const wanted = join(folder, 'package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(wanted).mtimeMs) return undefined;
  return run(what, folder, 'npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
}

function run(what, cwd, command, args) {
  process.stderr.write(`bench: ${what}\n`);
  // Its output belongs to the preparation: standard output is for results.
  const { status, error } = spawnSync(command, args, { cwd, stdio: ['ignore', 2, 2] });
  return status === 0 ? undefined : `${what} failed: ${error?.message ?? `status ${status}`}`;
}
