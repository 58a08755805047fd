import { resolve, sep } from 'node:path';
import type { Model } from '../../../../src/model/model.ts';
import { exportImport, exportJson, exportNdjson } from '../../../../src/vector/export.ts';
import type { VectorFile } from '../../../../src/vector/vector.ts';
import type { Host } from '../../../host/host.ts';
import type { ExportFormat } from '../../export-format.ts';
import { loadVectors } from '../../load.ts';
import { type ExitCode, UsageError } from '../../outcome.ts';
import { checkNames } from './list.ts';
import { locate, type VectorOptions } from './locate.ts';
import { checkStanding } from './standing.ts';

export type ExportOptions = VectorOptions & {
  readonly format: ExportFormat;
  readonly output?: string;
  readonly recordType: readonly string[];
  readonly table?: string;
};

/** Writes vectors for other programs, to standard output or to a file that is replaced as a whole. */
export async function runExport(host: Host, options: ExportOptions): Promise<ExitCode> {
  const { model, folder } = await locate(host, options);
  if (options.output !== undefined) refuseInput(host, options.output, folder, model, options);
  const vectors = await loadVectors(host, folder);
  checkStanding(host, folder, model, vectors, options);
  const chosen = choose(model, vectors.files, options);
  const text = textOf(host, chosen, model, options.format);
  if (options.output === undefined) await host.write(text);
  else await host.files.replace(options.output, text);
  return 0;
}

/** An export onto what it was made of would leave neither. */
function refuseInput(host: Host, output: string, folder: string, model: Model, { config }: ExportOptions): void {
  const [target, root] = [resolve(host.directory, output), resolve(host.directory, folder)];
  const schemas = model.recordTypes.map(({ at }) => at.file);
  const what = target.startsWith(`${root}${sep}`)
    ? 'in the folder of the vectors'
    : schemas.some((file) => resolve(host.directory, file) === target)
      ? 'the schema'
      : resolve(host.directory, config) === target
        ? 'the configuration'
        : undefined;
  if (what !== undefined) throw new UsageError(`${output} is ${what}; name another file with --output`);
}

function choose(model: Model, files: readonly VectorFile[], options: ExportOptions): readonly VectorFile[] {
  const { recordType, table } = options;
  checkNames('record type', recordType, new Set(model.recordTypes.map((each) => each.name)));
  checkNames('table', table === undefined ? [] : [table], new Set(model.tables.map((each) => each.name)));
  const names = model.recordTypes
    .filter((each) => table === undefined || each.table.name === table)
    .filter((each) => recordType.length === 0 || recordType.includes(each.name))
    .map((each) => each.name);
  // An empty file would look as if there were no vectors, and may replace one that has some.
  if (table !== undefined && names.length === 0)
    throw new UsageError(`nothing to export: ${whyNone(model, table, recordType)}`);
  return files.filter((file) => names.includes(file.record_type));
}

function whyNone({ recordTypes }: Model, table: string, wanted: readonly string[]): string {
  if (wanted.length === 0) return `no record type is in table "${table}"`;
  const homes = recordTypes.filter(({ name }) => wanted.includes(name));
  return `${homes.map((each) => `"${each.name}" is in table "${each.table.name}"`).join(', ')}, and not in "${table}"`;
}

function textOf(host: Host, files: readonly VectorFile[], model: Model, format: ExportFormat): string {
  if (format === 'json') return exportJson(files);
  if (format === 'ndjson') return exportNdjson(files);
  const tables = model.tables.filter((table) =>
    model.recordTypes.some((each) => each.table === table && files.some((file) => file.record_type === each.name)),
  );
  const [table, second] = tables;
  if (second !== undefined)
    throw new UsageError(
      `an import fills one table, and these are items of ${tables.map((each) => each.name).join(', ')}; choose with --table or --record-type`,
    );
  const { text, items, keys } = exportImport(files, table);
  if (items > keys)
    host.note(
      `itemproof: ${items} items with ${keys} ${keys === 1 ? 'key' : 'keys'}; an import keeps one item for each key\n`,
    );
  return text;
}
