import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RunningStore } from '../../harness/stores/store.ts';
import { itemBytes, maximumItemBytes } from '../../src/item/size.ts';
import type { AttributeValue, Item } from '../../src/value/attribute-value.ts';
import { type Engine, engines, startEngine, startTimeoutMs } from './support/engines.ts';

const prefix = 'item-size-test-';
const tableName = `${prefix}all`;
const running = new Map<Engine, RunningStore>();

beforeAll(async () => {
  await Promise.all(
    engines.map(async (engine) => {
      const store = await startEngine(engine, prefix);
      running.set(engine, store);
      const PK = { name: 'PK', type: 'S' as const };
      await store.tables.createTable({
        tableName,
        billingMode: 'PAY_PER_REQUEST',
        partitionKeys: [PK],
        sortKeys: [],
        globalSecondaryIndexes: [],
        localSecondaryIndexes: [],
      });
    }),
  );
}, startTimeoutMs);

afterAll(async () => {
  for (const store of running.values()) await store.stop();
});

const values: readonly (readonly [string, AttributeValue])[] = [
  ['zero', { N: '0' }],
  ['a digit', { N: '7' }],
  ['a negative digit', { N: '-1' }],
  ['two digits', { N: '12' }],
  ['three digits', { N: '123' }],
  ['zeros at the end', { N: '1000' }],
  ['a zero inside', { N: '1010' }],
  ['38 digits', { N: '1'.repeat(38) }],
  ['a fraction', { N: '1.5' }],
  ['zeros before a fraction', { N: '0.005' }],
  ['zeros on both sides of the point', { N: '100.05' }],
  ['text of several bytes', { S: 'é\u{1F600}' }],
  ['bytes', { B: 'AAEC' }],
  ['a boolean', { BOOL: false }],
  ['NULL', { NULL: true }],
  ['an empty map', { M: {} }],
  ['an empty list', { L: [] }],
  ['a map of maps', { M: { a: { M: { b: { N: '5' } } }, é: { S: '' } } }],
  ['a list of lists', { L: [{ L: [{ BOOL: true }] }, { S: 'x' }] }],
  ['a set of text', { SS: ['a', 'bc'] }],
  ['a set of numbers', { NS: ['1', '-2'] }],
  ['a set of bytes', { BS: ['AA==', 'AAE='] }],
];

/** An item that holds the value, and as much text as makes it that large. */
function itemOf(value: AttributeValue, bytes: number): Item {
  const bare = { PK: { S: 'k' }, v: value, pad: { S: '' } };
  return { ...bare, pad: { S: 'x'.repeat(bytes - itemBytes(bare)) } };
}

/** dynalite counts characters where DynamoDB counts bytes. */
function miscounts(engine: Engine, value: AttributeValue): boolean {
  return engine === 'dynalite' && /[^ -~]/.test(JSON.stringify(value));
}

const cases = engines.flatMap((engine) => values.map(([what, value]) => [engine, what, value] as const));

it.each(cases.filter(([engine, , value]) => !miscounts(engine, value)))(
  '%s takes an item of 400 KB with %s in it, and none that is larger',
  async (engine, _what, value) => {
    const tables = running.get(engine)?.tables;
    await tables?.putItem(tableName, itemOf(value, maximumItemBytes));
    await expect(tables?.putItem(tableName, itemOf(value, maximumItemBytes + 1))).rejects.toThrow(/[Ss]ize/);
  },
);

it.each(cases.filter(([engine, , value]) => miscounts(engine, value)))(
  '%s takes an item that is too large with %s in it',
  async (engine, _what, value) => {
    const tables = running.get(engine)?.tables;
    await expect(tables?.putItem(tableName, itemOf(value, maximumItemBytes + 1))).resolves.not.toThrow();
  },
);
