import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type CheckId, checkIds } from '../../../src/check/registry.ts';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import { didYouMean, didYouMeanVector } from '../../../src/diagnostics/suggest.ts';
import { compileCodec } from '../../../src/item/codec.ts';
import type { Model } from '../../../src/model/model.ts';
import { checkConfigNames } from '../../../src/plan/config-names.ts';
import { narrowsCases, planRun, referenceName, type Selection } from '../../../src/plan/plan.ts';
import { shellWord } from '../../../src/plan/replay.ts';
import type { RunEvent } from '../../../src/report/events.ts';
import { renderRun } from '../../../src/report/text.ts';
import { exitCodeOf } from '../../../src/report/totals.ts';
import { namesIn } from '../../../src/vector/added-names.ts';
import type { VectorDeviation } from '../../../src/vector/deviation.ts';
import { allSupported } from '../../engine/all-supported.ts';
import { type FinishedRun, run } from '../../engine/run.ts';
import type { RunInput, StartOptions } from '../../engine/run-options.ts';
import { HarnessError } from '../../host/harness-error.ts';
import type { Host } from '../../host/host.ts';
import { inCi } from '../../host/wishes.ts';
import { probes } from '../../stores/probes/index.ts';
import type { StoreKind } from '../../stores/store.ts';
import { advisingWith } from '../advice.ts';
import {
  type LoadedConfig,
  type LoadedVectors,
  loadConfig,
  loadConfiguredSchema,
  loadVectors,
  pathFrom,
} from '../load.ts';
import { type ExitCode, InputError, UsageError } from '../outcome.ts';
import { createProgress } from '../progress.ts';
import { hazardsOfAdded } from '../register.ts';
import { deviationsOf, generateHelp, isCurrent, locateDeviation, textsOf } from '../vector-set.ts';
import { version } from '../version.ts';
import { refuseOtherSchema } from './vectors/standing.ts';

export type RunCommandOptions = {
  readonly config: string;
  readonly store?: StoreKind;
  readonly implementation: readonly string[];
  readonly recordType: readonly string[];
  readonly check: readonly CheckId[];
  readonly vector: readonly string[];
  readonly index: readonly string[];
  readonly writer: readonly string[];
  readonly everyRead?: boolean;
  readonly quick?: boolean;
  readonly json?: boolean;
};

/** Whoever forgot to generate sees what that is about, and not a thousand times. */
const shownDeviations = 20;

/** Compares the implementations of a configuration with the contract and with each other. */
export function runRun(host: Host, options: RunCommandOptions): Promise<ExitCode> {
  return advisingWith({ config: options.config }, () => runWith(host, options));
}

async function runWith(host: Host, options: RunCommandOptions): Promise<ExitCode> {
  const loaded = await loadConfig(host, options.config);
  const { config, directory } = loaded;
  requireSomebody(loaded, options);
  const progress = createProgress(host, 'comparisons');
  let finished: FinishedRun;
  try {
    const start: StartOptions = {
      version: version(),
      config,
      directory,
      environment: host.environment,
      store: options.store ?? config.store,
      selection: selectionOf(options),
      strict: inCi(host.environment),
      command: commandOf(options),
      onProgress: progress.update,
      onWarning: (warning) => host.note(`itemproof: warning: ${warning}\n`),
    };
    finished = await run(start, readInput(host, options, loaded));
  } finally {
    progress.done();
  }
  const { events, brokenOff } = finished;
  await host.write(options.json === true ? `${events.map(toJsonLine).join('\n')}\n` : renderRun(events, host.colour));
  if (brokenOff !== undefined) throw brokenOff;
  const summary = events.at(-1);
  if (summary?.type !== 'summary') throw new HarnessError('run-incomplete', 'the run ended without a summary');
  return exitCodeOf(summary);
}

/** What is compared; it fails for what makes no sense. */
async function readInput(host: Host, options: RunCommandOptions, loaded: LoadedConfig): Promise<RunInput> {
  const { config, directory } = loaded;
  const model = await loadConfiguredSchema(host, loaded);
  const vectors = await loadVectors(host, pathFrom(directory, config.vectors));
  refuseOtherSchema(pathFrom(directory, config.vectors), model, vectors);
  if (!isCurrent(vectors.manifest, model)) {
    throw new UsageError(
      `the vectors in ${config.vectors} were written for another version of ${config.schema}; ${generateHelp}`,
    );
  }
  const requireVectors = (): Promise<void> =>
    requireGenerated(host, options, model, pathFrom(directory, config.vectors), vectors);
  const names = [referenceName, ...config.implementations.map((each) => each.name)];
  try {
    requireNames(loaded, model, vectors);
    checkSelection(options, names, model, vectors);
    requireCases(options, names, model, vectors);
  } catch (error) {
    // A name may refer to nothing because its vector is gone from a file, and that says more.
    await requireVectors();
    throw error;
  }
  // A first verdict takes the word of the manifest: every file has the hash that stands there.
  const whileStarting = options.quick === true ? () => Promise.resolve() : requireVectors;
  return { model, files: vectors.files, whileStarting };
}

