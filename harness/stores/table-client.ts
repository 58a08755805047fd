import { setTimeout as sleep } from 'node:timers/promises';
import type { Item } from '../../src/value/attribute-value.ts';
import { isObject } from '../../src/value/json.ts';
import { HarnessError } from '../host/harness-error.ts';
import {
  addressText,
  deleteBatch,
  type ItemAddress,
  maximumBatchRead,
  maximumBatchWrite,
  readBatch,
} from './batches.ts';
import { createTableInput } from './create-table-input.ts';
import { gather } from './gather.ts';
import { readItem } from './read-item.ts';
import type { TableClient } from './store.ts';
import { StoreRejection } from './store-rejection.ts';
import { malformedReply } from './store-reply.ts';
import type { StoreWire } from './store-wire.ts';

const tableDeadlineMs = 10_000;
const pollMs = 5;

export function openTableClient(wire: StoreWire, tablePrefix: string): TableClient {
  if (!/^[a-zA-Z0-9_.-]{3,}$/.test(tablePrefix)) {
    throw new HarnessError(
      'table-prefix-invalid',
      `${JSON.stringify(tablePrefix)} cannot be the table prefix of a run`,
      {
        hint: 'Use at least three of the characters a-z A-Z 0-9 _ . - so that no table of anybody else starts with it.',
      },
    );
  }
  const requireOurs = (operation: string, tableName: string) => {
    if (tableName.startsWith(tablePrefix)) return;
    throw new HarnessError(
      'table-not-ours',
      `${operation} was not sent: table ${tableName} does not belong to this run`,
      {
        hint: `Tables of this run start with ${tablePrefix}.`,
      },
    );
  };
  // Half of all requests of a run, and each costs more than what it asks for.
  const read = gather<ItemAddress, Item | undefined>({
    limit: maximumBatchRead,
    idOf: addressText,
    askMany: (addresses) => readBatch(wire, addresses),
    askOne: async ({ tableName, key }) => {
      const reply = await wire.send('GetItem', { TableName: tableName, Key: key, ConsistentRead: true });
      return reply['Item'] === undefined ? undefined : readItem(reply['Item'], `GetItem on table ${tableName}`);
    },
  });
  const remove = gather<ItemAddress, undefined>({
    limit: maximumBatchWrite,
    idOf: addressText,
    askMany: (addresses) => deleteBatch(wire, addresses),
    askOne: async ({ tableName, key }) => {
      await wire.send('DeleteItem', { TableName: tableName, Key: key });
      return undefined;
    },
  });

  return {
    async createTable(definition) {
      requireOurs('CreateTable', definition.tableName);
      await wire.send('CreateTable', createTableInput(definition));
      await waitForStatus(wire, definition.tableName, 'ACTIVE');
    },
    async deleteTable(tableName) {
      requireOurs('DeleteTable', tableName);
      await wire.send('DeleteTable', { TableName: tableName });
      await waitForStatus(wire, tableName, 'gone');
    },
    async listTables() {
      const names: string[] = [];
      for (let last: unknown; ; ) {
        const reply = await wire.send('ListTables', last === undefined ? {} : { ExclusiveStartTableName: last });
        names.push(...readNames(reply['TableNames']));
        last = reply['LastEvaluatedTableName'];
        if (last === undefined || last === null) return names;
      }
    },
    async putItem(tableName, item) {
      requireOurs('PutItem', tableName);
      await wire.send('PutItem', { TableName: tableName, Item: item });
    },
    getItem: (tableName, key) => read({ tableName, key }),
    async deleteItem(tableName, key) {
      requireOurs('DeleteItem', tableName);
      await remove({ tableName, key });
    },
  };
}

async function waitForStatus(wire: StoreWire, tableName: string, wanted: 'ACTIVE' | 'gone'): Promise<void> {
  const deadline = performance.now() + tableDeadlineMs;
  for (;;) {
    const status = await tableStatus(wire, tableName);
    if (status === wanted) return;
    if (performance.now() > deadline) {
      throw new HarnessError(
        'store-timeout',
        `Table ${tableName} was still ${status} and not ${wanted} after ${tableDeadlineMs} ms`,
      );
    }
    await sleep(pollMs);
  }
}

/** The least ready of the table and its global indexes, or `gone`. */
async function tableStatus(wire: StoreWire, tableName: string): Promise<string> {
  try {
    const { Table: table } = await wire.send('DescribeTable', { TableName: tableName });
    if (!isObject(table) || typeof table['TableStatus'] !== 'string') {
      throw malformedReply('DescribeTable', `table ${tableName} has no TableStatus`);
    }
    const indexes = Array.isArray(table['GlobalSecondaryIndexes']) ? table['GlobalSecondaryIndexes'] : [];
    const waiting = indexes.find((index) => isObject(index) && index['IndexStatus'] !== 'ACTIVE');
    return waiting === undefined ? table['TableStatus'] : String(waiting['IndexStatus']);
  } catch (error) {
    if (error instanceof StoreRejection && error.exception === 'ResourceNotFoundException') return 'gone';
    throw error;
  }
}

function readNames(value: unknown): string[] {
  if (Array.isArray(value) && value.every((name) => typeof name === 'string')) return value;
  throw malformedReply('ListTables', 'TableNames is not a list of names');
}
