import type { Driver } from '../../../harness/drivers/driver.ts';
import { referenceDriver } from '../../../harness/drivers/reference-driver.ts';
import { allSupported } from '../../../harness/engine/all-supported.ts';
import { type Compared, makeComparisons } from '../../../harness/engine/comparisons.ts';
import { itemsInSight } from '../../../harness/engine/items-in-sight.ts';
import { tableDefinition, tableNames } from '../../../harness/engine/tables.ts';
import { startEmbeddedStore } from '../../../harness/stores/embedded.ts';
import type { RunningStore } from '../../../harness/stores/store.ts';
import { planRun } from '../../../src/plan/plan.ts';
import type { VectorFile } from '../../../src/vector/vector.ts';
import { metaVector } from '../../support/outcomes.ts';
import { rateLimits as codec } from '../../support/schemas.ts';

const tablePrefix = 'comparing-test-';
export const names = tableNames(codec.model, tablePrefix);
export const table = names['rate_limits'] ?? '';

/** A store with the tables of the rate limiter. */
export async function startWithTables(): Promise<RunningStore> {
  const store = await startEmbeddedStore({ tablePrefix });
  await Promise.all(
    codec.model.tables.map((each) => store.tables.createTable(tableDefinition(each, names[each.name] ?? ''))),
  );
  return store;
}

/** One that does everything right, through the store. */
export function rightDriver(store: RunningStore, name: string): Driver {
  const driver = referenceDriver(codec, '0.0.0', {
    put: (_, item) => store.tables.putItem(table, item),
    get: (_, key) => store.tables.getItem(table, key),
  });
  return { ...driver, name };
}

/** Makes every comparison of two vectors of one record type and one key. */
export function compareAll(store: RunningStore, drivers: readonly Driver[], everyRead = false): Promise<Compared> {
  const file: VectorFile = {
    format: 1,
    schema: 'rate-limits',
    record_type: 'entity_meta',
    digest: 'sha256:0',
    kind: 'items',
    vectors: [metaVector('one'), metaVector('two')],
  };
  const participants = drivers.map(({ name }) => ({
    name,
    capabilities: allSupported,
    reasonOf: () => '',
    storeNeeds: [],
    absent: null,
  }));
  const planned = planRun(codec.model, [file], participants, {
    implementations: [],
    recordTypes: [],
    checks: [],
    vectors: [],
    indexes: [],
    writers: [],
    everyRead: true,
  });
  return makeComparisons(
    {
      codec,
      store,
      names,
      drivers: new Map(drivers.map((driver) => [driver.name, driver])),
      isolated: new Set(),
      everyRead,
      inSight: itemsInSight(),
      onProgress: () => {},
    },
    planned,
  );
}