/** The reference codec alone proves nothing about anybody, unless that is what was asked. */
function requireSomebody({ config, sources }: LoadedConfig, { implementation }: RunCommandOptions): void {
  if (config.implementations.length > 0 || implementation.includes(referenceName)) return;
  const nobody: Diagnostic = {
    code: 'missing-key',
    severity: 'error',
    message: 'there is nobody to compare: "implementations" names none',
    file: config.file,
    position: { line: 1, column: 1, length: 1 },
    path: 'implementations',
    help: `write them under "implementations:", or ask the reference codec and the store alone with "--implementation ${referenceName}"`,
  };
  throw new InputError([nobody], sources);
}

/** A name that refers to nothing would be a gap or a known failure that says nothing. */
function requireNames({ config, sources }: LoadedConfig, model: Model, { files }: LoadedVectors): void {
  const problems = checkConfigNames(config, {
    model,
    vectors: new Set(files.flatMap((file) => file.vectors.map((vector) => vector.id))),
    storeCapabilities: probes.map((probe) => probe.id),
  });
  if (problems.length > 0) throw new InputError(problems, sources);
}

function checkSelection(
  options: RunCommandOptions,
  implementations: readonly string[],
  { recordTypes }: Model,
  { files }: LoadedVectors,
): void {
  if (options.quick === true && options.vector.length > 0)
    throw new UsageError('--quick and --vector both choose vectors; give one of them');
  const ids = files.flatMap((file) => file.vectors.map((vector) => vector.id));
  requireAll('implementation', options.implementation, implementations);
  requireAll('implementation', options.writer, implementations);
  requireAll(
    'record type',
    options.recordType,
    recordTypes.map((each) => each.name),
  );
  requireAll('check', options.check, checkIds);
  requireAll('vector', options.vector, ids, didYouMeanVector);
  requireAll('index', options.index, [
    ...new Set(recordTypes.flatMap((each) => each.keys.map((key) => key.index.name))),
  ]);
}

/** Vectors that are not those of the schema prove something else; only what the run is about is looked at. */
async function requireGenerated(
  host: Host,
  options: RunCommandOptions,
  model: Model,
  folder: string,
  vectors: LoadedVectors,
): Promise<void> {
  const ofVectors = new Set(options.vector.map((id) => id.split('/')[0]));
  const asked = model.recordTypes.filter(
    ({ name }) =>
      (options.recordType.length === 0 || options.recordType.includes(name)) &&
      (ofVectors.size === 0 || ofVectors.has(name)),
  );
  const deviations: VectorDeviation[] = [];
  const names = vectors.committed.map(({ path, file }) => namesIn(path, file));
  const hazards = await hazardsOfAdded(host, names);
  for (const found of deviationsOf(compileCodec(model), vectors, hazards, asked)) {
    deviations.push(...found);
    await nextTurn();
  }
  if (deviations.length === 0) return;
  const texts = textsOf(folder, vectors);
  const shown = deviations
    .slice(0, shownDeviations)
    .map((each) => locateDeviation(folder, vectors.manifestText, texts.get(join(folder, each.path)), each));
  const more = deviations.length - shown.length;
  throw new InputError(
    shown.map((each, index) =>
      more > 0 && index === shown.length - 1 ? { ...each, message: `${each.message} (and ${more} more)` } : each,
    ),
    texts,
  );
}

/** A selection that leaves nothing to compare is a mistake, and better said before anything is asked. */
function requireCases(
  options: RunCommandOptions,
  implementations: readonly string[],
  model: Model,
  { files }: LoadedVectors,
): void {
  if (!narrowsCases(selectionOf(options))) return;
  const participants = implementations.map((name) => ({
    name,
    capabilities: allSupported,
    reasonOf: () => '',
    storeNeeds: [],
    absent: null,
  }));
  if (planRun(model, files, participants, selectionOf(options)).length > 0) return;
  const hint = options.check.includes('cross-read')
    ? '; a cross-read needs two implementations, one that writes and one that reads'
    : '';
  throw new UsageError(`nothing to compare: no case is selected by all of these options${hint}`);
}

function selectionOf(options: RunCommandOptions): Selection {
  return {
    implementations: options.implementation,
    recordTypes: options.recordType,
    checks: options.check,
    vectors: options.vector,
    indexes: options.index,
    writers: options.writer,
    everyRead: options.everyRead === true,
    quick: options.quick === true,
  };
}

function requireAll(what: string, wanted: readonly string[], known: readonly string[], advise = didYouMean): void {
  const unknown = wanted.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new UsageError(`there is no ${what} "${unknown}"; ${advise(unknown, known)}`);
}

/** The command that findings repeat, with what selects their case added to it. */
function commandOf({ config, store }: RunCommandOptions): string {
  return `npx itemproof run${config === 'itemproof.yaml' ? '' : ` --config ${shellWord(config)}`}${store === undefined ? '' : ` --store ${store}`}`;
}

/** JSON leaves a few control characters as they are, which a terminal obeys all the same. */
function toJsonLine(event: RunEvent): string {
  return JSON.stringify(event).replace(/[\u007f-\u009f]/g, (each) => `\\u00${each.charCodeAt(0).toString(16)}`);
}
