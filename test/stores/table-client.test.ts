import { afterEach, expect, it } from 'vitest';
import { openWire } from '../../harness/stores/store-wire.ts';
import { openTableClient } from '../../harness/stores/table-client.ts';
import { startFakeStore } from './support/fake-store.ts';

const open: { close(): void }[] = [];
afterEach(() => {
  for (const each of open.splice(0)) each.close();
});

async function clientOf(handlers: Parameters<typeof startFakeStore>[0]) {
  const server = await startFakeStore(handlers);
  const wire = openWire(server.connection);
  open.push(wire, server);
  return openTableClient(wire, 'run-1-');
}

const key = { pk: { S: 'a' } };
const table = {
  billingMode: 'PAY_PER_REQUEST',
  partitionKeys: [{ name: 'pk', type: 'S' }],
  sortKeys: [],
  globalSecondaryIndexes: [],
  localSecondaryIndexes: [],
} as const;

it('never sends a write to a table of somebody else', async () => {
  const sent: string[] = [];
  const record = (operation: string) => () => {
    sent.push(operation);
    return {};
  };
  const operations = ['CreateTable', 'DeleteTable', 'PutItem', 'DeleteItem'];
  const tables = await clientOf(Object.fromEntries(operations.map((operation) => [operation, record(operation)])));
  for (const write of [
    tables.createTable({ ...table, tableName: 'production' }),
    tables.deleteTable('production'),
    tables.putItem('production', key),
    tables.deleteItem('production', key),
  ]) {
    await expect(write).rejects.toMatchObject({ code: 'table-not-ours' });
  }
  expect(sent).toEqual([]);
});

it('never sends anything to another machine', () => {
  const connection = { region: 'r', accessKeyId: 'a', secretAccessKey: 's' };
  for (const endpoint of ['http://10.0.0.1:8000', 'http://localhost.example.com', 'http://127.0.0.1.example.com']) {
    expect(() => openWire({ ...connection, endpoint })).toThrow(expect.objectContaining({ code: 'store-not-local' }));
  }
  for (const endpoint of ['https://127.0.0.1', '127.0.0.1:8000', '']) {
    expect(() => openWire({ ...connection, endpoint })).toThrow(
      expect.objectContaining({ code: 'store-endpoint-invalid' }),
    );
  }
  for (const endpoint of ['http://127.9.9.9:1', 'http://[::1]:1', 'http://localhost:1']) {
    openWire({ ...connection, endpoint }).close();
  }
});

it('lists the tables of every page', async () => {
  const tables = await clientOf({
    ListTables: ({ ExclusiveStartTableName: last }) =>
      last === 'b' ? { TableNames: ['c'] } : { TableNames: ['a', 'b'], LastEvaluatedTableName: 'b' },
  });
  expect(await tables.listTables()).toEqual(['a', 'b', 'c']);
});

it('waits until the table and its indexes can be used, and until a deleted one is gone', async () => {
  const states = ['CREATING', 'INDEX', 'ACTIVE', 'DELETING'];
  let described = 0;
  const tables = await clientOf({
    CreateTable: () => ({}),
    DeleteTable: () => ({}),
    DescribeTable: () => {
      const state = states[described++];
      if (state === undefined) return { status: 400, text: '{"__type":"x#ResourceNotFoundException"}' };
      if (state !== 'INDEX') return { Table: { TableStatus: state } };
      return { Table: { TableStatus: 'ACTIVE', GlobalSecondaryIndexes: [{ IndexStatus: 'CREATING' }] } };
    },
  });
  await tables.createTable({ ...table, tableName: 'run-1-a' });
  expect(described).toBe(3);
  await tables.deleteTable('run-1-a');
  expect(described).toBe(5);
});

const malformed: readonly (readonly [unknown, string])[] = [
  [[], 'Item is [], not an object'],
  [{ a: 'x' }, 'Item["a"] is not an attribute value with exactly one type'],
  [{ a: { S: 'x', N: '1' } }, 'Item["a"] is not an attribute value with exactly one type'],
  [{ a: { X: 'x' } }, 'Item["a"] has the unknown type "X"'],
  [{ a: { N: 1 } }, 'Item["a"].N holds 1'],
  [{ a: { B: 'AR==' } }, 'Item["a"].B holds "AR=="'],
  [{ a: { M: { b: { L: [{ NULL: false }] } } } }, 'Item["a"].M["b"].L[0].NULL holds false'],
  [{ a: { NS: ['1', 2] } }, 'Item["a"].NS holds ["1",2]'],
];

for (const [item, problem] of malformed) {
  it(`says where a stored item makes no sense: ${problem}`, async () => {
    const tables = await clientOf({ GetItem: () => ({ Item: item }) });
    await expect(tables.getItem('run-1-a', key)).rejects.toMatchObject({
      code: 'store-reply-malformed',
      message: expect.stringContaining(`GetItem on table run-1-a with something unexpected: ${problem}`),
    });
  });
}

it('says what it got instead of JSON and instead of an error name', async () => {
  const tables = await clientOf({
    ListTables: () => ({ status: 200, text: '<html>' }),
    GetItem: () => ({ status: 500, text: '{"oops":1}' }),
  });
  await expect(tables.listTables()).rejects.toThrow('HTTP 200 with "<html>" instead of a JSON object');
  await expect(tables.getItem('run-1-a', key)).rejects.toThrow('HTTP 500 without an error name: "{\\"oops\\":1}"');
});
