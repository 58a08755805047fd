import { dirname, join, relative, resolve } from 'node:path';
import { compileSchema } from '../../src/compile.ts';
import type { Config, KnownFailure } from '../../src/config/config.ts';
import { parseConfig, parseKnownFile } from '../../src/config/parse.ts';
import { repeatedKnown } from '../../src/config/repeated-known.ts';
import { type Diagnostic, hasErrors } from '../../src/diagnostics/diagnostic.ts';
import { renderDiagnostic } from '../../src/diagnostics/render.ts';
import type { Model, SourceReference } from '../../src/model/model.ts';
import { findMiscounts } from '../../src/vector/counts.ts';
import type { CommittedFile } from '../../src/vector/deviation.ts';
import { sha256 } from '../../src/vector/format.ts';
import { suiteHash } from '../../src/vector/manifest.ts';
import { hasMark, readManifest, readVectorFile } from '../../src/vector/read.ts';
import type { VectorFile, VectorManifest } from '../../src/vector/vector.ts';
import type { Host } from '../host/host.ts';
import { InputError, UsageError } from './outcome.ts';

/** Reads and compiles a schema. Warnings go to standard error; errors are thrown. */
export async function loadSchema(host: Host, file: string): Promise<Model> {
  const text = await host.files.read(file);
  if (text === undefined) throw new UsageError(`there is no schema file ${file}; name one with --schema FILE`);
  const { model, diagnostics } = compileSchema(file, text);
  if (model === undefined || hasErrors(diagnostics)) throw new InputError(diagnostics, new Map([[file, text]]));
  for (const diagnostic of diagnostics) host.note(`${renderDiagnostic(diagnostic, text)}\n`);
  return model;
}

/** A configuration, and its folder relative to the host's directory. */
export type LoadedConfig = {
  readonly config: Config;
  readonly directory: string;
  /** The text of the configuration and of its files of known failures, by their paths. */
  readonly sources: ReadonlyMap<string, string>;
};

/** @param instead how else to say what is looked for in it, for the message that there is none */
export async function loadConfig(host: Host, file: string, instead = ''): Promise<LoadedConfig> {
  const text = await host.files.read(file);
  if (text === undefined)
    throw new UsageError(`there is no configuration ${file}; name one with --config FILE${instead}`);
  const { config, diagnostics, knownFiles, names, known: own } = parseConfig(file, text);
  const directory = dirname(file);
  const sources = new Map([[file, text]]);
  const known: KnownFailure[] = [...own];
  const problems = [...diagnostics];
  const listed = new Map<string, SourceReference>();
  for (const { path: written, at } of knownFiles) {
    const path = pathFrom(directory, written);
    const before = listed.get(path);
    if (before !== undefined) {
      problems.push(listedTwice(path, written, at, before));
      continue;
    }
    listed.set(path, at);
    const content = await host.files.read(path);
    if (content === undefined) {
      problems.push(
        missingFile(`file ${path}`, written, at, 'correct "known_files:", whose paths are relative to this file'),
      );
      continue;
    }
    sources.set(path, content);
    const parsed = parseKnownFile(path, content, names);
    problems.push(...parsed.diagnostics);
    known.push(...parsed.known);
  }
  problems.push(...repeatedKnown(known));
  if (config === undefined || problems.length > 0) throw new InputError(problems, sources);
  return { config: { ...config, known }, directory, sources };
}

/** Reads and compiles the schema of a configuration. One that is not there is a mistake of the configuration. */
export async function loadConfiguredSchema(host: Host, { config, directory, sources }: LoadedConfig): Promise<Model> {
  const file = pathFrom(directory, config.schema);
  if ((await host.files.read(file)) !== undefined) return loadSchema(host, file);
  const help = 'correct "schema:", whose path is relative to this file';
  throw new InputError([missingFile(`schema file ${file}`, config.schema, config.schemaAt, help)], sources);
}

/** That a file is not there which a configuration names. */
function missingFile(what: string, written: string, at: SourceReference, help: string): Diagnostic {
  return {
    code: 'reference-unknown',
    severity: 'error',
    message: `there is no ${what}`,
    ...placeOf(written, at),
    help,
  };
}

/** That a configuration names a file again, in these words or in others. */
function listedTwice(name: string, written: string, at: SourceReference, before: SourceReference): Diagnostic {
  const message = `${name} is listed at ${before.file}:${before.line}:${before.column} already`;
  return { code: 'value-conflict', severity: 'error', message, ...placeOf(written, at), help: 'remove one of them' };
}

function placeOf(
  written: string,
  { file, line, column, path }: SourceReference,
): Pick<Diagnostic, 'file' | 'position' | 'path'> {
  return { file, position: { line, column, length: written.length }, path };
}

