import { join } from 'node:path';
import type { UnusedDraft } from '../../../../src/generate/unused-draft.ts';
import { compileCodec } from '../../../../src/item/codec.ts';
import type { Model } from '../../../../src/model/model.ts';
import { addedOf, withAdded } from '../../../../src/vector/added.ts';
import { formatManifest, formatVectorFile, manifestOf, pathOfVectorFile } from '../../../../src/vector/format.ts';
import type { VectorFile } from '../../../../src/vector/vector.ts';
import { type VectorProblem, verifyVectors } from '../../../../src/vector/verify.ts';
import type { Host } from '../../../host/host.ts';
import { generated, schemaTexts } from '../../generated.ts';
import type { ExitCode } from '../../outcome.ts';
import { addedHelp, generateHelp } from '../../vector-set.ts';
import { readAdded, refuseUnplaced } from './added-files.ts';
import { filesOf } from './folder-owner.ts';
import { locate, type VectorOptions } from './locate.ts';

export type GenerateOptions = VectorOptions & { readonly check?: boolean };

/**
 * Whether a file was written by an earlier run: the manifest of the folder lists it, or a killed run left it half done.
 * Whatever else is in the folder belongs to somebody else, and is not touched.
 */
function isOurs(path: string, listed: ReadonlySet<string>, texts: ReadonlyMap<string, string>): boolean {
  const whole = path.replace(/\.\d+\.tmp$/, '');
  return listed.has(path) || (whole !== path && (listed.has(whole) || texts.has(whole)));
}

/** Writes the vectors of a schema, or with `check` says which files would change. */
export async function runGenerate(host: Host, options: GenerateOptions): Promise<ExitCode> {
  const { model, folder } = await locate(host, options);
  const listed = await filesOf(host, folder, model);
  const codec = compileCodec(model);
  const { files: given, leftOut } = generated(codec, undefined, await schemaTexts(host, codec));
  const existing = await host.files.list(folder);
  const added = await readAdded(host, folder, existing, listed, new Set(given.map(pathOfVectorFile)));
  const files = withAdded(given, added);
  const texts = textsOf(model, files);
  const superfluous = existing.filter((path) => !texts.has(path) && isOurs(path, listed, texts));
  if (options.check !== true) refuseUnplaced(folder, added, given, files);
  const changed: string[] = [];
  for (const [path, text] of texts) if ((await host.files.read(join(folder, path))) !== text) changed.push(path);
  const stale = [...changed, ...superfluous].sort();
  if (options.check !== true && stale.length > 0) await write(host, folder, texts, { changed, superfluous });
  await sayLeftOut(host, leftOut, options.json === true);
  const wrong = files.flatMap((file) => verifyVectors(codec, addedOf(file)));
  await sayWrong(host, wrong, options.json === true);
  if (options.json === true) {
    for (const path of stale) await host.write(`${JSON.stringify({ type: 'changed', file: join(folder, path) })}\n`);
    await host.write(
      `${JSON.stringify({ type: 'summary', files: texts.size, changed: stale.length, written: options.check !== true })}\n`,
    );
  } else if (options.check !== true) {
    await host.write(`${folder}: ${texts.size} files, ${stale.length} changed\n`);
  } else if (stale.length === 0) {
    await host.write(`${folder}: ${texts.size} files are what ${model.name} ${model.version} gives\n`);
  } else {
    for (const path of stale) await host.write(`${join(folder, path)} is not what the schema gives\n`);
    await host.write(`${generateHelp}\n`);
  }
  return wrong.length > 0 || (options.check === true && stale.length > 0) ? 1 : 0;
}

/** Cases that this schema has no place for are named, so that nobody believes that they are tested. */
async function sayLeftOut(host: Host, drafts: readonly UnusedDraft[], json: boolean): Promise<void> {
  for (const { id, refusal, outcome } of drafts) {
    const reason = refusal ?? outcome;
    if (json) await host.write(`${JSON.stringify({ type: 'left-out', id, reason })}\n`);
    else host.note(`left out: ${id}: ${reason}\n`);
  }
}

/** What was added is kept as it is, so whoever added it has to know that the schema says otherwise now. */
async function sayWrong(host: Host, problems: readonly VectorProblem[], json: boolean): Promise<void> {
  for (const { id, member, message } of problems) {
    if (json) await host.write(`${JSON.stringify({ type: 'wrong', id, member, message })}\n`);
    else host.note(`itemproof: the added vector ${id} is wrong: ${member}: ${message}\n`);
  }
  if (problems.length > 0 && !json) host.note(`  help: ${addedHelp}\n`);
}

/** The manifest comes last: until it is there, the folder is not taken for complete. */
async function write(
  host: Host,
  folder: string,
  texts: ReadonlyMap<string, string>,
  { changed, superfluous }: { readonly changed: readonly string[]; readonly superfluous: readonly string[] },
): Promise<void> {
  for (const path of changed.filter((each) => each !== 'manifest.json'))
    await host.files.replace(join(folder, path), texts.get(path) ?? '');
  for (const path of superfluous) await host.files.remove(join(folder, path));
  if (changed.includes('manifest.json'))
    await host.files.replace(join(folder, 'manifest.json'), texts.get('manifest.json') ?? '');
}

/** The text of every file, by its path in the folder of the schema. */
export function textsOf(model: Model, files: readonly VectorFile[]): ReadonlyMap<string, string> {
  const entries = files.map(
    (file) => [pathOfVectorFile(file), { text: formatVectorFile(file), vectors: file.vectors.length }] as const,
  );
  const manifest = manifestOf({ name: model.name, version: model.version, digest: model.digest }, new Map(entries));
  return new Map([
    ...entries.map(([path, { text }]) => [path, text] as const),
    ['manifest.json', formatManifest(manifest)],
  ]);
}
