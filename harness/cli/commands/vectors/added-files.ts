import { join } from 'node:path';
import { addedOf } from '../../../../src/vector/added.ts';
import { pathOfVectorFile } from '../../../../src/vector/format.ts';
import { readVectorFile } from '../../../../src/vector/read.ts';
import type { VectorFile } from '../../../../src/vector/vector.ts';
import type { Host } from '../../../host/host.ts';
import { InputError, UsageError } from '../../outcome.ts';

/**
 * The vectors that somebody added to the files of a folder. A file that cannot be read has none as far as anybody knows,
 * and is written again.
 *
 * @param listed paths that the manifest lists
 * @param given paths that are written
 * @throws InputError when such a file seems to have some: to write it again would lose them
 */
export async function readAdded(
  host: Host,
  folder: string,
  existing: readonly string[],
  listed: ReadonlySet<string>,
  given: ReadonlySet<string>,
): Promise<readonly VectorFile[]> {
  const files: VectorFile[] = [];
  for (const path of existing.filter((each) => each !== 'manifest.json' && (listed.has(each) || given.has(each)))) {
    const name = join(folder, path);
    const text = (await host.files.read(name)) ?? '';
    if (!/"origin"\s*:\s*"added"/.test(text)) continue;
    const { value, diagnostics } = readVectorFile(name, text);
    if (value === undefined)
      throw new InputError(
        diagnostics.map((each) => ({
          ...each,
          help: 'correct it: somebody added vectors here, and nothing was written',
        })),
        new Map([[name, text]]),
      );
    if (addedOf(value).vectors.length > 0) files.push(addedOf(value));
  }
  return files;
}

/**
 * @throws UsageError when added vectors have no file among those that are written, because their record type is gone, or
 *   when the schema gives one of their ids to a vector of its own
 */
export function refuseUnplaced(
  folder: string,
  added: readonly VectorFile[],
  given: readonly VectorFile[],
  written: readonly VectorFile[],
): void {
  const paths = new Set(written.map(pathOfVectorFile));
  const ids = new Set(given.flatMap(({ vectors }) => vectors.map(({ id }) => id)));
  for (const file of added) {
    const where = join(folder, pathOfVectorFile(file));
    const taken = file.vectors.find(({ id }) => ids.has(id));
    if (taken !== undefined)
      throw new UsageError(
        `the schema gives a vector ${taken.id}, as somebody called one that was added to ${where}; give that another id, nothing was written`,
      );
    if (!paths.has(pathOfVectorFile(file)))
      throw new UsageError(
        `somebody added ${file.vectors[0]?.id} to ${where}, and the schema has no record type "${file.record_type}"; move or remove what was added, nothing was written`,
      );
  }
}
