import type { Answer } from '../../src/check/answer.ts';
import { checkRawPut, checkSentKey, meaningOf } from '../../src/check/checks.ts';
import { passed } from '../../src/check/problem.ts';
import type { Codec } from '../../src/item/codec.ts';
import { itemInOrder } from '../../src/plan/ordered.ts';
import type { Outcome } from '../../src/plan/outcome.ts';
import type { PlannedCase } from '../../src/plan/plan.ts';
import type { Request } from '../../src/protocol/messages.ts';
import type { Item } from '../../src/value/attribute-value.ts';
import { isObject, type Json } from '../../src/value/json.ts';
import type { Driver } from '../drivers/driver.ts';
import type { TableClient } from '../stores/store.ts';
import { allowancesOf } from './allowances.ts';
import { allHomes, type Home, type Homes, homeOf, tableIn } from './homes.ts';
import type { ItemsInSight } from './items-in-sight.ts';
import { createLocks } from './locks.ts';
import { notAsked } from './not-asked.ts';
import { componentsOf, passUnderstood, type ReadableItem, type Reading, read } from './reads.ts';
import { lanesOf, placeOf, type StoredTask, type Task, tasksOf } from './tasks.ts';

/** How many items are under way at once. Each has a key of its own, so none sees another. */
const concurrency = 24;

/** Why an item is not read: it is not there, or is another one. */
export function notWritten(writer: string): string {
  return `${writer} did not write the item of the vector`;
}

export type StorePhase = Reading & {
  readonly codec: Codec;
  readonly tables: TableClient;
  readonly homes: Homes;
  readonly inSight: ItemsInSight;
};

/** The parts of a phase. All may run at the same time; what readers of other tables are left with comes last. */
export type PreparedPhase = {
  readonly runIsolated: () => Promise<void>;
  readonly runTogether: () => Promise<void>;
  readonly runLeft: () => Promise<void>;
};

/**
 * Writes every vector with every writer, looks at what is stored, and lets everybody read it. Items of one key follow
 * each other; each is removed before the next is written, so that a writer that does nothing is not given the item of
 * the one before.
 *
 * Isolated writers have tables of their own, and do one thing after the other there. Whoever reads in other tables than
 * those of the writer finds the very same item there, which the run has put.
 */
export function prepareStorePhase(phase: StorePhase, cases: readonly PlannedCase[]): PreparedPhase {
  const tasks = tasksOf(cases, phase.onOutcome);
  const work = createWork(phase);
  const { own, shared } = phase.homes;
  const runHome = (home: Home): Promise<void> => {
    const mine = tasks.filter((task) => homeOf(phase.homes, task.writer) === home);
    return runLanes(home.isolated ? [mine] : lanesOf(mine), home.isolated ? 1 : concurrency, work.run);
  };
  return {
    runIsolated: async () => {
      await Promise.all([...own.values()].map(runHome));
    },
    runTogether: () => runHome(shared),
    runLeft: work.finish,
  };
}

async function runLanes(
  lanes: readonly (readonly Task[])[],
  width: number,
  run: (task: Task) => Promise<void>,
): Promise<void> {
  const queue = [...lanes];
  const worker = async (): Promise<void> => {
    for (let lane = queue.shift(); lane !== undefined; lane = queue.shift()) for (const task of lane) await run(task);
  };
  await Promise.all(Array.from({ length: Math.min(width, lanes.length) }, worker));
}

function createWork(phase: StorePhase): {
  readonly run: (task: Task) => Promise<void>;
  readonly finish: () => Promise<void>;
} {
  const { homes, tables } = phase;
  const locks = createLocks();
  const numbers = new Map(allHomes(homes).map((home, index) => [home, index]));
  /** What was in a place of a home before, in order. */
  const histories = new Map<string, StoredTask[]>();
  const guests: Promise<void>[] = [];

  const exclusively = <Value>(
    home: Home,
    task: Task,
    work: (history: StoredTask[]) => Promise<Value>,
  ): Promise<Value> => {
    const place = `${numbers.get(home)} ${placeOf(task)}`;
    const history = histories.get(place) ?? [];
    histories.set(place, history);
    return locks(home.isolated ? String(numbers.get(home)) : place, () => work(history));
  };

  const readElsewhere = (home: Home, item: ReadableItem, reads: readonly PlannedCase[]): Promise<void> =>
    exclusively(home, item.task, async (history) => {
      const table = tableIn(home, item.task.recordType);
      const open = passUnderstood(phase, item, reads);
      if (open.length === 0) return;
      await tables.putItem(table, item.stored);
      await Promise.all(open.map((planned) => read(phase, item, planned, history)));
      await tables.deleteItem(table, item.task.key);
      history.push(item);
    });

  return {
    run: async (task) => {
      const home = homeOf(homes, task.writer);
      const item = await exclusively(home, task, async (history) => {
        const written = await write(task, phase, tableIn(home, task.recordType));
        if (written === undefined) return undefined;
        await readAtHome(phase, home, written, history);
        history.push(written);
        return written;
      });
      if (item === undefined) return;
      for (const [other, reads] of readsByHome(homes, task)) {
        if (other === home) continue;
        const guest = readElsewhere(other, item, reads);
        // Whoever waits for all of them is told, even if that is not yet so.
        guest.catch(() => {});
        guests.push(guest);
      }
    },
    finish: async () => {
      await Promise.all(guests);
    },
  };
}

