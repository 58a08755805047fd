import type { PlannedCase } from '../../src/plan/plan.ts';
import { allHomes, type Home, type Homes, homeOf, tableIn } from './homes.ts';
import type { ItemsInSight } from './items-in-sight.ts';
import { createLocks } from './locks.ts';
import { passUnderstood, type ReadableItem, type Reading, read } from './reads.ts';
import { lanesOf, placeOf, type StoredTask, type Task, tasksOf } from './tasks.ts';
import { mayBeAnothers, type Put, put, settle, type Writing } from './writes.ts';

/** How many items are under way at once. Each has a key of its own, so none sees another. */
const concurrency = 24;

/** What may be wrong because of somebody else. */
type Doubt = { readonly task: Task; readonly home: Home; readonly first: Put };

/** Whose items were wrong so often, and wrong again when nobody else wrote, is not asked any more. */
const mostProven = 5;

export type StorePhase = Reading &
  Writing & {
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
  const doubts: Doubt[] = [];
  /** How often what was wrong was wrong again, by writer. */
  const proven = new Map<string, number>();

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
      await Promise.all(open.map((planned) => read(phase, item, planned, { table, history })));
      await tables.deleteItem(table, item.task.key);
      history.push(item);
    });

  /** Lets everybody read what is stored as it should be: here, and in other homes. */
  const readEverywhere = async (home: Home, task: Task, history: StoredTask[], item: ReadableItem): Promise<void> => {
    await readAtHome(phase, home, item, history);
    history.push(item);
    for (const [other, reads] of readsByHome(homes, task)) {
      if (other === home) continue;
      const guest = readElsewhere(other, item, reads);
      // Whoever waits for all of them is told, even if that is not yet so.
      guest.catch(() => {});
      guests.push(guest);
    }
  };

  /** Does it once more now that nobody else writes: what was another's doing is right this time. */
  const doAgain = ({ task, home, first }: Doubt): Promise<void> =>
    exclusively(home, task, async (history) => {
      const isProven = (proven.get(task.writer) ?? 0) >= mostProven;
      const second = isProven ? first : await put(task, phase, home);
      if (second?.result.passed === true)
        phase.interference.note(task, `the item that ${task.writer} wrote for ${task.vector.id} became another one`);
      else proven.set(task.writer, (proven.get(task.writer) ?? 0) + 1);
      const item = await settle(task, phase, second);
      if (item !== undefined) await readEverywhere(home, task, history, item);
    });

  return {
    run: (task) => {
      const home = homeOf(homes, task.writer);
      return exclusively(home, task, async (history) => {
        const first = await put(task, phase, home);
        if (first !== undefined && !home.isolated && mayBeAnothers(first)) {
          doubts.push({ task, home, first });
          return;
        }
        const item = await settle(task, phase, first);
        if (item !== undefined) await readEverywhere(home, task, history, item);
      });
    },
    finish: async () => {
      await Promise.all(guests);
      for (const doubt of doubts) await doAgain(doubt);
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
  await Promise.all(
    passUnderstood(phase, item, reads).map((planned) => read(phase, item, planned, { table, history })),
  );
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
