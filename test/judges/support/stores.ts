import { tableDefinition, tableNames } from '../../../harness/engine/tables.ts';
import type { RunningStore } from '../../../harness/stores/store.ts';
import { openWire, type StoreWire } from '../../../harness/stores/store-wire.ts';
import type { Model, Table } from '../../../src/model/model.ts';
import { type Engine, engines, startEngine } from '../../stores/support/engines.ts';

/** A table of a contract, and the name that it has in a store. */
export type StoredTable = { readonly table: Table; readonly tableName: string };

/** The tables of contracts, each by the contract and the record type that is in it. */
export type StoredTables = ReadonlyMap<string, StoredTable>;

/** @param prefix what the names of all tables start with */
export function tablesOf(models: readonly Model[], prefix: string): StoredTables {
  return new Map(
    models.flatMap((model) => {
      const names = tableNames(model, `${prefix}${model.name}-`);
      return model.recordTypes.map(
        ({ name, table }) => [`${model.name}/${name}`, { table, tableName: names[table.name] ?? '' }] as const,
      );
    }),
  );
}

/** The table of a record type, which must be one of them. */
export function tableOf(tables: StoredTables, suite: string, recordType: string): StoredTable {
  const place = tables.get(`${suite}/${recordType}`);
  if (place === undefined) throw new TypeError(`no table of ${suite}/${recordType}`);
  return place;
}

/** A store that runs, and the connection to it. */
export type JudgingStore = { readonly store: RunningStore; readonly wire: StoreWire };

/** Every store that can run here, with empty tables; `stop` ends those that `start` has started, also where it failed. */
export function judgingStores(
  tables: StoredTables,
  prefix: string,
): {
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
  readonly of: (engine: Engine) => JudgingStore;
} {
  const running = new Map<Engine, JudgingStore>();
  const definitions = new Map([...tables.values()].map(({ table, tableName }) => [tableName, table]));
  return {
    async start() {
      for (const engine of engines) {
        const store = await startEngine(engine, prefix);
        running.set(engine, { store, wire: openWire(store.connection) });
        for (const [tableName, table] of definitions) await store.tables.createTable(tableDefinition(table, tableName));
      }
    },
    async stop() {
      for (const { store, wire } of running.values()) {
        wire.close();
        await store.stop();
      }
    },
    of(engine) {
      const found = running.get(engine);
      if (found === undefined) throw new TypeError(`${engine} does not run`);
      return found;
    },
  };
}
