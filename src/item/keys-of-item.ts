import type { RecordType } from '../model/model.ts';
import type { AttributeValue, Item } from '../value/attribute-value.ts';
import { ownProperty, setProperty } from '../value/json.ts';

/** From the name of an index in the schema to the key attributes that an item has for it. */
export type Keys = { readonly [index: string]: Item };

/** The keys of an item that its codec has written: of each index that it has all attributes for. */
export function keysOfItem({ keys }: RecordType, item: Item): Keys {
  const found: { [index: string]: Item } = {};
  for (const { index, parts } of keys) {
    const key: { [name: string]: AttributeValue } = {};
    for (const { attribute } of parts) {
      const value = ownProperty(item, attribute.name);
      if (value !== undefined) setProperty(key, attribute.name, value);
    }
    if (Object.keys(key).length === parts.length) setProperty(found, index.name, key);
  }
  return found;
}
