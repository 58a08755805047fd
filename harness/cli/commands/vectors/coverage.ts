import { compileCodec } from '../../../../src/item/codec.ts';
import { type Covered, coverageOf, isUncovered } from '../../../../src/vector/coverage/coverage.ts';
import { coverageTable } from '../../../../src/vector/coverage/table.ts';
import type { Host } from '../../../host/host.ts';
import { loadVectors } from '../../load.ts';
import type { ExitCode } from '../../outcome.ts';
import { locate, type VectorOptions } from './locate.ts';

export type CoverageOptions = VectorOptions & { readonly strict?: boolean };

/** Says of each part of a schema how many vectors exercise it, and names the parts that none does. */
export async function runCoverage(host: Host, options: CoverageOptions): Promise<ExitCode> {
  const { model, folder } = await locate(host, options);
  const { files } = await loadVectors(host, folder);
  const covered = coverageOf(compileCodec(model), files);
  const without = covered.filter(isUncovered);
  if (options.json === true) {
    for (const each of covered) await host.write(`${JSON.stringify(eventOf(each))}\n`);
    await host.write(`${JSON.stringify({ type: 'summary', parts: covered.length, without: without.length })}\n`);
  } else {
    for (const line of coverageTable(covered)) await host.write(`${line}\n`);
    for (const { recordType, kind, name, at } of without)
      await host.write(`${at.file}:${at.line}:${at.column}: ${recordType}: no vector has the ${kind} ${name}\n`);
    await host.write(`${model.name} ${model.version}: ${covered.length} parts, ${without.length} without a vector\n`);
  }
  return options.strict === true && without.length > 0 ? 1 : 0;
}

function eventOf({ recordType, kind, name, accepted, refused, at }: Covered): object {
  const { file, line, column } = at;
  return { type: 'part', record_type: recordType, kind, name, accepted, refused, file, line, column };
}
