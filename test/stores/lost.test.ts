import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Driver } from '../../harness/drivers/driver.ts';
import { referenceDriver } from '../../harness/drivers/reference-driver.ts';
import { allSupported } from '../../harness/engine/all-supported.ts';
import { reasonBehind } from '../../harness/engine/broken-off.ts';
import { makeComparisons } from '../../harness/engine/comparisons.ts';
import { tableDefinition, tableNames } from '../../harness/engine/tables.ts';
import { startEmbeddedStore } from '../../harness/stores/embedded.ts';
import type { RunningStore } from '../../harness/stores/store.ts';
import type { Answer } from '../../src/check/answer.ts';
import { planRun } from '../../src/plan/plan.ts';
import type { Request } from '../../src/protocol/messages.ts';
import { metaVector } from '../support/outcomes.ts';
import { rateLimits as codec } from '../support/schemas.ts';

const tablePrefix = 'lost-test-';
const names = tableNames(codec.model, tablePrefix);
let store: RunningStore;

beforeEach(async () => {
  store = await startEmbeddedStore({ tablePrefix });
  await Promise.all(
    codec.model.tables.map((table) => store.tables.createTable(tableDefinition(table, names[table.name] ?? ''))),
  );
});
afterEach(() => store.stop());

it.each(['item.get', 'item.put', 'key.build'] as const)(
  'blames nobody for what a dead store does to %s',
  async (op) => {
    const { outcomes, brokenOff } = await compareWith(op, () => process.kill(store.pid, 'SIGKILL'));
    expect(brokenOff?.code).toBe('store-died');
    expect(brokenOff?.message).toMatch(/^dyn(?:oxide|alite) \S+ was ended by SIGKILL\. It wrote /);
    expect(outcomes.filter(({ result }) => 'passed' in result && !result.passed)).toEqual([]);
    const notRun = outcomes.filter(({ result }) => 'notRun' in result);
    expect(notRun.map(({ result }) => result)).toContainEqual({ notRun: 'the store died before' });
  },
);

it.each(['item.get', 'item.put', 'key.build'] as const)(
  'blames who gets %s wrong beside a healthy store',
  async (op) => {
    const { outcomes, brokenOff } = await compareWith(op, () => {});
    expect(brokenOff).toBeUndefined();
    const failed = outcomes.filter(({ result }) => 'passed' in result && !result.passed);
    expect(new Set(failed.map(({ planned }) => planned.implementation))).toEqual(new Set(['fragile']));
  },
);

it('knows why a store cannot be reached, where that is known', async () => {
  const key = metaVector('one').keys['primary'] ?? {};
  process.kill(store.pid, 'SIGKILL');
  const error: unknown = await store.tables.getItem(Object.values(names)[0] ?? '', key).catch((reason) => reason);
  expect(error).toMatchObject({ code: 'store-unreachable' });
  expect(await reasonBehind(error, store)).toMatchObject({ code: 'store-died' });
  const other = new Error('something else');
  expect(await reasonBehind(other, store)).toBe(other);
});

/** Compares the reference with one that crashes, or cannot go on, in the first request of a kind. */
function compareWith(op: Request['op'], before: () => void): ReturnType<typeof makeComparisons> {
  const reference = referenceDriver(codec, '0.0.0', {
    put: (_, item) => store.tables.putItem(Object.values(names)[0] ?? '', item),
    get: (_, key) => store.tables.getItem(Object.values(names)[0] ?? '', key),
  });
  let happened = false;
  const fragile: Driver = {
    ...reference,
    name: 'fragile',
    ask: async (request): Promise<Answer> => {
      if (request.op !== op || happened) return reference.ask(request);
      happened = true;
      before();
      return op === 'key.build'
        ? { kind: 'crashed', detail: 'exited with status 1' }
        : { kind: 'error', class: 'internal', message: 'connection refused' };
    },
  };
  const participants = ['reference', 'fragile'].map((name) => ({
    name,
    capabilities: allSupported,
    reasonOf: () => '',
    storeNeeds: [],
    absent: null,
  }));
  const file = {
    format: 1,
    schema: 'rate-limits',
    record_type: 'entity_meta',
    digest: 'sha256:0',
    kind: 'items',
    vectors: [metaVector('one'), metaVector('two')],
  } as const;
  const selection = {
    implementations: [],
    recordTypes: [],
    checks: [],
    vectors: [],
    indexes: [],
    writers: [],
    everyRead: true,
  };
  const drivers = new Map([reference, fragile].map((driver) => [driver.name, driver]));
  return makeComparisons(
    { codec, store, names, drivers, isolated: new Set(), onProgress: () => {} },
    planRun(codec.model, [file], participants, selection),
  );
}
