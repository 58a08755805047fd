import { join } from 'node:path';
import type { Diagnostic } from '../../../../src/diagnostics/diagnostic.ts';
import type { LintedFile } from '../../../../src/vector/lint/finding.ts';
import { readManifest, readVectorFile } from '../../../../src/vector/read.ts';
import type { VectorManifest } from '../../../../src/vector/vector.ts';
import type { Host } from '../../../host/host.ts';
import { noVectorsIn } from '../../load.ts';
import { InputError, UsageError } from '../../outcome.ts';

/** The files of a folder as they are, right or not: what a look at their form needs. */
export type VectorTexts = {
  readonly manifestPath: string;
  readonly manifestText: string;
  readonly manifest: VectorManifest;
  /** Those that could be read. */
  readonly files: readonly LintedFile[];
  /** What is wrong with the others, with the text of each file. */
  readonly unreadable: readonly Diagnostic[];
  readonly sources: ReadonlyMap<string, string>;
  /** Paths that the manifest lists, and that are not there. */
  readonly missing: readonly string[];
  /** Paths of files that the manifest does not list. */
  readonly unlisted: readonly string[];
};

/** Reads a folder of vectors without judging it. Only a manifest that is not there or cannot be read is an error. */
export async function readVectorTexts(host: Host, folder: string): Promise<VectorTexts> {
  const manifestPath = join(folder, 'manifest.json');
  const manifestText = await host.files.readExact(manifestPath);
  if (manifestText === undefined) throw new UsageError(noVectorsIn(folder));
  const sources = new Map([[manifestPath, manifestText]]);
  const { value: manifest, diagnostics } = readManifest(manifestPath, manifestText);
  if (manifest === undefined) throw new InputError(diagnostics, sources);
  const files: LintedFile[] = [];
  const unreadable: Diagnostic[] = [];
  const missing: string[] = [];
  for (const path of Object.keys(manifest.files)) {
    const name = join(folder, path);
    const text = await host.files.readExact(name);
    if (text === undefined) {
      missing.push(path);
      continue;
    }
    sources.set(name, text);
    const read = readVectorFile(name, text);
    if (read.value === undefined) unreadable.push(...read.diagnostics);
    else files.push({ path, name, text, file: read.value });
  }
  const unlisted = (await host.files.list(folder)).filter(
    (path) => path.endsWith('.json') && path !== 'manifest.json' && !Object.hasOwn(manifest.files, path),
  );
  return { manifestPath, manifestText, manifest, files, unreadable, sources, missing, unlisted };
}
