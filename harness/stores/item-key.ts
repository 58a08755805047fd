import canonicalize from 'canonicalize';
import type { Item } from '../../src/value/attribute-value.ts';
import { normalizeDecimal } from '../../src/value/decimal.ts';

/** The same text for the same key: in any order, and however its numbers are written. */
export function keyText(key: Item): string {
  const parts = Object.entries(key).map(([name, value]) => {
    const number = 'N' in value ? normalizeDecimal(value.N) : undefined;
    return [name, number === undefined ? value : { N: number }] as const;
  });
  return canonicalize(Object.fromEntries(parts)) ?? '';
}

/** The attributes of an item that a key has. */
export function keyIn(item: Item, key: Item): Item {
  return Object.fromEntries(
    Object.keys(key).flatMap((name) => (Object.hasOwn(item, name) ? [[name, item[name]]] : [])),
  ) as Item;
}
