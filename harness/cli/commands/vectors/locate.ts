import type { Model } from '../../../../src/model/model.ts';
import type { Host } from '../../../host/host.ts';
import { loadConfig, loadConfiguredSchema, loadSchema, pathFrom } from '../../load.ts';
import { UsageError } from '../../outcome.ts';

/** What all commands about vectors take. */
export type VectorOptions = {
  readonly config: string;
  readonly schema?: string;
  readonly vectors?: string;
  readonly json?: boolean;
};

/** The schema and the folder of its vectors: as the options say, else as the configuration does. */
export async function locate(
  host: Host,
  options: VectorOptions,
): Promise<{ readonly model: Model; readonly folder: string }> {
  if (options.schema !== undefined && options.vectors !== undefined)
    return { model: await loadSchema(host, options.schema), folder: options.vectors };
  const loaded = await loadConfig(host, options.config, otherwise(options));
  const { config, directory } = loaded;
  return {
    model: await (options.schema === undefined ? loadConfiguredSchema(host, loaded) : loadSchema(host, options.schema)),
    folder: options.vectors ?? pathFrom(directory, config.vectors),
  };
}

/**
 * The folder of vectors alone, for what needs no schema.
 *
 * @throws UsageError when a schema is given: what is in the folder may be that of another one, and nobody would look
 */
export async function locateFolder(host: Host, options: VectorOptions): Promise<string> {
  if (options.schema !== undefined)
    throw new UsageError(
      options.vectors === undefined
        ? `this needs no schema: instead of --schema, name ${folderOption}, or the configuration with --config FILE`
        : 'this needs no schema: leave out --schema, the vectors are those of --vectors',
    );
  if (options.vectors !== undefined) return options.vectors;
  const { config, directory } = await loadConfig(host, options.config, `, or ${folderOption}`);
  return pathFrom(directory, config.vectors);
}

const folderOption = 'the folder of the vectors with --vectors FOLDER';

/** What the options leave to the configuration. */
function otherwise({ schema, vectors }: VectorOptions): string {
  if (schema !== undefined) return `, or ${folderOption}`;
  if (vectors !== undefined) return ', or the schema with --schema FILE';
  return ', or the schema and the folder of its vectors with --schema FILE and --vectors FOLDER';
}
