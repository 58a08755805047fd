import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { checks } from '../../src/check/registry.ts';
import type { Config } from '../../src/config/config.ts';
import { type Codec, compileCodec } from '../../src/item/codec.ts';
import type { Model } from '../../src/model/model.ts';
import { gapReason } from '../../src/plan/capabilities.ts';
import type { Outcome } from '../../src/plan/outcome.ts';
import { type Participant, planRun, referenceName, type Selection, takesPart } from '../../src/plan/plan.ts';
import type { HelloRequest, Request } from '../../src/protocol/messages.ts';
import type { RunEvent } from '../../src/report/events.ts';
import type { Driver } from '../drivers/driver.ts';
import { referenceDriver } from '../drivers/reference-driver.ts';
import { HarnessError } from '../host/harness-error.ts';
import type { RunningStore } from '../stores/store.ts';
import { allSupported } from './all-supported.ts';
import { complain } from './complain.ts';
import { type Started, startAll } from './participants.ts';
import { runPurePhase } from './pure-phase.ts';
import { eventsOf, inPlanOrder } from './run-events.ts';
import type { RunOptions } from './run-options.ts';
import { startStore } from './start-store.ts';
import { prepareStorePhase, type StorePhase } from './store-phase.ts';
import { tableDefinition, tableNames } from './tables.ts';
import { type OnOutcome, takeBack } from './taken-back.ts';

/** The instant that implementations are given instead of the clock. */
const now = '2024-01-02T03:04:05Z';

/** How long the end of a store may take to become known after it answers no more. */
const deathNoticeMilliseconds = 2000;

/** Runs everything that was selected. Answers the events of the run, the last of them its summary. */
export async function run(options: RunOptions): Promise<readonly RunEvent[]> {
  const codec = compileCodec(options.model);
  const prefix = `itemproof-${randomBytes(5).toString('hex')}-`;
  const names = tableNames(options.model, prefix);
  const opening = openTables(options, prefix, names);
  const hello = opening.then((store) => helloFor(options.model, store, names));
  // Its failure is that of the store, which is seen below; without adapters nobody else looks at it.
  hello.catch(() => {});
  // Programs load their SDKs while the store starts.
  const [opened, answered, looked] = await Promise.allSettled([
    opening,
    startAll({ ...options, hello }, chosen(options)),
    options.whileStarting(),
  ]);
  const store = opened.status === 'fulfilled' ? opened.value : undefined;
  const open: Driver[] = [];
  try {
    const started = answered.status === 'fulfilled' ? answered.value : [];
    for (const each of started) if (each.kind === 'ready') open.push(each.driver);
    // What is wrong with the input comes before what is wrong with the machine.
    for (const each of [looked, opened, answered]) if (each.status === 'rejected') throw each.reason;
    requireToolchains(options, started);
    const events = await Promise.race([
      compare(options, codec, store, names, started),
      ...(store === undefined ? [] : [storeDeath(store)]),
    ]);
    return events;
  } catch (error) {
    // Whoever asks a dead store notices before its end is reported, and knows less about it.
    throw (await storeDeathBehind(error, store)) ?? error;
  } finally {
    await Promise.all(open.map((driver) => driver.close()));
    await store?.stop();
  }
}

/** The store that the run needs, if any, with all tables of the schema. */
async function openTables(
  { model, selection, store: kind, onWarning }: RunOptions,
  prefix: string,
  names: { readonly [logical: string]: string },
): Promise<RunningStore | undefined> {
  if (!needsStore(selection)) return undefined;
  const store = await startStore(kind, prefix);
  for (const note of store.info.notes) onWarning(note);
  try {
    await Promise.all(
      model.tables.map((table) => store.tables.createTable(tableDefinition(table, names[table.name] ?? table.name))),
    );
    return store;
  } catch (error) {
    await store.stop();
    throw error;
  }
}

