import { join } from 'node:path';
import type { UnusedDraft } from '../../../../src/generate/unused-draft.ts';
import { usableVectors } from '../../../../src/generate/usable-vectors.ts';
import type { Codec } from '../../../../src/item/codec.ts';
import type { RecordType } from '../../../../src/model/model.ts';
import { addedOf, withAdded } from '../../../../src/vector/added.ts';
import { formatVectorFile, pathOfVectorFile, sha256 } from '../../../../src/vector/format.ts';
import { entryOfFile, formatManifest, manifestOf } from '../../../../src/vector/manifest.ts';
import type { ManifestEntry, VectorFile } from '../../../../src/vector/vector.ts';
import { type VectorProblem, verifyVectors } from '../../../../src/vector/verify.ts';
import { isGone } from '../../../host/file-lock.ts';
import type { Host } from '../../../host/host.ts';
import { refuseImpossible, schemaTexts } from '../../generated.ts';
import { readAdded, refuseUnplaced } from './added-files.ts';
import { type FolderFiles, filesOf, refuseStrangers } from './folder-owner.ts';

export type PlanOptions = { readonly forgetAdded?: boolean; readonly renamedFrom?: string };

/** Who is told what a plan comes across. */
export type PlanWatch = {
  /** Is given the text of each file that is not what it should be, but for the manifest. */
  readonly onChanged: (path: string, text: string) => Promise<void>;
  /** Of how many record types the vectors have been compared. */
  readonly onProgress: (done: number, planned: number) => void;
};

/** What generating does to a folder. It holds no vectors but those that somebody added, so that any number can be generated. */
export type Plan = {
  readonly known: FolderFiles;
  /** What was read, as the SHA-256 of each text by its path; `undefined` where there was no file. */
  readonly seen: ReadonlyMap<string, string | undefined>;
  /** What the manifest says about each file that belongs there. */
  readonly entries: ReadonlyMap<string, ManifestEntry>;
  readonly manifest: string;
  /** Paths of the files that are not what they should be. */
  readonly changed: readonly string[];
  /** Paths of files that an earlier run wrote, and that do not belong there. */
  readonly superfluous: readonly string[];
  readonly added: readonly VectorFile[];
  /** Added vectors that the schema contradicts. */
  readonly wrong: readonly VectorProblem[];
  readonly leftOut: readonly UnusedDraft[];
};

/**
 * Generates the vectors of a schema, one record type after the other, and compares them with a folder.
 *
 * @throws InputError, UsageError when nothing may be written
 */
export async function planOf(
  host: Host,
  folder: string,
  codec: Codec,
  { forgetAdded = false, renamedFrom }: PlanOptions,
  { onChanged, onProgress }: PlanWatch,
): Promise<Plan> {
  const { model } = codec;
  const known = await filesOf(host, folder, model, renamedFrom);
  const existing = await host.files.list(folder);
  const seen = new Map<string, string | undefined>();
  const entries = new Map<string, ManifestEntry>();
  const changed: string[] = [];
  const added: VectorFile[] = [];
  const wrong: VectorProblem[] = [];
  const ids = new Set<string>();

  const read = async (path: string): Promise<readonly VectorFile[]> => {
    const present = await readAdded(host, folder, known, path, forgetAdded);
    seen.set(path, present.text === undefined ? undefined : sha256(present.text));
    const found = present.added === undefined ? [] : [present.added];
    added.push(...found);
    return found;
  };

  const compare = async (recordType: RecordType, given: readonly VectorFile[]): Promise<void> => {
    const paths = given.map(pathOfVectorFile);
    await refuseStrangers(host, folder, model, known, paths, renamedFrom);
    const listed = [...known.added.keys()].filter((path) => path.startsWith(`${recordType.name}/`));
    const mine: VectorFile[] = [];
    for (const path of new Set([...listed, ...paths])) mine.push(...(await read(path)));
    for (const file of given) for (const { id } of file.vectors) ids.add(id);
    for (const file of withAdded(given, mine)) {
      const path = pathOfVectorFile(file);
      const text = formatVectorFile(file);
      const entry = entryOfFile(file, text);
      entries.set(path, entry);
      if (entry.added !== undefined) wrong.push(...verifyVectors(codec, addedOf(file)));
      if (seen.get(path) === entry.sha256) continue;
      changed.push(path);
      await onChanged(path, text);
    }
  };

  const leftOut: UnusedDraft[] = [];
  const impossible: UnusedDraft[] = [];
  for (const [done, recordType] of model.recordTypes.entries()) {
    onProgress(done, model.recordTypes.length);
    const given = usableVectors(codec, [recordType]);
    leftOut.push(...given.leftOut);
    impossible.push(...given.impossible);
    // All of those are said at once.
    if (impossible.length === 0) await compare(recordType, given.files);
  }
  refuseImpossible(impossible, await schemaTexts(host, codec));
  for (const path of known.added.keys()) if (!seen.has(path)) await read(path);
  refuseUnplaced(folder, added, ids, entries);
  const manifest = formatManifest(manifestOf(model, entries));
  if (manifest !== known.manifestText) changed.push('manifest.json');
  const superfluous = existing.filter((path) => !isPlaced(path, entries) && isOurs(path, known.listed, entries));
  return { known, seen, entries, manifest, changed, superfluous, added, wrong, leftOut };
}

/** Whether a folder is still what a plan was made for: somebody may have added a vector in between. */
export async function isStillSo(host: Host, folder: string, { known, seen }: Plan): Promise<boolean> {
  if (((await host.files.readExact(known.manifestPath)) ?? '') !== known.manifestText) return false;
  for (const [path, hash] of seen) {
    const text = await host.files.readExact(join(folder, path));
    if ((text === undefined ? undefined : sha256(text)) !== hash) return false;
  }
  return true;
}

function isPlaced(path: string, entries: Plan['entries']): boolean {
  return path === 'manifest.json' || entries.has(path);
}

/**
 * Whether a file was written by an earlier run: the manifest of the folder lists it, or a killed run left it half done.
 * Whatever else is in the folder belongs to somebody else, and is not touched; a process that is running needs its own.
 */
function isOurs(path: string, listed: ReadonlySet<string>, entries: Plan['entries']): boolean {
  if (listed.has(path)) return true;
  const [, whole, pid] = /^(.+)\.(\d+)\.tmp$/.exec(path) ?? [];
  if (whole === undefined || !(listed.has(whole) || isPlaced(whole, entries))) return false;
  // What has the number of this process was there before it began.
  return Number(pid) === process.pid || isGone(Number(pid));
}
