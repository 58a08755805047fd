import { join } from 'node:path';
import type { UnusedDraft } from '../../../../src/generate/unused-draft.ts';
import { type Codec, compileCodec } from '../../../../src/item/codec.ts';
import { findMisnamedAdded, namesIn } from '../../../../src/vector/added-names.ts';
import type { VectorDeviation } from '../../../../src/vector/deviation.ts';
import { pathOfVectorFile } from '../../../../src/vector/format.ts';
import type { VectorProblem } from '../../../../src/vector/verify.ts';
import type { Host } from '../../../host/host.ts';
import { completeAdvice } from '../../advice.ts';
import type { ExitCode } from '../../outcome.ts';
import { createProgress, type Progress } from '../../progress.ts';
import { hazardsOfAdded } from '../../register.ts';
import { addedHelp, generateHelp } from '../../vector-set.ts';
import { lockOf } from './added-files.ts';
import { locate, type VectorOptions } from './locate.ts';
import { isStillSo, type Plan, type PlanOptions, planOf } from './plan.ts';
import { type Staging, stagingIn } from './staging.ts';

export type GenerateOptions = VectorOptions & PlanOptions & { readonly check?: boolean };

/** Writes the vectors of a schema, or with `check` says which files would change. */
export async function runGenerate(host: Host, options: GenerateOptions): Promise<ExitCode> {
  const progress = createProgress(host, 'record types');
  const { model, folder } = await locate(host, options);
  const plan = await generateInto(host, folder, compileCodec(model), options, progress).finally(progress.done);
  const files = plan.entries.size + 1;
  const stale = staleOf(plan);
  await sayLeftOut(host, plan.leftOut, options.json === true);
  const names = plan.added.map((file) => namesIn(pathOfVectorFile(file), file));
  const misnamed = findMisnamedAdded(names, await hazardsOfAdded(host, names));
  await sayWrong(host, plan.wrong, misnamed, options);
  if (options.json === true) {
    for (const path of stale) await host.write(`${JSON.stringify({ type: 'changed', file: join(folder, path) })}\n`);
    await host.write(
      `${JSON.stringify({ type: 'summary', files, changed: stale.length, written: options.check !== true })}\n`,
    );
  } else if (options.check !== true) {
    await host.write(`${folder}: ${files} files, ${stale.length} changed\n`);
  } else if (stale.length === 0) {
    await host.write(`${folder}: ${files} files are what ${model.name} ${model.version} gives\n`);
  } else {
    for (const path of stale) await host.write(`${join(folder, path)} is not what the schema gives\n`);
    await host.write(`${completeAdvice(options, generateHelp)}\n`);
  }
  return plan.wrong.length + misnamed.length > 0 || (options.check === true && stale.length > 0) ? 1 : 0;
}

function staleOf({ changed, superfluous }: Plan): readonly string[] {
  return [...changed, ...superfluous].sort();
}

/** Writes what is to be written, if anything is: a folder that nobody may write to can still be what the schema gives. */
async function generateInto(
  host: Host,
  folder: string,
  codec: Codec,
  options: GenerateOptions,
  progress: Progress,
): Promise<Plan> {
  const staging = stagingIn(host, folder);
  const watch = {
    onChanged: options.check === true ? async () => {} : staging.add,
    onProgress: progress.update,
  };
  try {
    const first = await planOf(host, folder, codec, options, watch);
    if (options.check === true || staleOf(first).length === 0) return first;
    return await host.files.exclusively(lockOf(folder), async () => {
      // Somebody may have added a vector in between, which only who is alone with the folder knows.
      const still = await isStillSo(host, folder, first);
      if (!still) await staging.discard();
      const plan = still ? first : await planOf(host, folder, codec, options, watch);
      await write(host, folder, plan, staging);
      return plan;
    });
  } finally {
    await staging.discard();
  }
}

/** The manifest comes last: until it is there, the folder is not taken for complete. */
async function write(host: Host, folder: string, plan: Plan, staging: Staging): Promise<void> {
  await staging.commit();
  for (const path of plan.superfluous) await host.files.remove(join(folder, path));
  if (plan.changed.includes('manifest.json')) await host.files.replace(join(folder, 'manifest.json'), plan.manifest);
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
