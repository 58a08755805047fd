import type { Codec } from '../item/codec.ts';
import { compareSortKeys } from '../key/sort-order.ts';
import { keyAttributeNames } from '../model/key-attributes.ts';
import type { RecordType, TableKey } from '../model/model.ts';
import type { Item } from '../value/attribute-value.ts';
import { firstDifference } from '../value/difference.ts';
import type { Json } from '../value/json.ts';
import { describeDifference } from './describe-difference.ts';
import type { OrderVector } from './vector.ts';

/** What is wrong with an order vector: which part of it, and how. */
export type OrderProblem = { readonly path: readonly string[]; readonly message: string };

/**
 * The first thing that an order vector says and the codec does not: a record that is refused, a key, a partition, or the
 * order of two entries.
 */
export function findOrderProblem(
  codec: Codec,
  recordType: RecordType,
  { index: name, entries }: Pick<OrderVector, 'index' | 'entries'>,
): OrderProblem | undefined {
  const index = recordType.keys.find((each) => each.index.name === name)?.index;
  if (index === undefined) {
    const names = recordType.keys.map((each) => each.index.name).join(', ');
    return { path: ['index'], message: `${recordType.name} is in no index "${name}", but in ${names}` };
  }
  const partitions: Item[] = [];
  for (const [place, { record, key }] of entries.entries()) {
    const built = codec.buildKeys(recordType.name, record);
    if (!built.ok)
      return {
        path: ['entries', String(place), 'record'],
        message: `the schema refuses the record of entry ${place + 1}: ${built.error.message}`,
      };
    const difference = firstDifference(key as Json, built.value[name] as Json | undefined, [
      'entries',
      String(place),
      'key',
    ]);
    if (difference !== undefined) return { path: difference.path, message: describeDifference(difference) };
    partitions.push(partitionOf(index, { ...built.value['primary'], ...key }));
  }
  return misplaced(index, entries, partitions);
}

function misplaced(
  index: TableKey,
  entries: OrderVector['entries'],
  partitions: readonly Item[],
): OrderProblem | undefined {
  for (const [place, { key }] of entries.entries()) {
    const before = entries[place - 1];
    if (before === undefined) continue;
    const path = ['entries', String(place)];
    if (firstDifference(partitions[place - 1] as Json, partitions[place] as Json) !== undefined)
      return { path, message: `entry ${place + 1} is in another partition of ${index.name} than the one before it` };
    const order = compareSortKeys(index, before.key, key);
    if (order > 0) return { path, message: `${index.name} has entry ${place + 1} before entry ${place}` };
    if (order === 0) return { path, message: `entries ${place} and ${place + 1} have one sort key, so no order` };
  }
  return undefined;
}

/** The values that say in which partition of an index an item is; for a local index they are those of the primary key. */
export function partitionOf(index: TableKey, attributes: Item): Item {
  const names = keyAttributeNames({ ...index, sortKeys: [] });
  return Object.fromEntries(
    names.flatMap((name) => (attributes[name] === undefined ? [] : [[name, attributes[name]]])),
  );
}
