import { join } from 'node:path';
import type { Diagnostic, Position } from '../../../../src/diagnostics/diagnostic.ts';
import { addedOf } from '../../../../src/vector/added.ts';
import { pathOfVectorFile } from '../../../../src/vector/format.ts';
import { located } from '../../../../src/vector/lint/finding.ts';
import { positionAt } from '../../../../src/vector/place.ts';
import { type Read, readVectorFile } from '../../../../src/vector/read.ts';
import type { VectorFile } from '../../../../src/vector/vector.ts';
import type { Host } from '../../../host/host.ts';
import { InputError, UsageError } from '../../outcome.ts';
import { homelessHelp } from '../../vector-set.ts';
import type { FolderFiles } from './folder-owner.ts';

/** The file that is there while a command reads and writes a folder of vectors: no other one may do so at the same time. */
export function lockOf(folder: string): string {
  return join(folder, 'manifest.json.lock');
}

/**
 * The vectors of a folder as they are before anybody waits for its lock. Another command may be writing there, and then its
 * files do not agree with its manifest; what is wrong with them is said by whoever has the lock.
 *
 * @returns undefined for files that cannot be taken as they are
 */
export async function vectorsNow<Vectors>(
  host: Host,
  folder: string,
  load: () => Promise<Vectors>,
): Promise<Vectors | undefined> {
  try {
    return await load();
  } catch (error) {
    if (!(error instanceof InputError || error instanceof UsageError)) throw error;
    if ((await host.files.readExact(lockOf(folder))) !== undefined) return undefined;
    // The other one may have finished in between.
    return load();
  }
}

/** A file of a folder as it is. */
export type PresentFile = {
  /** `undefined` where there is none. */
  readonly text: string | undefined;
  /** The vectors that somebody added to it, if there are any. */
  readonly added: VectorFile | undefined;
};

/**
 * Reads a file of a folder, and the vectors that somebody added to it. A file that cannot be read and never had any is
 * written again.
 *
 * @param forget goes on without what cannot be found any more
 * @throws InputError when the file has fewer of them than the manifest counts, or cannot be read and seems to have some: to
 *   write it again would lose them
 */
export async function readAdded(
  host: Host,
  folder: string,
  known: FolderFiles,
  path: string,
  forget: boolean,
): Promise<PresentFile> {
  const name = join(folder, path);
  const text = await host.files.readExact(name);
  const counted = known.added.get(path) ?? 0;
  // To parse every file takes far longer than to look for a word in it.
  const mayHave = counted > 0 || (text !== undefined && mentionsAdded(text));
  if (!mayHave) return { text, added: undefined };
  const { value, diagnostics } = text === undefined ? nothing : readVectorFile(name, text);
  const found = value === undefined ? undefined : addedOf(value);
  const count = found?.vectors.length ?? 0;
  const seems = text !== undefined && value === undefined && /"origin"\s*:\s*"added"/.test(withoutEscapes(text));
  if (!forget && (seems || count < counted))
    throw new InputError(
      [{ ...lossOf(known, path, name, text, counted, found, diagnostics), help: restore }],
      new Map([
        [known.manifestPath, known.manifestText],
        [name, text ?? ''],
      ]),
    );
  return { text, added: count > 0 ? found : undefined };
}

/** Whether `"origin": "added"` may be in a text. Who writes JSON may write each letter as an escape, which we never do. */
function mentionsAdded(text: string): boolean {
  return text.includes('"added"') || letterEscape.test(text);
}

const letterEscape = /\\u00[4-7][0-9a-f]/i;

/** A text with its letters as they are. What is no JSON can be searched, and no more. */
function withoutEscapes(text: string): string {
  return text.replace(new RegExp(letterEscape, 'gi'), (escaped) =>
    String.fromCharCode(Number.parseInt(escaped.slice(2), 16)),
  );
}

const nothing: Read<VectorFile> = { value: undefined, diagnostics: [] };

const restore =
  'restore it from version control, or correct it: somebody added vectors here, and nothing was written; "itemproof vectors generate --forget-added" goes on without those that are gone';

/** Where added vectors are gone: in the file, or in the manifest when there is no such file. */
function lossOf(
  { manifestPath, manifestText }: FolderFiles,
  path: string,
  name: string,
  text: string | undefined,
  counted: number,
  found: VectorFile | undefined,
  [first]: readonly Diagnostic[],
): Diagnostic {
  const counts = `the manifest counts ${counted} added ${counted === 1 ? 'vector' : 'vectors'} in it`;
  if (text === undefined) {
    const message = `${path} is not there, and ${counts}`;
    const source = { name: manifestPath, text: manifestText };
    const position = placeInManifest(manifestText, path);
    return located(source, { code: 'vector-invalid', message, help: restore, pointer: ['files', path], position });
  }
  if (first !== undefined) return first;
  const message = `this file has ${found?.vectors.length ?? 0}, and ${counts}`;
  return located({ name, text }, { code: 'vector-invalid', message, help: restore, pointer: ['vectors'] });
}

/** A damaged manifest cannot be walked; its lines can be searched. */
function placeInManifest(text: string, path: string): Position {
  return positionAt(text, Math.max(0, text.indexOf(JSON.stringify(path))), path.length + 2);
}

/**
 * @param ids of the vectors that the schema gives
 * @param paths of the files that are written
 * @throws UsageError when added vectors have no file among those that are written, because their record type is gone, or
 *   when the schema gives one of their ids to a vector of its own
 */
export function refuseUnplaced(
  folder: string,
  added: readonly VectorFile[],
  ids: ReadonlySet<string>,
  paths: ReadonlyMap<string, unknown>,
): void {
  const vectors = added.flatMap((file) => file.vectors.map(({ id }) => ({ id, file, path: pathOfVectorFile(file) })));
  const taken = vectors.filter(({ id }) => ids.has(id));
  const homeless = vectors.filter(({ path }) => !paths.has(path));
  const sayAll = (some: typeof vectors): string =>
    some.map(({ id, path }) => `${id} (${join(folder, path)})`).join(', ');
  if (taken.length > 0)
    throw new UsageError(
      `the schema gives vectors with the ids of some that somebody added: ${sayAll(taken)}; give these other ids, nothing was written`,
    );
  if (homeless.length === 0) return;
  const names = [...new Set(homeless.map(({ file }) => `"${file.record_type}"`))].join(', ');
  throw new UsageError(
    `the schema has no record type ${names}, for which somebody added ${sayAll(homeless)}; ${homelessHelp}; nothing was written`,
  );
}
