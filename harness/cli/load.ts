import { dirname, join, relative, resolve } from 'node:path';
import { compileSchema } from '../../src/compile.ts';
import type { Config } from '../../src/config/config.ts';
import { parseConfig, parseKnownFile } from '../../src/config/parse.ts';
import { type Diagnostic, hasErrors } from '../../src/diagnostics/diagnostic.ts';
import { renderDiagnostic } from '../../src/diagnostics/render.ts';
import type { Model } from '../../src/model/model.ts';
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
  const { config, diagnostics } = parseConfig(file, text);
  if (config === undefined) throw new InputError(diagnostics, new Map([[file, text]]));
  const directory = dirname(file);
  const sources = new Map([[file, text]]);
  const known = [...config.known];
  for (const each of config.knownFiles) {
    const path = pathFrom(directory, each);
    const content = await host.files.read(path);
    if (content === undefined) throw new UsageError(`there is no file ${path}, which ${file} names in "known_files"`);
    sources.set(path, content);
    const parsed = parseKnownFile(path, content, config.implementations);
    if (parsed.diagnostics.length > 0) throw new InputError(parsed.diagnostics, new Map([[path, content]]));
    known.push(...parsed.known);
  }
  return { config: { ...config, known }, directory, sources };
}

/** Reads and compiles the schema of a configuration. One that is not there is a mistake of the configuration. */
export async function loadConfiguredSchema(host: Host, { config, directory, sources }: LoadedConfig): Promise<Model> {
  const file = pathFrom(directory, config.schema);
  if ((await host.files.read(file)) !== undefined) return loadSchema(host, file);
  const { line, column, path } = config.schemaAt;
  const missing: Diagnostic = {
    code: 'reference-unknown',
    severity: 'error',
    message: `there is no schema file ${file}`,
    file: config.file,
    position: { line, column, length: config.schema.length },
    path,
    help: 'correct "schema:", whose path is relative to this file',
  };
  throw new InputError([missing], sources);
}

/** A path of a configuration, relative to the host's directory. */
export function pathFrom(directory: string, path: string): string {
  return relative('.', resolve(directory, path)) || '.';
}

export type LoadedVectors = {
  readonly files: readonly VectorFile[];
  /** The same files, with their paths and texts. */
  readonly committed: readonly CommittedFile[];
  readonly manifest: VectorManifest;
  readonly manifestText: string;
};

/**
 * Reads every vector file that the manifest of a folder lists. A file that is missing, changed or not listed is an error:
 * vectors that silently are not there prove nothing.
 *
 * @param onChanged is told of changed files instead, by whoever can say more about them; who takes it also looks whether the
 *   manifest is at one with itself
 */
export async function loadVectors(
  host: Host,
  folder: string,
  onChanged?: (file: VectorFile, path: string) => void,
): Promise<LoadedVectors> {
  const sources = new Map<string, string>();
  const manifestPath = join(folder, 'manifest.json');
  const text = await host.files.readExact(manifestPath);
  if (text === undefined)
    throw new UsageError(`there are no vectors in ${folder}; write them with "itemproof vectors generate"`);
  sources.set(manifestPath, text);
  const manifest = readManifest(manifestPath, text);
  if (manifest.value === undefined) throw new InputError(manifest.diagnostics, sources);
  if (onChanged === undefined && !isWhole(manifest.value))
    throw new UsageError(
      `${manifestPath} lists other files than its suite_sha256 is of; "itemproof vectors verify" says what is wrong, "itemproof vectors generate" writes it again`,
    );
  if (onChanged === undefined && hasMark(text))
    throw new UsageError(
      `${manifestPath} starts with a byte order mark (BOM), which makes it another file; "itemproof vectors fmt" writes it without`,
    );
  const listed = Object.keys(manifest.value.files);
  const extra = (await host.files.list(folder)).find(
    (path) => path.endsWith('.json') && path !== 'manifest.json' && !listed.includes(path),
  );
  if (extra !== undefined)
    throw new UsageError(`${join(folder, extra)} is not in ${manifestPath}; remove it, or keep it elsewhere`);
  const committed: CommittedFile[] = [];
  for (const path of listed) {
    const file = join(folder, path);
    const content = await host.files.readExact(file);
    if (content === undefined)
      throw new UsageError(`${file} is missing, though ${manifestPath} lists it; run "itemproof vectors generate"`);
    const read = readVectorFile(file, content);
    if (read.value === undefined) throw new InputError(read.diagnostics, new Map([[file, content]]));
    if (sha256(content) !== manifest.value.files[path]?.sha256)
      (onChanged ?? ((_file, changed) => refuseChanged(folder, changed)))(read.value, path);
    committed.push({ path, text: content, file: read.value });
  }
  const [miscount] = onChanged === undefined ? findMiscounts(manifest.value, committed) : [];
  if (miscount !== undefined)
    throw new UsageError(
      `${manifestPath}: ${miscount.message}; "itemproof vectors verify" says what is wrong, "itemproof vectors generate" writes it again`,
    );
  return { files: committed.map(({ file }) => file), committed, manifest: manifest.value, manifestText: text };
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
