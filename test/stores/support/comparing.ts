import type { Driver } from '../../../harness/drivers/driver.ts';
import { referenceDriver } from '../../../harness/drivers/reference-driver.ts';
import { allSupported } from '../../../harness/engine/all-supported.ts';
import { type Compared, makeComparisons } from '../../../harness/engine/comparisons.ts';
import type { Home } from '../../../harness/engine/homes.ts';
import { itemsInSight } from '../../../harness/engine/items-in-sight.ts';
import { tableDefinition, tableNames } from '../../../harness/engine/tables.ts';
import { startEmbeddedStore } from '../../../harness/stores/embedded.ts';
import type { RunningStore } from '../../../harness/stores/store.ts';
import { planRun } from '../../../src/plan/plan.ts';
import type { VectorFile } from '../../../src/vector/vector.ts';
import { metaVector } from '../../support/outcomes.ts';
import { rateLimits as codec } from '../../support/schemas.ts';
import { selectingAll } from '../../support/selection.ts';

const tablePrefix = 'comparing-test-';
export const names = tableNames(codec.model, tablePrefix);
export const table = names['rate_limits'] ?? '';

/** A home of tables that nobody shares. */
export const ownHome: Home = { names: tableNames(codec.model, `${tablePrefix}1-`), isolated: true };
export const ownTable = ownHome.names['rate_limits'] ?? '';

/** A store with the tables of the rate limiter, in both homes. */
export async function startWithTables(): Promise<RunningStore> {
  const store = await startEmbeddedStore({ tablePrefix });
  await Promise.all(
    [names, ownHome.names].flatMap((physical) =>
      codec.model.tables.map((each) => store.tables.createTable(tableDefinition(each, physical[each.name] ?? ''))),
    ),
  );
  return store;
}

/** One that does everything right, through the store. */
export function rightDriver(store: RunningStore, name: string, home = table): Driver {
  const driver = referenceDriver(codec, '0.0.0', {
    put: (_, item) => store.tables.putItem(home, item),
    get: (_, key) => store.tables.getItem(home, key),
  });
  return { ...driver, name };
}

/**
 * Makes every comparison of two vectors of one record type and one key.
 *
 * @param isolated the name of one that has tables of its own
 */
export function compareAll(
  store: RunningStore,
  drivers: readonly Driver[],
  everyRead = false,
  isolated?: string,
): Promise<Compared> {
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
    ...selectingAll,
    everyRead: true,
  });
  return makeComparisons(
    {
      codec,
      store,
      homes: {
        shared: { names, isolated: false },
        own: new Map(isolated === undefined ? [] : [[isolated, ownHome]]),
      },
      drivers: new Map(drivers.map((driver) => [driver.name, driver])),
      everyRead,
      inSight: itemsInSight(),
      onProgress: () => {},
    },
    planned,
  );
}
