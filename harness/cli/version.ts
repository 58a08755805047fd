import { readFileSync } from 'node:fs';
import { packagePath } from '../stores/package-root.ts';

/** The version of this package. */
export function version(): string {
  const manifest = JSON.parse(readFileSync(packagePath('package.json'), 'utf8')) as { readonly version: string };
  return manifest.version;
}
