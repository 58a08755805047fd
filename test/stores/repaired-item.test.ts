import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Driver } from '../../harness/drivers/driver.ts';
import { createInterference } from '../../harness/engine/interference.ts';
import { componentsOf, read } from '../../harness/engine/reads.ts';
import { storedItem } from '../../harness/engine/stored-item.ts';
import type { RunningStore } from '../../harness/stores/store.ts';
import type { Outcome } from '../../src/plan/outcome.ts';
import { metaVector } from '../support/outcomes.ts';
import { rateLimits as codec } from '../support/schemas.ts';
import { rightDriver, startWithTables, table } from './support/comparing.ts';

// Two readers of an item that somebody changed: one puts it back while the other one still reads what was there.

let store: RunningStore;

beforeAll(async () => {
  store = await startWithTables();
});
afterAll(() => store.stop());

const vector = metaVector('one');
const recordType = codec.model.recordTypes.find(({ name }) => name === 'entity_meta');
const key = vector.keys['primary'] ?? {};

/** Lets "eve" read, who sees a changed item the first time, and the right one from then on. */
async function readBy(around: (reading: () => Promise<void>) => Promise<void>): Promise<readonly Outcome[]> {
  if (recordType === undefined) throw new TypeError('there is no such record type');
  const interference = createInterference();
  const outcomes: Outcome[] = [];
  const planned = {
    check: 'cross-read',
    implementation: 'eve',
    writer: 'ada',
    recordType,
    vector,
    notRun: null,
  } as const;
  const task = { writer: 'ada', recordType, vector, key, cases: [planned] };
  await store.tables.putItem(table, vector.item);
  const stored = (await storedItem(store.tables, table, key)) ?? {};
  const components = componentsOf(codec, recordType, key, vector.read ?? vector.record);
  const item = { task, meant: vector.read ?? vector.record, stored, content: '', components, unjudgedPut: undefined };
  const right = rightDriver(store, 'eve');
  let times = 0;
  const eve: Driver = {
    ...right,
    ask: async (request) => {
      if (times++ > 0) return right.ask(request);
      await store.tables.putItem(table, { ...key, meddled: { BOOL: true } });
      const answer = await right.ask(request);
      await store.tables.putItem(table, stored);
      return answer;
    },
  };
  const reading = {
    tables: store.tables,
    interference,
    drivers: new Map([['eve', eve]]),
    everyRead: true,
    understood: new Set<string>(),
    stillThere: async () => {},
    onOutcome: (outcome: Outcome) => outcomes.push(outcome),
  };
  await around(async () => {
    const reads = () => read(reading, item, planned, { table, history: [] });
    await interference.repair(item, reads);
  });
  if (outcomes.length === 0) await read(reading, item, planned, { table, history: [] });
  return outcomes;
}

it('is not the fault of who reads while it is put back', async () => {
  const outcomes = await readBy((reading) => reading());
  expect(outcomes.map(({ result }) => result)).toEqual([{ passed: true }]);
});

it('is the fault of who reads it when nobody has put anything back', async () => {
  const outcomes = await readBy(async () => {});
  expect(outcomes.map(({ result }) => 'passed' in result && result.passed)).toEqual([false]);
});