/** A path of a configuration, relative to the host's directory. */
export function pathFrom(directory: string, path: string): string {
  return relative('.', resolve(directory, path)) || '.';
}

/** A folder of vectors whose manifest was read. */
export type VectorFolder = {
  readonly manifest: VectorManifest;
  readonly manifestText: string;
};

export type LoadedVectors = VectorFolder & {
  readonly files: readonly VectorFile[];
  /** The same files, with their paths and texts. */
  readonly committed: readonly CommittedFile[];
};

/**
 * Reads every vector file that the manifest of a folder lists. A file that is missing, changed or not listed is an error:
 * vectors that silently are not there prove nothing.
 */
export async function loadVectors(host: Host, folder: string): Promise<LoadedVectors> {
  const opened = await openVectors(host, folder);
  refuseTorn(folder, opened);
  const committed: CommittedFile[] = [];
  for (const path of Object.keys(opened.manifest.files)) {
    const { isChanged, ...file } = await readCommitted(host, folder, opened, path);
    if (isChanged) refuseChanged(folder, path);
    committed.push(file);
  }
  const [miscount] = findMiscounts(opened.manifest, committed);
  if (miscount !== undefined)
    throw new UsageError(
      `${join(folder, 'manifest.json')}: ${miscount.message}; "itemproof vectors verify" says what is wrong, "itemproof vectors generate" writes it again`,
    );
  return { ...opened, files: committed.map(({ file }) => file), committed };
}

/** The same for who shows or mends files that are not those that the manifest describes. */
export async function loadVectorsAsTheyAre(host: Host, folder: string): Promise<LoadedVectors> {
  const opened = await openVectors(host, folder);
  const committed: CommittedFile[] = [];
  for (const path of Object.keys(opened.manifest.files))
    committed.push(await readCommitted(host, folder, opened, path));
  return { ...opened, files: committed.map(({ file }) => file), committed };
}

/** That a folder has no manifest, and what to do about it. */
export function noVectorsIn(folder: string): string {
  return `there are no vectors in ${folder}; write them with "itemproof vectors generate", or name another folder with --vectors`;
}

/** Reads the manifest of a folder, which has to list every file there. */
export async function openVectors(host: Host, folder: string): Promise<VectorFolder> {
  const manifestPath = join(folder, 'manifest.json');
  const text = await host.files.readExact(manifestPath);
  if (text === undefined) throw new UsageError(noVectorsIn(folder));
  const { value: manifest, diagnostics } = readManifest(manifestPath, text);
  if (manifest === undefined) throw new InputError(diagnostics, new Map([[manifestPath, text]]));
  const extra = (await host.files.list(folder)).find(
    (path) => path.endsWith('.json') && path !== 'manifest.json' && !Object.hasOwn(manifest.files, path),
  );
  if (extra !== undefined)
    throw new UsageError(`${join(folder, extra)} is not in ${manifestPath}; remove it, or keep it elsewhere`);
  return { manifest, manifestText: text };
}

/** Reads a file that the manifest lists. */
export async function readCommitted(
  host: Host,
  folder: string,
  { manifest }: VectorFolder,
  path: string,
): Promise<CommittedFile & { readonly isChanged: boolean }> {
  const name = join(folder, path);
  const text = await host.files.readExact(name);
  if (text === undefined)
    throw new UsageError(
      `${name} is missing, though ${join(folder, 'manifest.json')} lists it; run "itemproof vectors generate"`,
    );
  const { value: file, diagnostics } = readVectorFile(name, text);
  if (file === undefined) throw new InputError(diagnostics, new Map([[name, text]]));
  return { path, text, file, isChanged: sha256(text) !== manifest.files[path]?.sha256 };
}

function refuseTorn(folder: string, { manifest, manifestText }: VectorFolder): void {
  const manifestPath = join(folder, 'manifest.json');
  if (!isWhole(manifest))
    throw new UsageError(
      `${manifestPath} lists other files than its suite_sha256 is of; "itemproof vectors verify" says what is wrong, "itemproof vectors generate" writes it again`,
    );
  if (hasMark(manifestText))
    throw new UsageError(
      `${manifestPath} starts with a byte order mark (BOM), which makes it another file; "itemproof vectors fmt" writes it without`,
    );
}

/** Whether the hash of the whole suite is that of the files that the manifest lists. */
export function isWhole({ suite_sha256, files }: VectorManifest): boolean {
  return suite_sha256 === suiteHash(files);
}

function refuseChanged(folder: string, path: string): never {
  throw new UsageError(
    `${join(folder, path)} is not the file that ${join(folder, 'manifest.json')} describes; "itemproof vectors verify" says what is wrong with it, "itemproof vectors generate" writes it again`,
  );
}
