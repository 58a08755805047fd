import { relative } from 'node:path';
import { usableVectors } from '../../../src/generate/usable-vectors.ts';
import type { Codec } from '../../../src/item/codec.ts';
import type { RecordType } from '../../../src/model/model.ts';
import type { VectorFile } from '../../../src/vector/vector.ts';
import { faults } from '../../faults/registry.ts';
import type { Host } from '../../host/host.ts';
import { differenceOf, trialsOf } from '../../self-test/difference.ts';
import { hasPlace } from '../../self-test/place.ts';
import { type Differences, findingsOf, renderSelfTest, selfTestEvents } from '../../self-test/report.ts';
import {
  type Autopsy,
  type Domain,
  domainOf,
  examine,
  type FalseAlarm,
  falseAlarms,
} from '../../self-test/self-test.ts';
import { shippedSchemas } from '../../self-test/shipped.ts';
import { packagePath } from '../../stores/package-root.ts';
import { refuseImpossible } from '../generated.ts';
import { loadConfig, loadSchema, pathFrom } from '../load.ts';
import { type ExitCode, UsageError } from '../outcome.ts';
import { countingOff } from '../progress.ts';

export type SelfTestOptions = { readonly schema?: string; readonly config?: string; readonly json?: boolean };

/**
 * Runs every faulty codec against the vectors of the shipped schemas, or of one schema. What one schema does not find need
 * not be a gap: it may have nothing that the fault is about.
 */
export async function runSelfTest(host: Host, options: SelfTestOptions): Promise<ExitCode> {
  const own = await schemaOf(host, options);
  const files = own === undefined ? shippedSchemas.map((each) => shippedPath(host, each)) : [own];
  const domains: Domain[] = [];
  for (const file of files) {
    const model = await loadSchema(host, file);
    domains.push(domainOf(model, model.recordTypes, (codec, recordTypes) => filesOf(host, codec, recordTypes)));
  }
  const autopsies = countingOff(host, 'faults', faults, (fault) => examine(fault, domains));
  const result = {
    domains,
    alarms: alarmsIn(host, domains),
    autopsies,
    ...(own === undefined ? {} : { differences: differencesIn(host, autopsies, domains) }),
  };
  if (options.json === true) for (const event of selfTestEvents(result)) await host.write(`${JSON.stringify(event)}\n`);
  else await host.write(renderSelfTest(result));
  return findingsOf(result).length > 0 ? 1 : 0;
}

/**
 * The vectors of a schema.
 *
 * @throws InputError when no record of a record type can be made
 */
function filesOf(host: Host, codec: Codec, recordTypes: readonly RecordType[]): readonly VectorFile[] {
  const vectors = countingOff(host, 'record types', recordTypes, (each) => usableVectors(codec, [each]));
  refuseImpossible(vectors.flatMap(({ impossible }) => impossible));
  return vectors.flatMap(({ files }) => files);
}

function alarmsIn(host: Host, domains: readonly Domain[]): readonly FalseAlarm[] {
  return domains.flatMap((domain) =>
    countingOff(host, 'checks', [...domain.cases], (of) => falseAlarms({ ...domain, cases: new Map([of]) })).flat(),
  );
}

/** Of each fault that survived, whether the schema has a place for it, and whether valid records show it. */
function differencesIn(host: Host, autopsies: readonly Autopsy[], domains: readonly Domain[]): Differences {
  const alive = autopsies.filter(({ killed }) => killed === undefined);
  return new Map(
    domains.flatMap(({ reference }) => {
      const { recordTypes } = reference.model;
      const trials = new Map(countingOff(host, 'record types', recordTypes, (each) => [...trialsOf([each])]).flat());
      return countingOff(host, 'faults', alive, ({ fault }) => {
        const isThere = hasPlace(fault.id, reference.model);
        return [fault.id, isThere ? differenceOf(fault, reference, trials) : 'no place'] as const;
      });
    }),
  );
}

/** The schema that the options name; `undefined` for those that are shipped. */
async function schemaOf(host: Host, { schema, config: file }: SelfTestOptions): Promise<string | undefined> {
  if (schema !== undefined && file !== undefined)
    throw new UsageError('--schema and --config both name a schema; give one of them');
  if (schema !== undefined || file === undefined) return schema;
  const { config, directory } = await loadConfig(host, file);
  return pathFrom(directory, config.schema);
}

/** A file of this package, for messages as short as can be. */
function shippedPath(host: Host, file: string): string {
  const path = packagePath('schema', 'domains', file);
  const near = relative(host.directory, path);
  return near.startsWith('..') ? path : near;
}
