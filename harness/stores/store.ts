import type { Item } from '../../src/value/attribute-value.ts';
import type { ProcessExit } from '../process/process-exit.ts';
import type { StoreCapability } from './capability.ts';
import type { TableDefinition } from './table-definition.ts';

export type StoreKind = 'embedded' | 'dynamodb-local';

/** What a client needs to reach the store. The credentials are made up: local stores demand some but check none. */
export type StoreConnection = {
  readonly endpoint: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
};

export type StoreInfo = {
  readonly kind: StoreKind;
  readonly engine: 'dynoxide' | 'dynalite' | 'dynamodb-local';
  readonly version: string;
  readonly capabilities: readonly StoreCapability[];
  readonly lacks: readonly StoreCapability[];
  /** What a reader of the report should know, such as why this engine was taken and not the preferred one. */
  readonly notes: readonly string[];
};

export type StoreDied = { readonly message: string; readonly exit: ProcessExit };

export interface RunningStore {
  readonly info: StoreInfo;
  readonly connection: StoreConnection;
  readonly tables: TableClient;
  /** Of the server, which leads a process group of its own. */
  readonly pid: number;
  /** Resolves when the process ended although nobody had asked it to; stays pending otherwise. */
  readonly died: Promise<StoreDied>;
  stop(): Promise<void>;
}

/**
 * Tables and raw items, exactly as the store has them. Writes are refused for tables outside the prefix of the run. What
 * the store refuses is thrown as a `StoreRejection`.
 */
export interface TableClient {
  /** Resolves when the table can be used. */
  createTable(definition: TableDefinition): Promise<void>;
  /** Resolves when the table is gone. */
  deleteTable(tableName: string): Promise<void>;
  /** Every table of the store, also those of others. */
  listTables(): Promise<string[]>;
  putItem(tableName: string, item: Item): Promise<void>;
  /** A consistent read. */
  getItem(tableName: string, key: Item): Promise<Item | undefined>;
  deleteItem(tableName: string, key: Item): Promise<void>;
}

export type StoreOptions = {
  /** Belongs to this run alone. Only tables whose names start with it are created, written and deleted. */
  readonly tablePrefix: string;
  readonly startDeadlineMs?: number;
};
