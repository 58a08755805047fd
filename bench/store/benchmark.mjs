// How many puts and gets a second the raw client of a run makes, compared with the AWS SDK and with the least there is.
// All of them speak to the same store, which works on the other core: when all are alike, the store is what they wait for.
import assert from 'node:assert/strict';
import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { tableDefinition, tableNames } from '../../dist/harness/engine/tables.js';
import { startEmbeddedStore } from '../../dist/harness/stores/embedded.js';
import { model, referenceItem } from '../codec/itemproof.mjs';
import { recordsOf } from '../codec/records.mjs';
import { race } from '../measure.mjs';
import { openMinimalClient } from './minimal-client.mjs';

/** As many as a run has under way. */
const concurrency = 24;
const tablePrefix = 'itemproof-bench-';

export async function benchmarkStore(options) {
  const results = [];
  for (const engine of ['dynoxide', 'dynalite']) results.push(...(await benchmarkEngine(engine, options)));
  return results;
}

async function benchmarkEngine(engine, { rounds, roundMs, onProgress }) {
  const store = await startEmbeddedStore({ tablePrefix, engine });
  try {
    const [table] = model.tables;
    const tableName = tableNames(model, tablePrefix)[table.name];
    await store.tables.createTable(tableDefinition(table, tableName));
    const items = recordsOf('bucket').map((record) => referenceItem('bucket', record));
    const clients = openClients(store);
    for (const client of clients) await check(client, tableName, items);
    const results = [];
    for (const operation of ['put', 'get']) {
      onProgress(`store: ${operation} in ${engine}, ${concurrency} at once`);
      const figures = await race(
        clients.map((client) => ({
          name: client.name,
          run: () => forEach(items, (item) => client[operation](tableName, operation === 'put' ? item : keyOf(item))),
        })),
        { rounds, roundMs },
      );
      const title = `${operation} in ${engine} ${store.info.version}, ${concurrency} at once, 9 indexes`;
      results.push({ title, unit: 'operations/s', figures });
    }
    for (const { close } of clients) close();
    return results;
  } finally {
    await store.stop();
  }
}

function openClients({ tables, connection }) {
  const { endpoint, region, accessKeyId, secretAccessKey } = connection;
  const sdk = new DynamoDBClient({
    endpoint,
    region,
    credentials: { accessKeyId, secretAccessKey },
    requestHandler: { httpAgent: { keepAlive: true, maxSockets: concurrency } },
  });
  return [
    { name: "the run's TableClient", put: tables.putItem, get: tables.getItem, close: () => {} },
    {
      name: 'AWS SDK client',
      put: (TableName, Item) => sdk.send(new PutItemCommand({ TableName, Item })),
      get: async (TableName, Key) =>
        (await sdk.send(new GetItemCommand({ TableName, Key, ConsistentRead: true }))).Item,
      close: () => sdk.destroy(),
    },
    { name: 'minimal node:http', ...openMinimalClient(connection, concurrency) },
  ];
}

async function check(client, tableName, items) {
  for (const item of items.slice(0, 8)) {
    await client.put(tableName, item);
    assert.deepEqual(await client.get(tableName, keyOf(item)), item, `${client.name}: the item`);
  }
}

/** Does it for every item, many at once; answers for how many. */
async function forEach(items, operate) {
  let next = 0;
  const worker = async () => {
    while (next < items.length) await operate(items[next++]);
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  return items.length;
}

function keyOf({ PK, SK }) {
  return { PK, SK };
}