async function readAtHome(
  phase: StorePhase,
  home: Home,
  item: ReadableItem,
  history: readonly StoredTask[],
): Promise<void> {
  const { task, stored } = item;
  const reads = readsByHome(phase.homes, task).get(home) ?? [];
  const table = tableIn(home, task.recordType);
  phase.inSight.add(table, task.key, stored);
  await Promise.all(passUnderstood(phase, item, reads).map((planned) => read(phase, item, planned, history)));
  phase.inSight.remove(table, task.key);
}

function readsByHome(homes: Homes, { cases }: Task): ReadonlyMap<Home, readonly PlannedCase[]> {
  const byHome = new Map<Home, PlannedCase[]>();
  for (const planned of cases) {
    if (planned.check === 'raw-put') continue;
    const home = homeOf(homes, planned.implementation);
    const reads = byHome.get(home) ?? [];
    reads.push(planned);
    byHome.set(home, reads);
  }
  return byHome;
}

/** Lets a writer write, and judges what is stored. Answers the item when it is there as it should be. */
async function write(task: Task, phase: StorePhase, table: string): Promise<ReadableItem | undefined> {
  const { codec, drivers, tables, stillThere, onOutcome } = phase;
  const { recordType, vector, key } = task;
  const driver = drivers.get(task.writer);
  if (driver === undefined) return undefined;
  await tables.deleteItem(table, key);
  const put: Request = { op: 'item.put', record_type: recordType.name, record: vector.record };
  const answer = await driver.ask(put);
  if (driver.gaveUp(answer)) {
    await stillThere();
    for (const planned of task.cases) onOutcome({ planned, result: { notRun: notAsked(task.writer) } });
    return undefined;
  }
  const found = await tables.getItem(table, key);
  const stored = found === undefined ? undefined : (itemInOrder(found) as Item);
  const written = checkRawPut(codec, recordType, vector, answer, stored, allowancesOf(driver.hello, recordType.name));
  const rawPut = task.cases.find((planned) => planned.check === 'raw-put');
  if (rawPut !== undefined) {
    const details = written.passed ? {} : await explain(task, driver, answer, stored);
    const elsewhere =
      answer.kind === 'ok' && stored === undefined && isObject(details.sent)
        ? checkSentKey(vector, details.sent as Item)
        : passed;
    onOutcome({ planned: rawPut, result: elsewhere.passed ? written : elsewhere, ...details }, [put]);
  }
  if (!written.passed || stored === undefined) {
    for (const planned of task.cases.filter((each) => each !== rawPut))
      onOutcome({ planned, result: { notRun: notWritten(task.writer) } });
    return undefined;
  }
  const meant = meaningOf(codec, recordType, stored);
  const components = task.cases.length === 1 && rawPut !== undefined ? {} : componentsOf(codec, recordType, key, meant);
  const content = `${recordType.name} ${JSON.stringify(stored)}`;
  return { task, meant, stored, content, components, unjudgedPut: rawPut === undefined ? put : undefined };
}

/** What helps to see where a wrong item came from: what the writer says it sends, and what is stored. */
async function explain(
  task: Task,
  driver: Driver,
  answer: Answer,
  stored: Item | undefined,
): Promise<Pick<Outcome, 'sent' | 'stored' | 'stderr'>> {
  const canEncode = driver.hello.capabilities['item.encode'];
  const asked =
    canEncode === true || canEncode?.includes(task.recordType.name) === true
      ? await driver.ask({ op: 'item.encode', record_type: task.recordType.name, record: task.vector.record })
      : undefined;
  return {
    ...(asked?.kind === 'ok' && isObject(asked.value['item']) ? { sent: itemInOrder(asked.value['item']) } : {}),
    ...(stored === undefined ? {} : { stored: stored as Json }),
    ...(answer.kind === 'ok' ? {} : { stderr: driver.stderr() }),
  };
}
