import { existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const committed = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'vectors');

/** Puts the vectors of this repository beside copies of the examples, where those look for them. */
export function linkVectors(folder) {
  const link = join(folder, 'vectors');
  if (existsSync(link)) return;
  mkdirSync(folder, { recursive: true });
  // A link that leads nowhere is there all the same: the checkout was moved.
  rmSync(link, { force: true });
  symlinkSync(relative(folder, committed), link);
}
