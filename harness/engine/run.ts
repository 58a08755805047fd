import { randomBytes } from 'node:crypto';
import { checks } from '../../src/check/registry.ts';
import type { Config } from '../../src/config/config.ts';
import { compileCodec } from '../../src/item/codec.ts';
import type { Model } from '../../src/model/model.ts';
import { gapReason } from '../../src/plan/capabilities.ts';
import {
  type Participant,
  planRun,
  readsEverything,
  referenceName,
  type Selection,
  takesPart,
} from '../../src/plan/plan.ts';
import type { HelloRequest } from '../../src/protocol/messages.ts';
import type { RunEvent } from '../../src/report/events.ts';
import type { Driver } from '../drivers/driver.ts';
import { referenceDriver } from '../drivers/reference-driver.ts';
import { HarnessError } from '../host/harness-error.ts';
import type { RunningStore } from '../stores/store.ts';
import { allSupported } from './all-supported.ts';
import { reasonBehind } from './broken-off.ts';
import { makeComparisons } from './comparisons.ts';
import { complain } from './complain.ts';
import { allHomes, type Home, type Homes, homeOf, planHomes } from './homes.ts';
import { type ItemsInSight, itemsInSight } from './items-in-sight.ts';
import { type Started, startAll } from './participants.ts';
import { eventsOf, inPlanOrder } from './run-events.ts';
import type { RunInput, RunOptions, StartOptions } from './run-options.ts';
import { startStore } from './start-store.ts';
import { tableDefinition } from './tables.ts';
import { takeBack } from './taken-back.ts';

/** The instant that implementations are given instead of the clock. */
const now = '2024-01-02T03:04:05Z';

export type FinishedRun = {
  /** The last of them is the summary. */
  readonly events: readonly RunEvent[];
  /** Why not everything that was planned could be compared; known too late to refuse the run. */
  readonly brokenOff: HarnessError | undefined;
};

/**
 * Runs everything that was selected.
 *
 * @param input what is compared. Programs load their SDKs while it is read, and while the store starts; when it cannot be
 * used they are ended
 */
export async function run(start: StartOptions, input: Promise<RunInput>): Promise<FinishedRun> {
  const prefix = `itemproof-${randomBytes(5).toString('hex')}-`;
  const reading = input.then((read): RunOptions => ({ ...start, ...read }));
  const isolated = chosen(start).filter((each) => each.isolate);
  const planning = reading.then(({ model }) => {
    const names = isolated.map((each) => each.name);
    return planHomes(model, prefix, names);
  });
  const opening = Promise.all([reading, planning]).then(([options, homes]) =>
    openTables(options, prefix, allHomes(homes)),
  );
  const helloFor = async (name: string): Promise<HelloRequest> => {
    const [{ model }, homes, store] = await Promise.all([reading, planning, opening]);
    return greeting(model, store, homeOf(homes, name));
  };
  const [read, opened, answered, looked] = await Promise.allSettled([
    reading,
    opening,
    startAll({ ...start, helloFor }, chosen(start)),
    reading.then((options) => options.whileStarting()),
  ]);
  const store = opened.status === 'fulfilled' ? opened.value : undefined;
  const open: Driver[] = [];
  try {
    const started = answered.status === 'fulfilled' ? answered.value : [];
    for (const each of started) if (each.kind === 'ready') open.push(each.driver);
    // What is wrong with the input comes before what is wrong with the machine.
    for (const each of [looked, opened, answered]) if (each.status === 'rejected') throw each.reason;
    if (read.status === 'rejected') throw read.reason;
    requireToolchains(start, started);
    return await compare(read.value, store, await planning, started);
  } finally {
    await Promise.all(open.map((driver) => driver.close()));
    await store?.stop();
  }
}

/** The store that the run needs, if any, with all tables of the schema in each home. */
async function openTables(
  { model, selection, store: kind, onWarning }: RunOptions,
  prefix: string,
  homes: readonly Home[],
): Promise<RunningStore | undefined> {
  if (!needsStore(selection)) return undefined;
  const store = await startStore(kind, prefix);
  for (const note of store.info.notes) onWarning(note);
  try {
    await Promise.all(
      homes.flatMap(({ names }) =>
        model.tables.map((table) => store.tables.createTable(tableDefinition(table, names[table.name] ?? table.name))),
      ),
    );
    return store;
  } catch (error) {
    const reason = await reasonBehind(error, store);
    await store.stop();
    throw reason;
  }
}

async function compare(
  options: RunOptions,
  store: RunningStore | undefined,
  homes: Homes,
  started: readonly Started[],
): Promise<FinishedRun> {
  const codec = compileCodec(options.model);
  const drivers = new Map<string, Driver>();
  const inSight = itemsInSight();
  const reference = referenceDriver(
    codec,
    options.version,
    store === undefined ? undefined : itemAccess(options.model, store, homes.shared, inSight),
  );
  if (takesPart(options.selection, referenceName)) drivers.set(referenceName, reference);
  for (const each of started) if (each.kind === 'ready') drivers.set(each.config.name, each.driver);
  const participants = [
    ...(drivers.has(referenceName) ? [toParticipant(reference)] : []),
    ...started.map(participantOf),
  ];

  const planned = planRun(options.model, options.files, participants, options.selection, store?.info.lacks);
  const { outcomes, askedFor, complaints, brokenOff } = await makeComparisons(
    {
      codec,
      store,
      homes,
      drivers,
      everyRead: readsEverything(options.selection),
      inSight,
      onProgress: options.onProgress,
    },
    planned,
  );
  const endings = await Promise.all(
    started.map(async (each) =>
      each.kind === 'ready' ? complain(each.config.name, await each.driver.close(), each.driver.stderr()) : [],
    ),
  );
  const { blamed, unblamed } = takeBack(outcomes, askedFor, [...drivers.values()]);
  const events = eventsOf(options, store, drivers, started, {
    outcomes: inPlanOrder(blamed, planned),
    brokenOff: brokenOff?.message,
    // How an adapter takes the loss of its store is no fault of its.
    endings: brokenOff === undefined ? [...complaints, ...endings.flat(), ...unblamed] : unblamed,
  });
  return { events, brokenOff };
}

function needsStore(selection: Selection): boolean {
  return selection.checks.length === 0 || selection.checks.some((check) => checks[check].store);
}

function chosen({ config, selection }: StartOptions): Config['implementations'] {
  return config.implementations.filter((each) => takesPart(selection, each.name));
}

function greeting(model: Model, store: RunningStore | undefined, { names: tables }: Home): HelloRequest {
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

/** Where everybody is absent a run could only be green for nothing, strict or not. */
function requireToolchains({ strict }: StartOptions, started: readonly Started[]): void {
  const absent = started.find((each) => each.kind === 'absent');
  const somebody = started.some((each) => each.kind !== 'absent');
  if (absent?.kind !== 'absent' || (somebody && !strict)) return;
  throw new HarnessError('toolchain-missing', `${absent.config.name} cannot take part: ${absent.reason}`, {
    hint: absent.install,
  });
}

function itemAccess(
  model: Model,
  store: RunningStore,
  { names }: Home,
  inSight: ItemsInSight,
): Parameters<typeof referenceDriver>[2] {
  const tableOf = (recordType: string): string => {
    const table = model.recordTypes.find((each) => each.name === recordType)?.table.name ?? '';
    return names[table] ?? table;
  };
  return {
    put: (recordType, item) => store.tables.putItem(tableOf(recordType), item),
    get: async (recordType, key) => {
      const table = tableOf(recordType);
      return inSight.find(table, key) ?? store.tables.getItem(table, key);
    },
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
