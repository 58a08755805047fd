import { join } from 'node:path';
import { didYouMeanVector } from '../../../../src/diagnostics/suggest.ts';
import { isAdded } from '../../../../src/vector/added.ts';
import type { CommittedFile } from '../../../../src/vector/deviation.ts';
import { formatVectorFile, sha256 } from '../../../../src/vector/format.ts';
import { entryOf, formatManifest, suiteHash } from '../../../../src/vector/manifest.ts';
import type { AnyVector, VectorFile, VectorManifest } from '../../../../src/vector/vector.ts';
import type { Host } from '../../../host/host.ts';
import { type LoadedVectors, loadVectorsAsTheyAre } from '../../load.ts';
import { type ExitCode, UsageError } from '../../outcome.ts';
import { lockOf, vectorsNow } from './added-files.ts';
import { locateFolder, type VectorOptions } from './locate.ts';

/**
 * Takes away vectors that somebody added. It needs no schema: the one that they were added for may be another one now. Nothing
 * is written when one of them is none.
 */
export async function runRemove(host: Host, ids: readonly string[], options: VectorOptions): Promise<ExitCode> {
  const folder = await locateFolder(host, options);
  // What is wrong anyway is said before anybody waits for another command, and before there is a lock.
  const now = await vectorsNow(host, folder, () => loadVectorsAsTheyAre(host, folder));
  if (now !== undefined) refuseOthers(ids, now);
  return host.files.exclusively(lockOf(folder), async (): Promise<ExitCode> => {
    const vectors = await loadVectorsAsTheyAre(host, folder);
    refuseOthers(ids, vectors);
    await removeFrom(host, folder, ids, vectors, options.json === true);
    return 0;
  });
}

/**
 * @param done what was to be done with them
 * @throws UsageError for ids that no vector has, or that the schema gives
 */
export function refuseOthers(
  ids: readonly string[],
  { files }: LoadedVectors,
  done: 'recomputed' | 'removed' = 'removed',
): void {
  const vectors = files.flatMap((file): readonly AnyVector[] => file.vectors);
  const added = vectors.filter(isAdded).map(({ id }) => id);
  for (const id of ids) {
    if (added.includes(id)) continue;
    throw new UsageError(
      vectors.some((vector) => vector.id === id)
        ? `${id} comes from the schema, and only what somebody added can be ${done}; nothing was ${done}`
        : `there is no added vector "${id}"; ${didYouMeanVector(id, added)}`,
    );
  }
}

async function removeFrom(
  host: Host,
  folder: string,
  ids: readonly string[],
  { committed, manifest }: LoadedVectors,
  json: boolean,
): Promise<void> {
  const goes = (vector: AnyVector): boolean => isAdded(vector) && ids.includes(vector.id);
  const entries: { [path: string]: VectorManifest['files'][string] } = { ...manifest.files };
  for (const each of committed) {
    const { path, file } = each;
    const removed = file.vectors.filter(goes);
    if (removed.length === 0) continue;
    const name = join(folder, path);
    const rest = { ...file, vectors: file.vectors.filter((vector) => !goes(vector)) } as VectorFile;
    if (rest.vectors.length === 0) {
      await host.files.remove(name);
      delete entries[path];
    } else {
      const text = formatVectorFile(rest);
      await host.files.replace(name, text);
      entries[path] = entryWithout(entries[path], removed.length, each, text);
    }
    for (const vector of removed)
      await host.write(
        json
          ? `${JSON.stringify({ type: 'removed', file: name, record_type: file.record_type, kind: file.kind, ...vector })}\n`
          : `removed ${vector.id} from ${name}\n`,
      );
  }
  const whole = manifest.suite_sha256 === suiteHash(manifest.files);
  const suite = whole ? suiteHash(entries) : manifest.suite_sha256;
  const text = formatManifest({ ...manifest, suite_sha256: suite, files: entries });
  await host.files.replace(join(folder, 'manifest.json'), text);
}

/** The entry of a file that has fewer vectors now. A file that was not the one that its entry describes stays that. */
function entryWithout(
  entry: VectorManifest['files'][string] | undefined,
  removed: number,
  { text: before }: CommittedFile,
  after: string,
): VectorManifest['files'][string] {
  const { vectors = removed, added = removed, sha256: hash = '' } = entry ?? {};
  return entryOf({
    vectors: Math.max(0, vectors - removed),
    added: Math.max(0, added - removed),
    sha256: hash === sha256(before) ? sha256(after) : hash,
  });
}
