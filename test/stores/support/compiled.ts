import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packagePath } from '../../../harness/stores/package-root.ts';

/**
 * Compiles modules of the harness as the published package has them, mirrored below a folder of the package, so that a test
 * can run them in a process of its own.
 */
export function compile(entry: string) {
  const folder = packagePath('.itemproof', `test-${process.pid}-${Date.now()}`);
  mkdirSync(folder, { recursive: true });
  const flags =
    '--ignoreConfig --target es2023 --module nodenext --rewriteRelativeImportExtensions --noCheck --types node';
  const args = [...flags.split(' '), '--rootDir', packagePath(), '--outDir', folder, packagePath(entry)];
  execFileSync(packagePath('node_modules', '.bin', 'tsc'), args, { cwd: packagePath(), stdio: 'pipe' });
  return {
    /** Starts a script that imports from the compiled modules by `./harness/...js`. */
    run(source: string, ...scriptArguments: string[]) {
      const script = join(folder, `script-${Math.random().toString(36).slice(2)}.mjs`);
      writeFileSync(script, source);
      return spawn(process.execPath, [script, ...scriptArguments], { stdio: ['ignore', 'pipe', 'inherit'] });
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
