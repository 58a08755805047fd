import { didYouMeanLonger } from '../../../../src/diagnostics/suggest.ts';
import { printable } from '../../../../src/report/printable.ts';
import type { VectorFile, VectorKind } from '../../../../src/vector/vector.ts';
import type { Host } from '../../../host/host.ts';
import { loadVectorsAsTheyAre } from '../../load.ts';
import { type ExitCode, UsageError } from '../../outcome.ts';
import { hazardIds } from '../../register.ts';
import { locateFolder, type VectorOptions } from './locate.ts';

export type ListOptions = VectorOptions & {
  readonly recordType: readonly string[];
  readonly hazard: readonly string[];
  readonly kind?: VectorKind;
};

/** Lists vectors: id, kind and case. Vectors that somebody changed are listed as they are. */
export async function runList(host: Host, options: ListOptions): Promise<ExitCode> {
  const folder = await locateFolder(host, options);
  const { files } = await loadVectorsAsTheyAre(host, folder);
  checkNames('record type', options.recordType, new Set(files.map((file) => file.record_type)));
  if (options.hazard.length > 0) checkNames('hazard', options.hazard, await hazardIds(host));
  const rows = files.flatMap((file) => rowsOf(file, options));
  const width = Math.max(0, ...rows.map(({ id }) => id.length));
  for (const row of rows)
    await host.write(
      options.json === true
        ? `${JSON.stringify({ type: 'vector', ...row })}\n`
        : `${row.id.padEnd(width)}  ${row.kind.padEnd('refusals'.length)}  ${printable(row.description)}\n`,
    );
  if (rows.length === 0) host.note(`itemproof: no vector of ${folder} is like that\n`);
  return 0;
}

function rowsOf(file: VectorFile, { recordType, hazard, kind }: ListOptions) {
  if (kind !== undefined && file.kind !== kind) return [];
  if (recordType.length > 0 && !recordType.includes(file.record_type)) return [];
  return file.vectors
    .filter((vector) => hazard.length === 0 || vector.hazards.some((each) => hazard.includes(each)))
    .map(({ id, description, hazards }) => ({
      id,
      record_type: file.record_type,
      kind: file.kind,
      description,
      hazards,
    }));
}

/** Refuses a name that nothing has: an empty answer would look as if nothing were wrong. */
export function checkNames(what: string, names: readonly string[], known: ReadonlySet<string>): void {
  const unknown = names.find((name) => !known.has(name));
  if (unknown !== undefined)
    throw new UsageError(`there is no ${what} "${unknown}"; ${didYouMeanLonger(unknown, [...known].sort())}`);
}
