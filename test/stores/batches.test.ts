import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { RunningStore, TableClient } from '../../harness/stores/store.ts';
import { openWire } from '../../harness/stores/store-wire.ts';
import { openTableClient } from '../../harness/stores/table-client.ts';
import type { TableDefinition } from '../../harness/stores/table-definition.ts';
import type { Item } from '../../src/value/attribute-value.ts';
import { type Engine, engines, startEngine, startTimeoutMs } from './support/engines.ts';
import { startFakeStore } from './support/fake-store.ts';

const prefix = 'batches-test-';
const running = new Map<Engine, RunningStore>();
const open: { close(): void }[] = [];

beforeAll(async () => {
  await Promise.all(
    engines.map(async (engine) => {
      const store = await startEngine(engine, prefix);
      running.set(engine, store);
      await Promise.all([store.tables.createTable(definition('a')), store.tables.createTable(definition('b'))]);
    }),
  );
}, startTimeoutMs);

afterAll(async () => {
  for (const store of running.values()) await store.stop();
});

afterEach(() => {
  for (const each of open.splice(0)) each.close();
});

function definition(name: string): TableDefinition {
  return {
    tableName: `${prefix}${name}`,
    billingMode: 'PAY_PER_REQUEST',
    partitionKeys: [{ name: 'pk', type: 'S' }],
    sortKeys: [{ name: 'sk', type: 'N' }],
    globalSecondaryIndexes: [],
    localSecondaryIndexes: [],
  };
}

async function clientOf(handlers: Parameters<typeof startFakeStore>[0]): Promise<TableClient> {
  const server = await startFakeStore(handlers);
  const wire = openWire(server.connection);
  open.push(wire, server);
  return openTableClient(wire, prefix);
}

const itemOf = (number: number): Item => ({
  pk: { S: `ünï-${number % 7}` },
  sk: { N: String(number) },
  payload: { M: { constructor: { S: 'x' }, nothing: { NULL: true }, large: { N: `9${number}.5` } } },
});
const keyOf = ({ pk, sk }: Item): Item => ({ pk, sk }) as Item;
const numbers = Array.from({ length: 130 }, (_, index) => index);

for (const engine of engines) {
  it(`${engine} reads many items at once as it reads each, and deletes no other ones`, async () => {
    const { tables } = running.get(engine) as RunningStore;
    const [a, b] = [`${prefix}a`, `${prefix}b`];
    await Promise.all(numbers.map((number) => tables.putItem(number % 2 === 0 ? a : b, itemOf(number))));
    const readAll = (table: string) =>
      Promise.all(numbers.map((number) => tables.getItem(table, keyOf(itemOf(number)))));
    const together = await readAll(a);
    for (const number of [0, 1, 2, 129])
      expect(together[number]).toEqual(await tables.getItem(a, keyOf(itemOf(number))));
    expect(together).toEqual(numbers.map((number) => (number % 2 === 0 ? itemOf(number) : undefined)));
    await Promise.all(
      numbers.filter((number) => number % 4 === 0).map((number) => tables.deleteItem(a, keyOf(itemOf(number)))),
    );
    expect(await readAll(a)).toEqual(numbers.map((number) => (number % 4 === 2 ? itemOf(number) : undefined)));
    expect(await readAll(b)).toEqual(numbers.map((number) => (number % 2 === 1 ? itemOf(number) : undefined)));
  });

  it(`${engine} finds a number in a key however it is written`, async () => {
    const { tables } = running.get(engine) as RunningStore;
    const table = `${prefix}a`;
    await Promise.all([5000, 5001].map((number) => tables.putItem(table, itemOf(number))));
    const asked = ['5.0e3', '5001.00'].map((N, index) => ({ pk: itemOf(5000 + index)['pk'], sk: { N } }) as Item);
    expect(await Promise.all(asked.map((key) => tables.getItem(table, key)))).toEqual([itemOf(5000), itemOf(5001)]);
    await Promise.all([...asked, ...asked].map((key) => tables.deleteItem(table, key)));
    expect(await Promise.all(asked.map((key) => tables.getItem(table, key)))).toEqual([undefined, undefined]);
  });

  it(`${engine} refuses a key among others to whoever asked for it, and to nobody else`, async () => {
    const { tables } = running.get(engine) as RunningStore;
    const table = `${prefix}a`;
    await Promise.all([6000, 6001].map((number) => tables.putItem(table, itemOf(number))));
    const wrong: Item = { pk: { S: 'a' }, sk: { S: 'no number' } };
    const refused = { code: 'store-rejection', exception: 'ValidationException' };
    const read = await Promise.allSettled(
      [itemOf(6000), wrong, itemOf(6001)].map((item) => tables.getItem(table, keyOf(item))),
    );
    expect(read).toMatchObject([{ value: itemOf(6000) }, { reason: refused }, { value: itemOf(6001) }]);
    const gone = await Promise.allSettled(
      [itemOf(6000), wrong, itemOf(6001)].map((item) => tables.deleteItem(table, keyOf(item))),
    );
    expect(gone).toMatchObject([{ status: 'fulfilled' }, { reason: refused }, { status: 'fulfilled' }]);
    expect(await tables.getItem(table, keyOf(itemOf(6001)))).toBeUndefined();
  });
}

