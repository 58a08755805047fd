import type { Item } from '../../src/value/attribute-value.ts';
import { isObject } from '../../src/value/json.ts';
import { alone } from './gather.ts';
import { keyIn, keyText } from './item-key.ts';
import { readItem } from './read-item.ts';
import { StoreRejection } from './store-rejection.ts';
import { malformedReply, type StoreReply } from './store-reply.ts';
import type { StoreWire } from './store-wire.ts';

/** An item of a table, by its primary key. */
export type ItemAddress = { readonly tableName: string; readonly key: Item };

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html */
export const maximumBatchRead = 100;

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchWriteItem.html */
export const maximumBatchWrite = 25;

export function addressText({ tableName, key }: ItemAddress): string {
  return `${tableName} ${keyText(key)}`;
}

/** Consistent reads of different items, in their order. One that the batch does not answer is to be read alone. */
export async function readBatch(
  wire: StoreWire,
  addresses: readonly ItemAddress[],
): Promise<readonly (Item | undefined | typeof alone)[]> {
  const tables = byTable(addresses, ({ key }) => key);
  const requestItems = Object.fromEntries(
    [...tables].map(([tableName, Keys]) => [tableName, { Keys, ConsistentRead: true }]),
  );
  const reply = await unlessRefused(wire, 'BatchGetItem', { RequestItems: requestItems });
  if (reply === undefined) return addresses.map(() => alone);
  const complete = isEmptyObject(reply['UnprocessedKeys']);
  const found = foundItems(reply['Responses'], addresses);
  return addresses.map((address) => found.get(addressText(address)) ?? (complete ? undefined : alone));
}

/** Deletes different items. Deleting twice is deleting once, so what the batch leaves is all to be deleted alone. */
export async function deleteBatch(
  wire: StoreWire,
  addresses: readonly ItemAddress[],
): Promise<readonly (undefined | typeof alone)[]> {
  const tables = byTable(addresses, ({ key }) => ({ DeleteRequest: { Key: key } }));
  const reply = await unlessRefused(wire, 'BatchWriteItem', { RequestItems: Object.fromEntries(tables) });
  const complete = reply !== undefined && isEmptyObject(reply['UnprocessedItems']);
  return addresses.map(() => (complete ? undefined : alone));
}

/** A batch is refused for one of its members. Which one it is, their own requests say. */
async function unlessRefused(wire: StoreWire, operation: string, body: object): Promise<StoreReply | undefined> {
  try {
    return await wire.send(operation, body);
  } catch (error) {
    if (error instanceof StoreRejection) return undefined;
    throw error;
  }
}

function byTable<Entry>(
  addresses: readonly ItemAddress[],
  entryOf: (address: ItemAddress) => Entry,
): ReadonlyMap<string, readonly Entry[]> {
  const tables = new Map<string, Entry[]>();
  for (const address of addresses) {
    const entries = tables.get(address.tableName) ?? [];
    entries.push(entryOf(address));
    tables.set(address.tableName, entries);
  }
  return tables;
}

/** Items of a reply by their addresses. They come in any order, and one that nobody asked for makes no sense. */
function foundItems(responses: unknown, addresses: readonly ItemAddress[]): ReadonlyMap<string, Item> {
  const operation = 'BatchGetItem';
  if (!isObject(responses)) throw malformedReply(operation, 'Responses is not an object');
  const asked = new Set(addresses.map(addressText));
  const found = new Map<string, Item>();
  for (const [tableName, items] of Object.entries(responses)) {
    const key = addresses.find((each) => each.tableName === tableName)?.key;
    if (key === undefined || !Array.isArray(items)) {
      throw malformedReply(operation, `Responses[${JSON.stringify(tableName)}] was not asked for, or is not a list`);
    }
    for (const each of items) {
      const item = readItem(each, `${operation} on table ${tableName}`);
      const text = addressText({ tableName, key: keyIn(item, key) });
      if (!asked.has(text)) throw malformedReply(operation, `an item of table ${tableName} was not asked for`);
      found.set(text, item);
    }
  }
  return found;
}

function isEmptyObject(value: unknown): boolean {
  return value === undefined || (isObject(value) && Object.keys(value).length === 0);
}
