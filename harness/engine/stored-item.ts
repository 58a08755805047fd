import { itemInOrder } from '../../src/plan/ordered.ts';
import type { Item } from '../../src/value/attribute-value.ts';
import type { TableClient } from '../stores/store.ts';

/** What the store holds under a key, in an order in which the same item is the same text. */
export async function storedItem(tables: TableClient, table: string, key: Item): Promise<Item | undefined> {
  const found = await tables.getItem(table, key);
  return found === undefined ? undefined : (itemInOrder(found) as Item);
}
