import { didYouMean } from '../../../src/diagnostics/suggest.ts';
import { recordSchema } from '../../../src/emit/json-schema/record.ts';
import { modelJson } from '../../../src/emit/model-json.ts';
import { impossibleRecords } from '../../../src/generate/impossible-records.ts';
import { compileCodec } from '../../../src/item/codec.ts';
import { digestOf } from '../../../src/model/digest.ts';
import type { Model } from '../../../src/model/model.ts';
import type { Host } from '../../host/host.ts';
import { discoverSchema } from '../discover.ts';
import { refuseImpossible, schemaTexts } from '../generated.ts';
import { loadSchema } from '../load.ts';
import { type ExitCode, UsageError } from '../outcome.ts';

export type SchemaOptions = {
  readonly schema?: string;
  readonly json?: boolean;
  readonly digest?: boolean;
  /** The record type whose records are described. */
  readonly jsonSchema?: string;
};

/** Writes what a schema compiles to: the model, its digests, or the JSON Schema of one record type. */
export async function runSchema(host: Host, options: SchemaOptions): Promise<ExitCode> {
  const { json, digest, jsonSchema } = options;
  if ([json, digest, jsonSchema].filter((each) => each !== undefined).length !== 1)
    throw new UsageError('say what to write: --json, --digest or --json-schema RECORD_TYPE, one of them');
  const model = await loadSchema(host, options.schema ?? (await discoverSchema(host)));
  // What "check" refuses has no digest that an implementation could be made from.
  refuseImpossible(
    impossibleRecords(model.recordTypes, () => compileCodec(model)),
    await schemaTexts(host, { model }),
  );
  if (digest === true) await host.write(digestLines(model));
  else
    await host.write(
      `${JSON.stringify(json === true ? modelJson(model) : described(model, jsonSchema ?? ''), null, 2)}\n`,
    );
  return 0;
}

function described(model: Model, name: string): object {
  const recordType = model.recordTypes.find((each) => each.name === name);
  if (recordType !== undefined) return recordSchema(recordType);
  const names = model.recordTypes.map((each) => each.name);
  throw new UsageError(`there is no record type "${name}"; ${didYouMean(name, names)}`);
}

/** The digest of the whole, of each record type and of each index: what changed, when the first one did. */
function digestLines(model: Model): string {
  const lines = [
    [model.digest, 'schema', model.name, model.version],
    ...model.recordTypes.map(({ digest, name }) => [digest, 'record-type', name]),
    ...model.tables.flatMap((table) => table.keys.map((key) => [digestOf(key), 'index', table.name, key.name])),
  ];
  return `${lines.map((line) => line.join(' ')).join('\n')}\n`;
}
