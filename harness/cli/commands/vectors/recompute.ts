import { join } from 'node:path';
import { compileCodec } from '../../../../src/item/codec.ts';
import type { Model } from '../../../../src/model/model.ts';
import { type Recomputed, recomputeFile } from '../../../../src/vector/case/recompute.ts';
import { formatVectorFile, pathOfVectorFile } from '../../../../src/vector/format.ts';
import type { VectorFile } from '../../../../src/vector/vector.ts';
import type { Host } from '../../../host/host.ts';
import { type LoadedVectors, loadVectors } from '../../load.ts';
import type { ExitCode } from '../../outcome.ts';
import { lockOf, vectorsNow } from './added-files.ts';
import { locate, type VectorOptions } from './locate.ts';
import { manifestTextOf } from './manifest-text.ts';
import { refuseOthers } from './remove.ts';
import { refuseStale } from './standing.ts';

/**
 * Computes vectors that somebody added again, as the schema is now. Nothing is written when one of them has become wrong in what
 * it asks: the schema refuses what it accepted, or the other way.
 *
 * @param ids all that were added, when there are none
 */
export async function runRecompute(host: Host, ids: readonly string[], options: VectorOptions): Promise<ExitCode> {
  const { model, folder } = await locate(host, options);
  const check = (vectors: LoadedVectors): void => {
    refuseStale(folder, model, vectors);
    refuseOthers(ids, vectors, 'recomputed');
  };
  // What is wrong anyway is said before anybody waits for another command, and before there is a lock.
  const now = await vectorsNow(host, folder, () => loadVectors(host, folder));
  if (now !== undefined) check(now);
  return host.files.exclusively(lockOf(folder), async (): Promise<ExitCode> => {
    const vectors = await loadVectors(host, folder);
    check(vectors);
    return recomputeIn(host, folder, model, ids, vectors, options.json === true);
  });
}

async function recomputeIn(
  host: Host,
  folder: string,
  model: Model,
  ids: readonly string[],
  { files }: LoadedVectors,
  json: boolean,
): Promise<ExitCode> {
  const codec = compileCodec(model);
  const wanted = (id: string): boolean => ids.length === 0 || ids.includes(id);
  const recomputed = files.map((file): Recomputed => {
    const recordType = model.recordTypes.find((each) => each.name === file.record_type);
    if (recordType === undefined) throw new TypeError(`the schema has no record type ${file.record_type}`);
    return recomputeFile(codec, recordType, file, wanted);
  });
  const problems = recomputed.flatMap((each) => each.problems);
  if (problems.length > 0) return sayProblems(host, problems, json);
  const changed = recomputed.filter((each) => each.changed.length > 0);
  for (const { file } of changed) await host.files.replace(pathIn(folder, file), formatVectorFile(file));
  if (changed.length > 0) {
    const files = recomputed.map(({ file }) => file);
    await host.files.replace(join(folder, 'manifest.json'), manifestTextOf(model, files));
  }
  for (const { file, changed: vectors } of changed) {
    const name = pathIn(folder, file);
    for (const vector of vectors) {
      const event = { type: 'recomputed', file: name, record_type: file.record_type, kind: file.kind, ...vector };
      await host.write(json ? `${JSON.stringify(event)}\n` : `recomputed ${vector.id} in ${name}\n`);
    }
  }
  const added = recomputed.reduce((sum, { count }) => sum + count, 0);
  const count = changed.reduce((sum, each) => sum + each.changed.length, 0);
  await host.write(
    json
      ? `${JSON.stringify({ type: 'summary', added, recomputed: count })}\n`
      : `${folder}: ${added} added ${added === 1 ? 'vector' : 'vectors'}, ${count} recomputed\n`,
  );
  return 0;
}

async function sayProblems(host: Host, problems: Recomputed['problems'], json: boolean): Promise<ExitCode> {
  for (const { id, message } of problems)
    await host.write(
      json ? `${JSON.stringify({ type: 'problem', id, message })}\n` : `${id} cannot be recomputed: ${message}\n`,
    );
  host.note(
    'itemproof: nothing was written; "itemproof vectors show" shows what such a vector asks, "itemproof vectors remove" takes it away\n',
  );
  return 1;
}

function pathIn(folder: string, file: VectorFile): string {
  return join(folder, pathOfVectorFile(file));
}
