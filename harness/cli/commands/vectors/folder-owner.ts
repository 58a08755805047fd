import { join } from 'node:path';
import type { Diagnostic } from '../../../../src/diagnostics/diagnostic.ts';
import type { Model } from '../../../../src/model/model.ts';
import { isObject } from '../../../../src/value/json.ts';
import { located } from '../../../../src/vector/lint/finding.ts';
import { readManifest, withoutMark } from '../../../../src/vector/read.ts';
import { listedPath } from '../../../../src/vector/vector-schema.ts';
import type { Host } from '../../../host/host.ts';
import { InputError } from '../../outcome.ts';
import { ownedBy } from './standing.ts';

/** What the manifest of a folder says about its files. */
export type FolderFiles = {
  /** Those that an earlier run wrote: none when there is no manifest, or one that is damaged, so that nobody knows. */
  readonly listed: ReadonlySet<string>;
  /** How many vectors somebody added to each file, also as far as a damaged manifest still says it. */
  readonly added: ReadonlyMap<string, number>;
  readonly manifestPath: string;
  readonly manifestText: string;
};

/**
 * The files that an earlier run wrote to a folder, by the folder's manifest.
 *
 * @param before a name that the schema had
 * @throws InputError when the folder belongs to another schema, or `manifest.json` to another program: to write there would
 *   delete what somebody else keeps
 */
export async function filesOf(host: Host, folder: string, { name }: Model, before?: string): Promise<FolderFiles> {
  const path = join(folder, 'manifest.json');
  const text = await host.files.readExact(path);
  if (text === undefined) return { listed: new Set(), added: new Map(), manifestPath: path, manifestText: '' };
  const { value: manifest, diagnostics } = readManifest(path, text);
  const owner = manifest?.schema.name ?? ownerOf(text);
  if (owner !== undefined && owner !== name && owner !== before) {
    const source = { name: path, text };
    const taken = owner === null ? nobodys(source) : ownedBy(source, folder, owner, name);
    throw new InputError([taken], new Map([[path, text]]));
  }
  // Who wrote such a list meant other files than those that are here, and nobody knows which.
  if (manifest === undefined && namesOf(text).some((each) => !isListed(each)))
    throw new InputError(diagnostics, new Map([[path, text]]));
  const files = Object.entries(manifest?.files ?? {});
  const added =
    manifest === undefined ? addedByLine(text) : new Map(files.map(([at, entry]) => [at, entry.added ?? 0]));
  return { listed: new Set(files.map(([at]) => at)), added, manifestPath: path, manifestText: text };
}

function nobodys(source: { readonly name: string; readonly text: string }): Diagnostic {
  const message = 'this is no manifest of vectors';
  const help = 'name another folder with --vectors; nothing was written';
  return located(source, { code: 'vectors-taken', message, help, pointer: [] });
}

/** What a manifest that is no JSON any more, as in the middle of a merge, says in those of its lines that are whole. */
function addedByLine(text: string): ReadonlyMap<string, number> {
  const added = new Map<string, number>();
  for (const [, path = '', entry = ''] of text.matchAll(/^ *"([^"\\]+)": (\{[^{}]*\}),?$/gm)) {
    const [, count = '0'] = /"added":\s*([0-9]+)/.exec(entry) ?? [];
    if (isListed(path)) added.set(path, Math.max(Number(count), added.get(path) ?? 0));
  }
  return added;
}

/**
 * Refuses to write over a file that no manifest lists, and that does not say itself that it holds vectors of this schema.
 *
 * @param written paths that are to be written
 * @throws InputError for the first file that is somebody else's
 */
export async function refuseStrangers(
  host: Host,
  folder: string,
  { name }: Model,
  { added }: FolderFiles,
  written: Iterable<string>,
  before?: string,
): Promise<void> {
  for (const path of written) {
    if (path === 'manifest.json' || added.has(path)) continue;
    const file = join(folder, path);
    const text = await host.files.readExact(file);
    if (text === undefined || [name, before].includes(schemaOf(text))) continue;
    throw new InputError([stranger(file, text, name)], new Map([[file, text]]));
  }
}

function stranger(file: string, text: string, name: string): Diagnostic {
  const message = `no manifest lists this file, and it does not say that it holds vectors of "${name}"`;
  const help = 'move it, or name another folder with --vectors; nothing was written';
  const position = { line: 1, column: 1, length: 1 };
  return located({ name: file, text }, { code: 'vectors-taken', message, help, pointer: [], position });
}

/** The schema that a file says that it belongs to; no name when it does not say. */
function schemaOf(text: string): string {
  const parsed = parse(text);
  const schema = isObject(parsed) ? parsed['schema'] : undefined;
  return typeof schema === 'string' ? schema : '';
}

/** Whose manifest a text is that has not the published shape: `undefined` when that is damaged too, `null` for nobody's. */
function ownerOf(text: string): string | null | undefined {
  const parsed = parse(text);
  if (parsed === undefined) return undefined;
  if (!isObject(parsed) || !isObject(parsed['files']) || !isObject(parsed['schema'])) return null;
  const { name } = parsed['schema'];
  return typeof name === 'string' ? name : undefined;
}

/** The paths that a manifest lists; none when it is no JSON. */
function namesOf(text: string): readonly string[] {
  const parsed = parse(text);
  return isObject(parsed) && isObject(parsed['files']) ? Object.keys(parsed['files']) : [];
}

const listed = new RegExp(listedPath, 'u');

/** Whether a path leads to a file in the folder of its manifest. */
function isListed(path: string): boolean {
  return listed.test(path);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(withoutMark(text));
  } catch {
    return undefined;
  }
}
