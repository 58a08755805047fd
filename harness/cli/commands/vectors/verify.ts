import { compileCodec } from '../../../../src/item/codec.ts';
import type { Model, RecordType } from '../../../../src/model/model.ts';
import type { VectorManifest } from '../../../../src/vector/vector.ts';
import type { Host } from '../../../host/host.ts';
import { completeAdvice } from '../../advice.ts';
import { openVectors, readCommitted } from '../../load.ts';
import type { ExitCode } from '../../outcome.ts';
import { createProgress, type Progress } from '../../progress.ts';
import { generateHelp } from '../../vector-set.ts';
import { type ListedFile, type Problem, verbs, verificationOf } from '../../verify-vectors.ts';
import { locate, type VectorOptions } from './locate.ts';
import { refuseOtherSchema } from './standing.ts';

/** Recomputes every vector with the reference codec, and looks for those that are missing or too many. */
export async function runVerify(host: Host, options: VectorOptions): Promise<ExitCode> {
  const progress = createProgress(host, 'record types');
  const { model, folder } = await locate(host, options);
  const { count, problems } = await verifyFolder(host, folder, model, progress).finally(progress.done);
  if (options.json === true) {
    for (const { help = generateHelp, ...problem } of problems) {
      const event = { type: 'problem', ...problem, help: completeAdvice(options, help) };
      await host.write(`${JSON.stringify(event)}\n`);
    }
    await host.write(`${JSON.stringify({ type: 'summary', vectors: count, problems: problems.length })}\n`);
  } else {
    for (const { id, member, kind, message } of problems)
      await host.write(`${id}: ${member === undefined ? '' : `${member} `}${verbs[kind]}: ${message}\n`);
    for (const help of new Set(problems.map((each) => each.help ?? generateHelp)))
      await host.write(`${completeAdvice(options, help)}\n`);
    await host.write(
      `${folder}: ${count} vectors, ${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}\n`,
    );
  }
  return problems.length > 0 ? 1 : count === 0 ? 3 : 0;
}

/** Reads and verifies the files of one record type after the other. */
async function verifyFolder(
  host: Host,
  folder: string,
  model: Model,
  progress: Progress,
): Promise<{ readonly count: number; readonly problems: readonly Problem[] }> {
  const opened = await openVectors(host, folder);
  refuseOtherSchema(folder, model, opened);
  const verification = verificationOf(host, compileCodec(model), folder, opened);
  let count = 0;
  const groups = groupsOf(model, opened.manifest);
  for (const [done, [recordType, paths]] of [...groups].entries()) {
    progress.update(done, groups.size);
    const files: ListedFile[] = [];
    for (const path of paths) files.push(await readCommitted(host, folder, opened, path));
    count += files.reduce((sum, { file }) => sum + file.vectors.length, 0);
    verification.look(recordType, files);
  }
  // A folder without a single vector is not wrong about anything; it proves nothing, which the status says.
  return { count, problems: count === 0 ? [] : await verification.finish() };
}

/** The paths of a manifest by the record type in whose folder they are; every record type has its own, or none. */
function groupsOf(
  { recordTypes }: Model,
  { files }: VectorManifest,
): ReadonlyMap<RecordType | undefined, readonly string[]> {
  const groups = new Map<RecordType | undefined, string[]>();
  for (const path of Object.keys(files)) {
    const recordType = recordTypes.find(({ name }) => path.startsWith(`${name}/`));
    const group = groups.get(recordType);
    if (group === undefined) groups.set(recordType, [path]);
    else group.push(path);
  }
  for (const recordType of recordTypes) if (!groups.has(recordType)) groups.set(recordType, []);
  return groups;
}
