import { checks } from '../../src/check/registry.ts';
import type { Codec } from '../../src/item/codec.ts';
import type { Outcome } from '../../src/plan/outcome.ts';
import type { PlannedCase } from '../../src/plan/plan.ts';
import type { Request } from '../../src/protocol/messages.ts';
import type { Driver } from '../drivers/driver.ts';
import { HarnessError } from '../host/harness-error.ts';
import type { RunningStore } from '../stores/store.ts';
import { notReached, reasonBehind, storeDeath } from './broken-off.ts';
import type { Homes } from './homes.ts';
import { createInterference, type Interference } from './interference.ts';
import type { ItemsInSight } from './items-in-sight.ts';
import { createPatience } from './patience.ts';
import { runPurePhase } from './pure-phase.ts';
import type { RunOptions } from './run-options.ts';
import { prepareStorePhase } from './store-phase.ts';
import type { OnOutcome } from './taken-back.ts';

/** What became of every planned case. */
export type Compared = {
  readonly outcomes: readonly Outcome[];
  readonly askedFor: ReadonlyMap<Request, Outcome>;
  /** What makes no verdict reliable, if anything does. */
  readonly complaints: readonly string[];
  /** What ended the comparisons before all of them were made. */
  readonly brokenOff: HarnessError | undefined;
};

type Comparing = {
  readonly codec: Codec;
  readonly store: RunningStore | undefined;
  readonly homes: Homes;
  readonly drivers: ReadonlyMap<string, Driver>;
  /** Whether readers are asked again for what they were given before. */
  readonly everyRead: boolean;
  readonly inSight: ItemsInSight;
  readonly onProgress: RunOptions['onProgress'];
};

/** Makes every planned comparison, or those that can be made until the store is lost. */
export async function makeComparisons(context: Comparing, planned: readonly PlannedCase[]): Promise<Compared> {
  const { store } = context;
  const outcomes: Outcome[] = [];
  const askedFor = new Map<Request, Outcome>();
  const interference = createInterference();
  let over = false;
  const onOutcome: OnOutcome = (outcome, asked = []) => {
    // What is still answered after the end is about the end.
    if (over) return;
    outcomes.push(outcome);
    for (const request of asked) askedFor.set(request, outcome);
    context.onProgress(outcomes.length, planned.length);
  };
  try {
    await Promise.race([
      runPhases(context, planned, interference, onOutcome),
      ...(store === undefined ? [] : [storeDeath(store)]),
    ]);
    return { outcomes, askedFor, complaints: interference.complaints(), brokenOff: undefined };
  } catch (error) {
    over = true;
    const reason = await reasonBehind(error, store);
    if (!(reason instanceof HarnessError)) throw reason;
    return {
      outcomes: [...outcomes, ...leftOver(planned, outcomes, reason)],
      askedFor,
      complaints: [],
      brokenOff: reason,
    };
  }
}

async function runPhases(
  { codec, store, homes, drivers, everyRead, inSight }: Comparing,
  planned: readonly PlannedCase[],
  interference: Interference,
  onOutcome: OnOutcome,
): Promise<void> {
  const stillThere = async (): Promise<void> => {
    await store?.tables.listTables();
  };
  const runPure = (alone: boolean): Promise<void> => {
    const chosen = planned.filter((each) => !checks[each.check].store && homes.own.has(each.implementation) === alone);
    return runPurePhase({ codec, drivers, stillThere, onOutcome }, chosen);
  };
  const storePhase =
    store === undefined
      ? undefined
      : prepareStorePhase(
          {
            codec,
            tables: store.tables,
            homes,
            drivers,
            everyRead,
            understood: new Set(),
            inSight,
            patience: createPatience(),
            interference,
            stillThere,
            onOutcome,
          },
          planned.filter((each) => checks[each.check].store),
        );
  // Who does one thing after the other takes longest, and so does that first.
  const alone = storePhase?.runIsolated().then(() => runPure(true)) ?? runPure(true);
  await Promise.all([alone, runPure(false), storePhase?.runTogether()]);
  await storePhase?.runLeft();
}

/** Planned cases that came to nothing. */
function leftOver(
  planned: readonly PlannedCase[],
  outcomes: readonly Outcome[],
  reason: HarnessError,
): readonly Outcome[] {
  const judged = new Set(outcomes.map((outcome) => outcome.planned));
  return planned
    .filter((each) => !judged.has(each))
    .map((each) => ({ planned: each, result: { notRun: each.notRun ?? notReached(reason) } }));
}
