import type { Diagnostic } from '../../../../src/diagnostics/diagnostic.ts';
import { renderer } from '../../../../src/diagnostics/render.ts';
import { findMiscounts } from '../../../../src/vector/counts.ts';
import { located } from '../../../../src/vector/lint/finding.ts';
import { findUnformattedManifest } from '../../../../src/vector/lint/form.ts';
import { lintVectors } from '../../../../src/vector/lint/lint.ts';
import type { Host } from '../../../host/host.ts';
import { completeHelp } from '../../advice.ts';
import { type ExitCode, mostShown } from '../../outcome.ts';
import { hazardIds } from '../../register.ts';
import { generateHelp, lostHelp } from '../../vector-set.ts';
import { readVectorTexts, type VectorTexts } from './files.ts';
import { locate, type VectorOptions } from './locate.ts';
import { orderOf } from './order.ts';
import { refuseOtherSchema } from './standing.ts';

/** Says what is wrong with vector files whatever the schema says: each finding with its place. */
export async function runLint(host: Host, options: VectorOptions): Promise<ExitCode> {
  const { model, folder } = await locate(host, options);
  const texts = await readVectorTexts(host, folder);
  refuseOtherSchema(folder, model, texts);
  const hazards = [...(await hazardIds(host))];
  const findings = [
    ...findUnformattedManifest(texts.manifestPath, texts.manifestText, texts.manifest),
    ...unmatched(texts),
    ...miscounted(texts),
    ...texts.unreadable,
    ...lintVectors(texts.files, { hazards, order: orderOf(model) }),
  ].map((each) => completeHelp(options, each));
  const vectors = texts.files.reduce((sum, { file }) => sum + file.vectors.length, 0);
  if (options.json === true) await writeEvents(host, findings, vectors);
  else await writeText(host, findings, texts, `${folder}: ${vectors} vectors`);
  // What is no JSON could not be looked at, and that is no finding about vectors.
  if (texts.unreadable.some(({ code }) => code === 'json-syntax')) return 2;
  return findings.length > 0 ? 1 : 0;
}

/** What the manifest lists and the folder lacks, and the other way round. */
function unmatched({ manifestPath, manifestText, missing, unlisted }: VectorTexts): readonly Diagnostic[] {
  const manifest = { name: manifestPath, text: manifestText };
  return [
    ...missing.map((path) => {
      const message = `${path} is not there, though the manifest lists it`;
      const help = 'run "itemproof vectors generate", or correct the manifest';
      return located(manifest, { code: 'vector-invalid', message, help, pointer: ['files', path] });
    }),
    ...unlisted.map((path) => {
      const message = `${path} is there, and the manifest does not list it`;
      const help = 'remove it, or keep it elsewhere';
      return located(manifest, { code: 'vector-invalid', message, help, pointer: ['files'] });
    }),
  ];
}

/** Counts of the manifest that are not those of the files. */
function miscounted({ manifestPath, manifestText, manifest, files }: VectorTexts): readonly Diagnostic[] {
  const source = { name: manifestPath, text: manifestText };
  return findMiscounts(manifest, files).map(({ path, member, message, isLoss }) => {
    const help = isLoss ? lostHelp : generateHelp;
    return located(source, { code: 'vector-invalid', message, help, pointer: ['files', path, member] });
  });
}

async function writeEvents(host: Host, findings: readonly Diagnostic[], vectors: number): Promise<void> {
  for (const finding of findings) await host.write(`${JSON.stringify({ type: 'diagnostic', ...finding })}\n`);
  await host.write(`${JSON.stringify({ type: 'summary', vectors, findings: findings.length })}\n`);
}

async function writeText(
  host: Host,
  findings: readonly Diagnostic[],
  { sources }: VectorTexts,
  what: string,
): Promise<void> {
  const renderers = new Map<string, ReturnType<typeof renderer>>();
  for (const finding of findings.slice(0, mostShown)) {
    const render = renderers.get(finding.file) ?? renderer(sources.get(finding.file), { pointToExplain: host.colour });
    renderers.set(finding.file, render);
    await host.write(`${render(finding)}\n`);
  }
  if (findings.length > mostShown) await host.write(`… and ${findings.length - mostShown} more, which --json shows\n`);
  await host.write(`${what}, ${findings.length} ${findings.length === 1 ? 'finding' : 'findings'}\n`);
}
