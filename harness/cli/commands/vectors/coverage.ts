import { type Shown, shownScenarios } from '../../../../src/generate/coverage/shown.ts';
import { usableVectors } from '../../../../src/generate/usable-vectors.ts';
import { compileCodec } from '../../../../src/item/codec.ts';
import { type Covered, coverageOf, isUncovered } from '../../../../src/vector/coverage/coverage.ts';
import { coverageTable } from '../../../../src/vector/coverage/table.ts';
import type { Host } from '../../../host/host.ts';
import { loadVectors } from '../../load.ts';
import type { ExitCode } from '../../outcome.ts';
import { locate, type VectorOptions } from './locate.ts';
import { checkStanding } from './standing.ts';

export type CoverageOptions = VectorOptions & { readonly strict?: boolean };

/**
 * Says of each part of a schema how many vectors exercise it, and of each record type how many of the scenarios that it has a
 * place for vectors show; and names what none does.
 */
export async function runCoverage(host: Host, options: CoverageOptions): Promise<ExitCode> {
  const { model, folder } = await locate(host, options);
  const vectors = await loadVectors(host, folder);
  const current = checkStanding(host, folder, model, vectors, options);
  const { files } = vectors;
  const codec = compileCodec(model);
  const covered = coverageOf(codec, files);
  const scenarios = shownScenarios(model.recordTypes, files, usableVectors(codec).omissions);
  const missing = scenarios.filter(({ shown }) => !shown);
  const unexplained = missing.filter(({ reason }) => reason === undefined);
  const without = covered.filter(isUncovered);
  if (options.json === true) {
    for (const each of covered) await host.write(`${JSON.stringify(eventOf(each))}\n`);
    for (const each of scenarios) await host.write(`${JSON.stringify(scenarioEvent(each))}\n`);
    const counts = { scenarios: scenarios.length, shown: scenarios.length - missing.length };
    await host.write(
      `${JSON.stringify({ type: 'summary', parts: covered.length, without: without.length, ...counts })}\n`,
    );
  } else {
    for (const line of coverageTable(covered)) await host.write(`${line}\n`);
    for (const { recordType, kind, name, at } of without)
      await host.write(`${at.file}:${at.line}:${at.column}: ${recordType}: no vector has the ${kind} ${name}\n`);
    for (const { recordType, scenario, subject, reason } of missing)
      await host.write(
        `${recordType}: no vector shows ${scenario}${subject === '' ? '' : ` at ${subject}`}${reason === undefined ? '' : `: ${reason}`}\n`,
      );
    for (const { name } of model.recordTypes)
      await host.write(`${name}: ${shareOf(scenarios.filter(({ recordType }) => recordType === name))}\n`);
    await host.write(`${model.name} ${model.version}: ${shareOf(scenarios)}\n`);
    await host.write(`${model.name} ${model.version}: ${covered.length} parts, ${without.length} without a vector\n`);
  }
  return options.strict === true && (!current || without.length + unexplained.length > 0) ? 1 : 0;
}

function shareOf(scenarios: readonly Shown[]): string {
  return `${scenarios.filter(({ shown }) => shown).length} of ${scenarios.length} applicable scenarios`;
}

function scenarioEvent({ recordType, scenario, subject, shown, reason }: Shown): object {
  return { type: 'scenario', record_type: recordType, scenario, subject, shown, reason };
}

function eventOf({ recordType, kind, name, accepted, refused, at }: Covered): object {
  const { file, line, column } = at;
  return { type: 'part', record_type: recordType, kind, name, accepted, refused, file, line, column };
}
