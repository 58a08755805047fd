import { networkInterfaces } from 'node:os';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RunningStore } from '../../harness/stores/store.ts';
import type { TableDefinition } from '../../harness/stores/table-definition.ts';
import type { Item } from '../../src/value/attribute-value.ts';
import { answers, portOf, silentWithin } from './support/answers.ts';
import { type Engine, engines, startEngine, startTimeoutMs } from './support/engines.ts';

const prefix = 'engines-test-';
const running = new Map<Engine, RunningStore>();

beforeAll(async () => {
  await Promise.all(engines.map(async (engine) => running.set(engine, await startEngine(engine, prefix))));
}, startTimeoutMs);

afterAll(async () => {
  for (const store of running.values()) await store.stop();
});

function storeOf(engine: Engine): RunningStore {
  const store = running.get(engine);
  if (store === undefined) throw new Error(`${engine} does not run`);
  return store;
}

/** What the locked versions do. A new version that does more, or less, is to be noticed. */
const known: { readonly [engine in Engine]: readonly string[] } = {
  dynoxide: ['index-key-length', 'key-prefix-case', 'multi-attribute-index-keys', 'list-append'],
  dynalite: [
    'positive-sign',
    'arithmetic-precision',
    'empty-index-key',
    'index-key-length',
    'key-length-bytes',
    'multi-attribute-index-keys',
    'nesting-limit',
    'proto-attribute',
    'document-equality',
    'condition-failure-item',
    'transactions',
    'partiql',
    'time-to-live',
  ],
  'dynamodb-local': ['nested-number-normalisation'],
};

const text = (name: string) => ({ name, type: 'S' as const });

const definition: TableDefinition = {
  tableName: `${prefix}all`,
  billingMode: 'PAY_PER_REQUEST',
  partitionKeys: [text('PK')],
  sortKeys: [{ name: 'SK', type: 'N' }],
  globalSecondaryIndexes: [
    { name: 'by-other', partitionKeys: [text('GPK')], sortKeys: [{ name: 'GSK', type: 'B' }], projection: 'KEYS_ONLY' },
    { name: 'by-kind', partitionKeys: [text('kind')], sortKeys: [], projection: { include: ['title'] } },
  ],
  localSecondaryIndexes: [
    { name: 'by-date', partitionKeys: [text('PK')], sortKeys: [text('date')], projection: 'ALL' },
  ],
};

const key: Item = { PK: { S: 'ünï#1' }, SK: { N: '7' } };

const item: Item = {
  ...key,
  GPK: { S: 'g' },
  GSK: { B: 'AP8=' },
  kind: { S: 'all' },
  date: { S: '2026-01-01' },
  empty: { S: '' },
  number: { N: '-0.00000000000000000000000000000000000001234' },
  large: { N: '99999999999999999999999999999999999999' },
  binary: { B: '+/8=' },
  yes: { BOOL: true },
  no: { BOOL: false },
  nothing: { NULL: true },
  constructor: { M: { deep: { L: [{ S: '😀' }, { M: {} }, { L: [] }] } } },
  strings: { SS: ['a', 'b'] },
  numbers: { NS: ['1', '2.5'] },
  binaries: { BS: ['AA==', 'AQ=='] },
};

for (const engine of engines) {
  it(`${engine} says what it is and what it can do`, () => {
    const { info } = storeOf(engine);
    expect(info).toMatchObject({ engine, lacks: known[engine], notes: [] });
    expect(info.version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(info.capabilities).toContain('number-normalisation');
    expect(info.capabilities.length + info.lacks.length).toBe(19);
  });

  it(`${engine} leaves no table of its probes behind`, async () => {
    expect((await storeOf(engine).tables.listTables()).filter((name) => name.includes('probe'))).toEqual([]);
  });

  it(`${engine} keeps an item of all ten types as it is`, async () => {
    const { tables } = storeOf(engine);
    await tables.createTable(definition);
    expect(await tables.listTables()).toContain(definition.tableName);
    await tables.putItem(definition.tableName, item);
    const found = await tables.getItem(definition.tableName, key);
    expect({ ...found }).toEqual(item);
    await tables.deleteItem(definition.tableName, key);
    expect(await tables.getItem(definition.tableName, key)).toBeUndefined();
    await tables.deleteTable(definition.tableName);
    expect(await tables.listTables()).not.toContain(definition.tableName);
  });

  it(`${engine} reports a refused item by its exception`, async () => {
    const { tables } = storeOf(engine);
    const tableName = `${prefix}refused`;
    await tables.createTable({ ...definition, tableName });
    await expect(tables.putItem(tableName, { ...key, strings: { SS: [] } })).rejects.toMatchObject({
      code: 'store-rejection',
      exception: 'ValidationException',
    });
    await tables.deleteTable(tableName);
  });

  it(`${engine} is reached from this machine only`, async () => {
    const port = portOf(storeOf(engine));
    expect(await answers(port)).toBe(true);
    for (const address of Object.values(networkInterfaces()).flatMap((all) => all ?? [])) {
      if (!address.internal && address.family === 'IPv4') expect(await answers(port, address.address)).toBe(false);
    }
  });
}

for (const engine of engines.filter((name) => !known[name].includes('proto-attribute'))) {
  it(`${engine} keeps attributes named __proto__`, async () => {
    const { tables } = storeOf(engine);
    const tableName = `${prefix}proto`;
    await tables.createTable({ ...definition, tableName });
    const sent: Item = JSON.parse('{"__proto__":{"S":"a"},"map":{"M":{"__proto__":{"N":"1"}}}}');
    await tables.putItem(tableName, { ...key, ...sent });
    const found = await tables.getItem(tableName, key);
    expect(JSON.parse(JSON.stringify(found))).toEqual(JSON.parse(JSON.stringify({ ...key, ...sent })));
    expect(Object.keys(found ?? {})).toContain('__proto__');
    expect(JSON.stringify(found)).toContain('"map":{"M":{"__proto__":{"N":"1"}}}');
    await tables.deleteTable(tableName);
  });
}

// The last of all: nothing can be asked of them afterwards.
for (const engine of engines) {
  it(`${engine} is gone when it is stopped, and that is no death`, async () => {
    const store = storeOf(engine);
    let died = false;
    void store.died.then(() => {
      died = true;
    });
    await store.stop();
    await store.stop();
    await silentWithin(0, portOf(store));
    expect(died).toBe(false);
    await expect(store.tables.listTables()).rejects.toMatchObject({ code: 'store-unreachable' });
  });
}
