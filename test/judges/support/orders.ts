import { readItem } from '../../../harness/stores/read-item.ts';
import { compareItems } from '../../../src/check/compare.ts';
import type { Codec } from '../../../src/item/codec.ts';
import type { KeyAttribute, TableKey } from '../../../src/model/model.ts';
import type { Item } from '../../../src/value/attribute-value.ts';
import type { VectorFile } from '../../../src/vector/vector.ts';
import type { JudgingStore, StoredTable } from './stores.ts';

/** What an order vector says, with the items of its records. */
export type JudgedOrder = {
  readonly suite: string;
  readonly recordType: string;
  readonly id: string;
  readonly index: string;
  /** One for each entry, in the order of the vector. */
  readonly items: readonly Item[];
};

/** The orders among the vectors of a contract; the reference codec makes the items, which order vectors do not have. */
export function ordersOf(codec: Codec, files: readonly VectorFile[]): readonly JudgedOrder[] {
  return files.flatMap((file) =>
    file.kind !== 'order'
      ? []
      : file.vectors.map(({ id, index, entries }) => ({
          suite: file.schema,
          recordType: file.record_type,
          id,
          index,
          items: entries.map(({ record }) => {
            const item = codec.encode(file.record_type, record);
            if (!item.ok) throw new TypeError(`${id}: ${item.error.message}`);
            return item.value;
          }),
        })),
  );
}

/**
 * Puts the items of an order into its table, the last first, queries the partition, and takes them away again.
 *
 * @returns what the store returns instead; `undefined` when it returns all of them in their order, and nothing else
 */
export async function objectionTo(
  order: JudgedOrder,
  { table, tableName }: StoredTable,
  { store, wire }: JudgingStore,
): Promise<string | undefined> {
  const [primary] = table.keys;
  const index = table.keys.find(({ name }) => name === order.index);
  const [first] = order.items;
  if (primary === undefined || index === undefined || first === undefined) throw new TypeError(`${order.id}: no order`);
  const names = new Set([...attributesOf(primary), ...attributesOf(index)].map(({ name }) => name));
  try {
    for (const item of order.items.toReversed()) await store.tables.putItem(tableName, item);
    const reply = await wire.send('Query', queryOf(tableName, index, first));
    if (reply['LastEvaluatedKey'] !== undefined) return 'the query returned a part of the partition';
    if (!Array.isArray(reply['Items'])) return 'the query returned no items';
    const found = reply['Items'].map((item) => pick(readItem(item, `Query on table ${tableName}`), names));
    return differenceOf(
      order.items.map((item) => pick(item, names)),
      found,
    );
  } finally {
    const keys = new Set(attributesOf(primary).map(({ name }) => name));
    for (const item of order.items) await store.tables.deleteItem(tableName, pick(item, keys));
  }
}

/** All of the partition that an item is in. */
function queryOf(tableName: string, index: TableKey, item: Item): object {
  const partition = index.partitionKeys.map(({ name }, at) => ({ name, value: item[name], alias: `p${at}` }));
  return {
    TableName: tableName,
    ...(index.kind === 'primary' ? {} : { IndexName: index.indexName }),
    KeyConditionExpression: partition.map(({ alias }) => `#${alias} = :${alias}`).join(' AND '),
    ExpressionAttributeNames: Object.fromEntries(partition.map(({ name, alias }) => [`#${alias}`, name])),
    ExpressionAttributeValues: Object.fromEntries(partition.map(({ value, alias }) => [`:${alias}`, value])),
    // A global index has no consistent reads.
    ConsistentRead: index.kind !== 'gsi',
  };
}

function differenceOf(expected: readonly Item[], found: readonly Item[]): string | undefined {
  if (found.length !== expected.length) return `${found.length} items instead of ${expected.length}`;
  const at = expected.findIndex((key, position) => !compareItems(key, found[position]).passed);
  return at < 0
    ? undefined
    : `entry ${at + 1} is ${JSON.stringify(found[at])} instead of ${JSON.stringify(expected[at])}`;
}

function attributesOf({ partitionKeys, sortKeys }: TableKey): readonly KeyAttribute[] {
  return [...partitionKeys, ...sortKeys];
}

/** Some attributes of an item; an index may project no more than its keys. */
function pick(item: Item, names: ReadonlySet<string>): Item {
  return Object.fromEntries(Object.entries(item).filter(([name]) => names.has(name)));
}