const table = `${prefix}a`;
const [first, second] = [itemOf(1), itemOf(2)];
const readBoth = (tables: TableClient) =>
  Promise.allSettled([first, second].map((item) => tables.getItem(table, keyOf(item))));

it('asks again for what a store had no time for', async () => {
  const sent: string[] = [];
  const tables = await clientOf({
    BatchGetItem: () => {
      sent.push('BatchGetItem');
      return { Responses: { [table]: [second] }, UnprocessedKeys: { [table]: { Keys: [keyOf(first)] } } };
    },
    GetItem: () => {
      sent.push('GetItem');
      return { Item: first };
    },
    BatchWriteItem: () => {
      sent.push('BatchWriteItem');
      return { UnprocessedItems: { [table]: [{ DeleteRequest: { Key: keyOf(first) } }] } };
    },
    DeleteItem: () => {
      sent.push('DeleteItem');
      return {};
    },
  });
  expect(await readBoth(tables)).toMatchObject([{ value: first }, { value: second }]);
  await Promise.all([first, second].map((item) => tables.deleteItem(table, keyOf(item))));
  expect(sent).toEqual(['BatchGetItem', 'GetItem', 'BatchWriteItem', 'DeleteItem', 'DeleteItem']);
});

it.each([
  [{}, 'Responses is not an object'],
  [{ Responses: { other: [] } }, 'Responses["other"] was not asked for, or is not a list'],
  [{ Responses: { [table]: {} } }, `Responses["${table}"] was not asked for, or is not a list`],
  [{ Responses: { [table]: [itemOf(3)] } }, `an item of table ${table} was not asked for`],
  [{ Responses: { [table]: [{ pk: { S: 1 } }] } }, 'Item["pk"].S holds 1'],
])('a reply that makes no sense is said to whoever asked: %j', async (reply, problem) => {
  const tables = await clientOf({ BatchGetItem: () => reply });
  const malformed = { code: 'store-reply-malformed', message: expect.stringContaining(problem) };
  expect(await readBoth(tables)).toMatchObject([{ reason: malformed }, { reason: malformed }]);
});

it('sends no batch of deletions to a table of somebody else', async () => {
  const sent: string[] = [];
  const tables = await clientOf({
    BatchWriteItem: () => {
      sent.push('BatchWriteItem');
      return {};
    },
  });
  const deleted = await Promise.allSettled([first, second].map((item) => tables.deleteItem('production', keyOf(item))));
  expect(deleted).toMatchObject([first, second].map(() => ({ reason: { code: 'table-not-ours' } })));
  expect(sent).toEqual([]);
});
