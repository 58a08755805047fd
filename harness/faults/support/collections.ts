import type { RecordType } from '../../../src/model/model.ts';
import type { AttributeValue, Item } from '../../../src/value/attribute-value.ts';
import { isObject, type Json, type JsonObject } from '../../../src/value/json.ts';
import { isSet } from './types.ts';
import { mapMembers } from './walk.ts';

/** A value for each set that is empty in a record, and so in no item. */
export function forEmptySets({ attributes }: RecordType, record: JsonObject, value: AttributeValue): Item {
  const empty = attributes.filter(({ name, type }) => {
    const members = record[name];
    return isSet(type) && Array.isArray(members) && members.length === 0;
  });
  return Object.fromEntries(empty.map(({ name }) => [name, value]));
}

/** DynamoDB JSON in which lists have taken the place of sets. */
export function withSetsAsLists(value: Json): Json {
  if (Array.isArray(value)) return value.map((each: Json) => withSetsAsLists(each));
  if (!isObject(value)) return value;
  const members = Object.keys(value).length === 1 ? value['SS'] : undefined;
  if (Array.isArray(members)) return { L: members.map((S: string) => ({ S })) };
  return mapMembers(value as JsonObject, withSetsAsLists);
}

/** DynamoDB JSON whose types have become members, as marshalling it once more makes them. */
export function taggedTwice(value: AttributeValue): AttributeValue {
  const members = Object.entries(value).map(([tag, inner]): [string, AttributeValue] => [
    tag,
    typeof inner === 'string' ? { S: inner } : { S: JSON.stringify(inner) },
  ]);
  return { M: Object.fromEntries(members) };
}
