import { join } from 'node:path';
import type { Model } from '../../../../src/model/model.ts';
import { arrangeFile, arrangeManifest } from '../../../../src/vector/arrange.ts';
import { formatVectorFile, sha256 } from '../../../../src/vector/format.ts';
import { formatManifest, suiteHash } from '../../../../src/vector/manifest.ts';
import type { VectorManifest } from '../../../../src/vector/vector.ts';
import type { Host } from '../../../host/host.ts';
import { completeAdvice } from '../../advice.ts';
import { type ExitCode, InputError, UsageError } from '../../outcome.ts';
import { lockOf } from './added-files.ts';
import { readVectorTexts } from './files.ts';
import { locate, type VectorOptions } from './locate.ts';
import { orderOf } from './order.ts';
import { refuseOtherSchema } from './standing.ts';

export type FmtOptions = VectorOptions & { readonly check?: boolean };

/**
 * Writes vector files in their form, each as a whole, or with `check` says which would change. Nothing is written when one
 * of them cannot be read.
 */
export async function runFmt(host: Host, options: FmtOptions): Promise<ExitCode> {
  const { model, folder } = await locate(host, options);
  const first = await planOf(host, folder, model);
  const { total, changed } =
    options.check === true || first.changed.length === 0
      ? first
      : await host.files.exclusively(lockOf(folder), async () => {
          // Somebody may have added a vector in between.
          const plan = await planOf(host, folder, model);
          for (const { name, text } of plan.changed) await host.files.replace(name, text);
          return plan;
        });
  if (options.json === true) {
    for (const { name } of changed) await host.write(`${JSON.stringify({ type: 'changed', file: name })}\n`);
    const written = options.check !== true;
    await host.write(`${JSON.stringify({ type: 'summary', files: total, changed: changed.length, written })}\n`);
  } else if (options.check !== true) {
    await host.write(`${folder}: ${total} files, ${changed.length} changed\n`);
  } else if (changed.length === 0) {
    await host.write(`${folder}: ${total} files are in their form\n`);
  } else {
    for (const { name } of changed) await host.write(`${name} is not in its form\n`);
    await host.write(`${completeAdvice(options, 'run "itemproof vectors fmt"')}\n`);
  }
  return options.check === true && changed.length > 0 ? 1 : 0;
}

/** What there is to write. */
type Plan = {
  readonly total: number;
  readonly changed: readonly { readonly name: string; readonly text: string }[];
};

async function planOf(host: Host, folder: string, model: Model): Promise<Plan> {
  const texts = await readVectorTexts(host, folder);
  refuseOtherSchema(folder, model, texts);
  const order = orderOf(model);
  const [missing] = texts.missing;
  if (missing !== undefined)
    throw new UsageError(
      `${join(folder, missing)} is missing, though ${texts.manifestPath} lists it; run "itemproof vectors generate"`,
    );
  if (texts.unreadable.length > 0) throw new InputError(texts.unreadable, texts.sources);
  const formatted = texts.files.map((each) => ({
    ...each,
    formatted: formatVectorFile(arrangeFile(each.file, order.get(each.path))),
  }));
  const manifest = formatManifest(arrangeManifest(withHashes(texts.manifest, formatted)));
  const changed = [
    ...formatted
      .filter((each) => each.formatted !== each.text)
      .map((each) => ({ name: each.name, text: each.formatted })),
    ...(manifest === texts.manifestText ? [] : [{ name: texts.manifestPath, text: manifest }]),
  ];
  return { total: formatted.length + 1, changed };
}

/**
 * The manifest with the hashes of the new texts. A file that was not the one that the manifest describes stays that: form
 * is mended here, and nothing else.
 */
function withHashes(
  manifest: VectorManifest,
  files: readonly { readonly path: string; readonly text: string; readonly formatted: string }[],
): VectorManifest {
  const entries = { ...manifest.files };
  for (const { path, text, formatted } of files) {
    const entry = entries[path];
    if (entry?.sha256 === sha256(text)) entries[path] = { ...entry, sha256: sha256(formatted) };
  }
  const whole = manifest.suite_sha256 === suiteHash(manifest.files);
  return { ...manifest, suite_sha256: whole ? suiteHash(entries) : manifest.suite_sha256, files: entries };
}
