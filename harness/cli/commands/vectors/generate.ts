import { join } from 'node:path';
import type { UnusedDraft } from '../../../../src/generate/unused-draft.ts';
import { compileCodec } from '../../../../src/item/codec.ts';
import type { Model } from '../../../../src/model/model.ts';
import { addedOf, withAdded } from '../../../../src/vector/added.ts';
import { findMisnamedAdded } from '../../../../src/vector/added-names.ts';
import type { VectorDeviation } from '../../../../src/vector/deviation.ts';
import { formatManifest, formatVectorFile, manifestOf, pathOfVectorFile } from '../../../../src/vector/format.ts';
import type { VectorFile } from '../../../../src/vector/vector.ts';
import { type VectorProblem, verifyVectors } from '../../../../src/vector/verify.ts';
import type { Host } from '../../../host/host.ts';
import { completeAdvice } from '../../advice.ts';
import { generated, schemaTexts } from '../../generated.ts';
import type { ExitCode } from '../../outcome.ts';
import { hazardsOfAdded } from '../../register.ts';
import { addedHelp, generateHelp } from '../../vector-set.ts';
import { lockOf, readAdded, refuseUnplaced } from './added-files.ts';
import { filesOf, refuseStrangers } from './folder-owner.ts';
import { locate, type VectorOptions } from './locate.ts';

export type GenerateOptions = VectorOptions & {
  readonly check?: boolean;
  readonly forgetAdded?: boolean;
  readonly renamedFrom?: string;
};

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
  // The manifest is looked at first, which takes no time.
  await filesOf(host, folder, model, options.renamedFrom);
  const codec = compileCodec(model);
  const { files: given, leftOut } = generated(codec, undefined, await schemaTexts(host, codec));
  const plan = await generateInto(host, folder, model, given, options);
  const { files, texts, changed, superfluous } = plan;
  const stale = [...changed, ...superfluous].sort();
  await sayLeftOut(host, leftOut, options.json === true);
  const wrong = files.flatMap((file) => verifyVectors(codec, addedOf(file)));
  const misnamed = findMisnamedAdded(
    files.map((file) => ({ path: pathOfVectorFile(file), file })),
    await hazardsOfAdded(host, files),
  );
  await sayWrong(host, wrong, misnamed, options);
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
    await host.write(`${completeAdvice(options, generateHelp)}\n`);
  }
  return wrong.length + misnamed.length > 0 || (options.check === true && stale.length > 0) ? 1 : 0;
}

/** What generating would do to a folder. */
type Plan = {
  readonly files: readonly VectorFile[];
  readonly texts: ReadonlyMap<string, string>;
  readonly changed: readonly string[];
  readonly superfluous: readonly string[];
};

/** Writes what is to be written, if anything is: a folder that nobody may write to can still be what the schema gives. */
async function generateInto(
  host: Host,
  folder: string,
  model: Model,
  given: readonly VectorFile[],
  options: GenerateOptions,
): Promise<Plan> {
  const first = await planOf(host, folder, model, given, options);
  if (options.check === true || first.changed.length + first.superfluous.length === 0) return first;
  // Somebody may have added a vector in between, which only who is alone with the folder knows.
  return host.files.exclusively(lockOf(folder), async () => {
    const plan = await planOf(host, folder, model, given, options);
    await write(host, folder, plan);
    return plan;
  });
}

async function planOf(
  host: Host,
  folder: string,
  model: Model,
  given: readonly VectorFile[],
  { forgetAdded = false, renamedFrom }: GenerateOptions,
): Promise<Plan> {
  const known = await filesOf(host, folder, model, renamedFrom);
  const existing = await host.files.list(folder);
  await refuseStrangers(host, folder, model, known, given.map(pathOfVectorFile), renamedFrom);
  const { texts: present, added } = await readAdded(host, folder, known, given.map(pathOfVectorFile), forgetAdded);
  const files = withAdded(given, added);
  const texts = textsOf(model, files);
  const superfluous = existing.filter((path) => !texts.has(path) && isOurs(path, known.listed, texts));
  refuseUnplaced(folder, added, given, files);
  const isThere = (path: string): string | undefined =>
    path === 'manifest.json' ? known.manifestText : present.get(path);
  const changed = [...texts].filter(([path, text]) => isThere(path) !== text).map(([path]) => path);
  return { files, texts, changed, superfluous };
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
async function sayWrong(
  host: Host,
  wrong: readonly VectorProblem[],
  misnamed: readonly VectorDeviation[],
  options: GenerateOptions,
): Promise<void> {
  const json = options.json === true;
  for (const { id, member, message } of wrong) {
    if (json) await host.write(`${JSON.stringify({ type: 'wrong', id, member, message })}\n`);
    else host.note(`itemproof: the added vector ${id} is wrong: ${member}: ${message}\n`);
  }
  for (const { id, message } of misnamed) {
    if (json) await host.write(`${JSON.stringify({ type: 'wrong', id, message })}\n`);
    else host.note(`itemproof: ${message}\n`);
  }
  if (wrong.length + misnamed.length > 0 && !json) host.note(`  help: ${completeAdvice(options, addedHelp)}\n`);
}

/** The manifest comes last: until it is there, the folder is not taken for complete. */
async function write(host: Host, folder: string, { texts, changed, superfluous }: Plan): Promise<void> {
  for (const path of changed.filter((each) => each !== 'manifest.json'))
    await host.files.replace(join(folder, path), texts.get(path) ?? '');
  for (const path of superfluous) await host.files.remove(join(folder, path));
  if (changed.includes('manifest.json'))
    await host.files.replace(join(folder, 'manifest.json'), texts.get('manifest.json') ?? '');
}

/** The text of every file, by its path in the folder of the schema. */
export function textsOf(model: Model, files: readonly VectorFile[]): ReadonlyMap<string, string> {
  const entries = files.map(
    (file) =>
      [
        pathOfVectorFile(file),
        { text: formatVectorFile(file), vectors: file.vectors.length, added: addedOf(file).vectors.length },
      ] as const,
  );
  const manifest = manifestOf({ name: model.name, version: model.version, digest: model.digest }, new Map(entries));
  return new Map([
    ...entries.map(([path, { text }]) => [path, text] as const),
    ['manifest.json', formatManifest(manifest)],
  ]);
}
