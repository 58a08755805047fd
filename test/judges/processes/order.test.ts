import { afterAll, beforeAll, expect, it } from 'vitest';
import { generateVectors } from '../../../src/generate/vectors.ts';
import { compileCodec } from '../../../src/item/codec.ts';
import type { TableKey } from '../../../src/model/model.ts';
import { tagsOf } from '../../../src/value/attribute-value.ts';
import { type Engine, engines, startTimeoutMs } from '../../stores/support/engines.ts';
import { codecOf, readText } from '../../support/codec.ts';
import { unexcused, type Verdict } from '../support/exceptions.ts';
import { type JudgedOrder, objectionTo, ordersOf } from '../support/orders.ts';
import { judgingStores, type StoredTable, tableOf, tablesOf } from '../support/stores.ts';
import { committedSuites } from '../support/suites.ts';

// Real stores return the items of every order vector in the order in which the vector has them.

const prefix = 'order-test-';

/** Keys that no shipped contract has: local indexes, and bytes and numbers in all places. */
const otherKeys = codecOf(`
format: 1
name: other-keys
version: 1.0.0
table:
  name: parcels
  keys:
    primary: { partition_key: { name: route, type: N }, sort_key: { name: label, type: B } }
    by_weight: { index_name: by-weight, kind: lsi, sort_key: { name: weight, type: N }, projection: KEYS_ONLY }
    by_seal: { index_name: by-seal, kind: lsi, sort_key: { name: seal, type: B } }
    by_note: { index_name: by-note, kind: lsi, sort_key: note }
    by_place: { index_name: by-place, partition_key: { name: seal, type: B }, sort_key: { name: weight, type: N } }
record_types:
  parcel:
    indexes: { by_weight: {}, by_seal: {}, by_note: {}, by_place: {} }
    attributes:
      route: { type: integer, minimum: -5, maximum: 5, required: true }
      label: { type: binary, min_length: 1, max_length: 8, required: true }
      weight: { type: decimal, minimum: -1000, maximum: 1000, required: true }
      seal: { type: binary, min_length: 1, max_length: 8, required: true }
      note: { type: string, max_length: 20, required: true }
`);
const everyType = codecOf(readText('test/support/every-type.yaml'));

const orders: readonly JudgedOrder[] = [
  ...committedSuites.flatMap(({ model, files }) => ordersOf(compileCodec(model), files)),
  ...[otherKeys, everyType].flatMap((codec) => ordersOf(codec, generateVectors(codec))),
];
const tables = tablesOf(
  [...committedSuites, otherKeys, everyType].map(({ model }) => model),
  prefix,
);
const stores = judgingStores(tables, prefix);

beforeAll(stores.start, startTimeoutMs);
afterAll(stores.stop);

it.each(engines)('%s returns the entries of every order in their order', async (engine) => {
  // No store has one otherwise than DynamoDB.
  expect(unexcused(await judge(engine, orders), [])).toEqual([]);
});

it('looks at tables, global and local indexes, and at sort keys of all three types', () => {
  const kinds = orders.map((order) => `${indexOf(order).kind} ${indexOf(order).sortKeys.map(({ type }) => type)}`);
  expect([...new Set(kinds)].sort()).toEqual([
    ...['gsi N', 'gsi S', 'lsi B', 'lsi N', 'lsi S'],
    ...['primary B', 'primary N', 'primary S'],
  ]);
});

it.each(engines)('an order that %s does not have is found: backwards, or as text is sorted', async (engine) => {
  const backwards = orders.slice(0, 1).map((order) => ({ ...order, items: order.items.toReversed() }));
  const wrong = [...backwards, ...['S', 'N', 'B'].flatMap((type) => asText(type).slice(0, 1))];
  expect(wrong.length).toBe(4);
  expect((await judge(engine, wrong)).map(({ objection }) => objection)).toEqual(
    wrong.map(() => expect.stringMatching(/^entry \d+ is \{.*\} instead of \{/)),
  );
});

it('an item of the partition that an order lacks is found', async () => {
  const order = orders.find(({ items }) => items.length > 2);
  const [stray, ...items] = order?.items ?? [];
  if (order === undefined || stray === undefined) throw new TypeError('no order');
  const { store } = stores.of('dynoxide');
  await store.tables.putItem(placeOf(order).tableName, stray);
  const [verdict] = await judge('dynoxide', [{ ...order, items }]);
  expect(verdict?.objection).toBe(`${items.length + 1} items instead of ${items.length}`);
  // All of its items are taken away, this one too.
  expect(await judge('dynoxide', [order])).toMatchObject([{ objection: undefined }]);
});

/** Orders of sort keys of a type, as JavaScript sorts their texts: where that is another order. */
function asText(type: string): readonly JudgedOrder[] {
  return orders.flatMap((order) => {
    const [key] = indexOf(order).sortKeys;
    if (key?.type !== type) return [];
    const textOf = (item: JudgedOrder['items'][number]): string => {
      const { S, N, B } = tagsOf(item[key.name] ?? { S: '' });
      return S ?? N ?? B ?? '';
    };
    const items = order.items.toSorted((left, right) => (textOf(left) < textOf(right) ? -1 : 1));
    return items.every((item, at) => item === order.items[at]) ? [] : [{ ...order, items }];
  });
}

/** Asks a store for each order: those of one table one after the other, since they share partitions. */
async function judge(engine: Engine, judged: readonly JudgedOrder[]): Promise<readonly Verdict<JudgedOrder>[]> {
  const tableNames = new Set(judged.map((order) => placeOf(order).tableName));
  const verdicts = [...tableNames].map(async (tableName) => {
    const verdicts: Verdict<JudgedOrder>[] = [];
    for (const order of judged.filter((each) => placeOf(each).tableName === tableName)) {
      const objection = await objectionTo(order, placeOf(order), stores.of(engine));
      verdicts.push({ of: order, id: `${order.suite} ${order.id}`, objection });
    }
    return verdicts;
  });
  return (await Promise.all(verdicts)).flat();
}

function indexOf(order: JudgedOrder): TableKey {
  const index = placeOf(order).table.keys.find(({ name }) => name === order.index);
  if (index === undefined) throw new TypeError(`${order.id}: no index ${order.index}`);
  return index;
}

function placeOf({ suite, recordType }: JudgedOrder): StoredTable {
  return tableOf(tables, suite, recordType);
}
