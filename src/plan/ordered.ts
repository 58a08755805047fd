import { isObject, type Json, setProperty } from '../value/json.ts';

// Some stores and languages hand maps and sets over in another order each time. Two runs must not differ in that.

/** The same value with the keys of its objects in order. */
export function inKeyOrder(value: Json): Json {
  if (Array.isArray(value)) return value.map(inKeyOrder);
  return isObject(value) ? mapInOrder(value, inKeyOrder) : value;
}

/** The same item with its attributes, the keys of its maps and the members of its sets in order. */
export function itemInOrder(item: { readonly [name: string]: unknown }): { readonly [name: string]: Json } {
  return mapInOrder(item, attributeInOrder);
}

function attributeInOrder(value: Json): Json {
  if (!isObject(value)) return value;
  const { M, L } = value;
  if (isObject(M)) return { M: itemInOrder(M) };
  if (Array.isArray(L)) return { L: L.map(attributeInOrder) };
  const [tag = ''] = Object.keys(value);
  const inner = value[tag];
  return ['SS', 'NS', 'BS'].includes(tag) && Array.isArray(inner) ? { [tag]: [...inner].sort() } : (value as Json);
}

function mapInOrder(
  map: { readonly [key: string]: unknown },
  change: (value: Json) => Json,
): { readonly [key: string]: Json } {
  const ordered: { [key: string]: Json } = {};
  for (const key of Object.keys(map).sort()) setProperty(ordered, key, change(map[key] as Json));
  return ordered;
}