async function compare(
  options: RunOptions,
  codec: Codec,
  store: RunningStore | undefined,
  names: { readonly [logical: string]: string },
  started: readonly Started[],
): Promise<readonly RunEvent[]> {
  const drivers = new Map<string, Driver>();
  const reference = referenceDriver(
    codec,
    options.version,
    store === undefined ? undefined : itemAccess(options.model, store, names),
  );
  if (takesPart(options.selection, referenceName)) drivers.set(referenceName, reference);
  for (const each of started) if (each.kind === 'ready') drivers.set(each.config.name, each.driver);
  const participants = [
    ...(drivers.has(referenceName) ? [toParticipant(reference)] : []),
    ...started.map(participantOf),
  ];

  const planned = planRun(options.model, options.files, participants, options.selection, store?.info.lacks);
  const outcomes: Outcome[] = [];
  const askedFor = new Map<Request, Outcome>();
  const onOutcome: OnOutcome = (outcome, asked = []) => {
    outcomes.push(outcome);
    for (const request of asked) askedFor.set(request, outcome);
    options.onProgress(outcomes.length, planned.length);
  };
  const isolated = new Set(options.config.implementations.filter((each) => each.isolate).map((each) => each.name));
  const runPure = (alone: boolean): Promise<void> => {
    const chosen = planned.filter((each) => !checks[each.check].store && isolated.has(each.implementation) === alone);
    return runPurePhase(codec, chosen, drivers, onOutcome);
  };
  const storePhase =
    store === undefined
      ? undefined
      : prepareStorePhase(
          storePhaseFor(codec, store, names, drivers, isolated, onOutcome),
          planned.filter((each) => checks[each.check].store),
        );
  // A writer that needs the store to itself keeps one processor busy; what the others do without a store takes the rest.
  // It has time for that itself when everybody writes.
  await Promise.all([runPure(false), storePhase?.runIsolated()]);
  await Promise.all([runPure(true), storePhase?.runTogether()]);
  const endings = await Promise.all(
    started.map(async (each) =>
      each.kind === 'ready' ? complain(each.config.name, await each.driver.close(), each.driver.stderr()) : [],
    ),
  );
  const { blamed, unblamed } = takeBack(outcomes, askedFor, [...drivers.values()]);
  return eventsOf(options, store, drivers, started, inPlanOrder(blamed, planned), [...endings.flat(), ...unblamed]);
}

function storePhaseFor(
  codec: Codec,
  store: RunningStore,
  names: { readonly [logical: string]: string },
  drivers: ReadonlyMap<string, Driver>,
  isolated: ReadonlySet<string>,
  onOutcome: OnOutcome,
): StorePhase {
  return {
    codec,
    tables: store.tables,
    tableOf: (recordType) => names[recordType.table.name] ?? recordType.table.name,
    drivers,
    isolated,
    onOutcome,
  };
}

function needsStore(selection: Selection): boolean {
  return selection.checks.length === 0 || selection.checks.some((check) => checks[check].store);
}

function chosen({ config, selection }: RunOptions): Config['implementations'] {
  return config.implementations.filter((each) => takesPart(selection, each.name));
}

function helloFor(
  model: Model,
  store: RunningStore | undefined,
  tables: { readonly [logical: string]: string },
): HelloRequest {
  const { name, version, digest } = model;
  const connection = store?.connection;
  return {
    op: 'hello',
    protocol: 1,
    schema: { name, version, digest },
    store:
      connection === undefined
        ? null
        : {
            endpoint: connection.endpoint,
            region: connection.region,
            access_key_id: connection.accessKeyId,
            secret_access_key: connection.secretAccessKey,
            tables,
          },
    now,
  };
}

function requireToolchains({ strict }: RunOptions, started: readonly Started[]): void {
  const absent = started.find((each) => each.kind === 'absent');
  if (!strict || absent?.kind !== 'absent') return;
  throw new HarnessError('toolchain-missing', `${absent.config.name} cannot take part: ${absent.reason}`, {
    hint: absent.install,
  });
}

async function storeDeath(store: RunningStore): Promise<never> {
  const { message } = await store.died;
  throw new HarnessError('store-died', message, { hint: 'the run compared nothing after that; start it again' });
}

async function storeDeathBehind(error: unknown, store: RunningStore | undefined): Promise<unknown> {
  if (store === undefined || !(error instanceof HarnessError) || error.code !== 'store-unreachable') return undefined;
  return Promise.race([storeDeath(store).catch((death: unknown) => death), sleep(deathNoticeMilliseconds, undefined)]);
}

function itemAccess(
  model: Model,
  store: RunningStore,
  names: { readonly [logical: string]: string },
): Parameters<typeof referenceDriver>[2] {
  const tableOf = (recordType: string): string => {
    const table = model.recordTypes.find((each) => each.name === recordType)?.table.name ?? '';
    return names[table] ?? table;
  };
  return {
    put: (recordType, item) => store.tables.putItem(tableOf(recordType), item),
    get: (recordType, key) => store.tables.getItem(tableOf(recordType), key),
  };
}

function toParticipant({ name, hello }: Driver): Participant {
  return { name, capabilities: hello.capabilities, reasonOf: () => 'not supported', storeNeeds: [], absent: null };
}

function participantOf(started: Started): Participant {
  const { gaps, storeNeeds } = started.config;
  const reasonOf: Participant['reasonOf'] = (op, recordType, index) => gapReason(gaps, op, recordType, index);
  if (started.kind === 'ready') return { ...toParticipant(started.driver), reasonOf, storeNeeds };
  const reason = started.kind === 'absent' ? started.reason : 'its adapter could not be started';
  return { name: started.config.name, capabilities: allSupported, reasonOf, storeNeeds, absent: reason };
}
