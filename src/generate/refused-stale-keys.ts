import { isInvertible } from '../model/encoding.ts';
import type { RecordKey, RecordType } from '../model/model.ts';
import type { Item } from '../value/attribute-value.ts';
import { type JsonObject, ownProperty, setProperty } from '../value/json.ts';
import type { ItemVector } from '../vector/vector.ts';
import { type RefusalDraft, subjectOf } from './draft.ts';
import { keyComponents, withComponent } from './keys/components.ts';
import { distinctValues } from './order/distinct-values.ts';

/** How many values of a component are tried until one gives another key. */
const mostTrials = 8;

/**
 * Items that have the primary key of another record, one for each attribute that this key is made of: what a writer leaves
 * that changes the attribute, and the keys of the indexes with it, but puts the item where it was.
 *
 * @param itemOf the item of a record; `undefined` for one that is refused
 */
export function staleKeys(
  recordType: RecordType,
  { record: complete, item: before }: Pick<ItemVector, 'record' | 'item'>,
  itemOf: (record: JsonObject) => Item | undefined,
): readonly RefusalDraft[] {
  const [primary] = recordType.keys;
  if (primary === undefined) return [];
  return keyComponents(recordType, new Set([primary.index.name])).flatMap(({ name, type, places }) => {
    const [attribute = name] = name.split('.');
    if (!recordType.attributes.some((each) => each.name === attribute)) return [];
    // What cannot be read from a key is only seen where the key is built again.
    const hidden = places.find(({ token }) => !token.encodings.every(isInvertible));
    for (const value of distinctValues(type).slice(0, mostTrials)) {
      const changed = itemOf(withComponent(recordType, complete, name, value));
      const stale = changed === undefined ? undefined : withKeyOf(recordType, primary, changed, before);
      if (changed === undefined || stale === undefined) continue;
      return [
        {
          scenario: 'stale-key',
          subject: subjectOf(...(hidden === undefined ? name.split('.') : [hidden.part.attribute.name])),
          slug: `decode-${name}-mismatch`,
          description: `${name}: another value than in the key`,
          hazards: ['key-derived-attribute-stale'],
          op: 'item.decode',
          base: changed as JsonObject,
          item: stale as JsonObject,
        } as const,
      ];
    }
    return [];
  });
}

/** An item under the primary key of another one; `undefined` where both have the same, or all of it are attributes themselves. */
function withKeyOf({ attributes }: RecordType, { parts }: RecordKey, item: Item, other: Item): Item | undefined {
  const stale: { [name: string]: Item[string] } = { ...item };
  let differs = false;
  for (const { attribute } of parts) {
    const value = ownProperty(other, attribute.name);
    if (value === undefined || attributes.some(({ name }) => name === attribute.name)) continue;
    differs ||= JSON.stringify(value) !== JSON.stringify(item[attribute.name]);
    setProperty(stale, attribute.name, value);
  }
  return differs ? stale : undefined;
}
