import canonicalize from 'canonicalize';
import type { Item } from '../../src/value/attribute-value.ts';

/**
 * Items that were just looked at in the store, and that nobody writes meanwhile. The reference codec reads through the
 * very client that looks at them: it would make the same request again, for the same answer.
 */
export type ItemsInSight = {
  readonly add: (table: string, key: Item, item: Item) => void;
  readonly remove: (table: string, key: Item) => void;
  readonly find: (table: string, key: Item) => Item | undefined;
};

export function itemsInSight(): ItemsInSight {
  const items = new Map<string, Item>();
  const nameOf = (table: string, key: Item): string => `${table} ${canonicalize(key)}`;
  return {
    add: (table, key, item) => items.set(nameOf(table, key), item),
    remove: (table, key) => items.delete(nameOf(table, key)),
    find: (table, key) => items.get(nameOf(table, key)),
  };
}
