import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { HarnessError } from '../host/harness-error.ts';

/**
 * The path of a file of this package that is not compiled. The code runs from its sources and from `dist`, which mirrors
 * them one level deeper, so such a file is found from the package's root and not from the module that needs it.
 */
export function packagePath(...segments: string[]): string {
  return join(packageRoot(), ...segments);
}

function packageRoot(): string {
  const start = dirname(fileURLToPath(import.meta.url));
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return folder;
    if (dirname(folder) === folder) throw new HarnessError('package-broken', `No package.json above ${start}`);
  }
}
