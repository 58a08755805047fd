import { compileCodec } from '../../../../src/item/codec.ts';
import type { VectorFile } from '../../../../src/vector/vector.ts';
import type { Host } from '../../../host/host.ts';
import { completeAdvice } from '../../advice.ts';
import { loadVectors } from '../../load.ts';
import type { ExitCode } from '../../outcome.ts';
import { hazardsOfAdded } from '../../register.ts';
import { generateHelp } from '../../vector-set.ts';
import { problemsOf, verbs } from '../../verify-vectors.ts';
import { locate, type VectorOptions } from './locate.ts';
import { refuseOtherSchema } from './standing.ts';

/** Recomputes every vector with the reference codec, and looks for those that are missing or too many. */
export async function runVerify(host: Host, options: VectorOptions): Promise<ExitCode> {
  const { model, folder } = await locate(host, options);
  const changed = new Set<VectorFile>();
  const vectors = await loadVectors(host, folder, (file) => changed.add(file));
  refuseOtherSchema(folder, model, vectors);
  const count = vectors.files.reduce((sum, file) => sum + file.vectors.length, 0);
  // A folder without a single vector is not wrong about anything; it proves nothing, which the status says.
  const hazards = await hazardsOfAdded(host, vectors.files);
  const problems = count === 0 ? [] : problemsOf(compileCodec(model), folder, vectors, changed, hazards);
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
