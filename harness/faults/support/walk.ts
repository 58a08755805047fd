import { keyAttributeNames } from '../../../src/model/key-attributes.ts';
import type { RecordType, ValueType } from '../../../src/model/model.ts';
import { type AttributeValue, type Item, tagsOf } from '../../../src/value/attribute-value.ts';
import { isObject, setProperty } from '../../../src/value/json.ts';
import { variantOf, variantOfStored } from './variants.ts';

/** What becomes of a value of a type; `undefined` to leave it out. `name` is that of the attribute or member it is in. */
export type ChangeOf<Value> = (value: Value, type: ValueType, name: string) => Value | undefined;

type Target<Value> = { [name: string]: Value };

/** Changes the values of an item, the innermost first. Keys that are built, and unknown attributes, stay as they are. */
export function changeItem(recordType: RecordType, item: Item, change: ChangeOf<AttributeValue>): Item {
  const types = new Map(recordType.attributes.map((each) => [each.name, each.type]));
  const built = new Set(recordType.table.keys.flatMap(keyAttributeNames));
  const typeOf = (name: string): ValueType | undefined => {
    const type = types.get(name);
    if (type !== undefined || built.has(name) || recordType.computed.some((each) => each.name === name)) return type;
    return recordType.families.find((each) => name.startsWith(each.prefix) && name.endsWith(each.suffix))?.type;
  };
  return mapMembers(item, (value, name) => {
    const type = typeOf(name);
    return type === undefined ? value : changeStored(value, type, name, change);
  });
}

function changeStored(
  value: AttributeValue,
  type: ValueType,
  name: string,
  change: ChangeOf<AttributeValue>,
): AttributeValue | undefined {
  const { L, M } = tagsOf(value);
  if (type.kind === 'union') {
    const variant = variantOfStored(type.variants, value);
    return variant === undefined ? change(value, type, name) : changeStored(value, variant, name, change);
  }
  if (type.kind === 'list' && L !== undefined)
    return change({ L: L.flatMap((each) => changeStored(each, type.items.type, name, change) ?? []) }, type, name);
  if (type.kind === 'map' && M !== undefined)
    return change({ M: mapMembers(M, (each, key) => changeStored(each, type.values.type, key, change)) }, type, name);
  if (type.kind === 'struct' && M !== undefined) {
    const types = new Map(type.members.map((each) => [each.name, each.type]));
    const members = mapMembers(M, (each, key) => changeStored(each, types.get(key) ?? { kind: 'any' }, key, change));
    return change({ M: members }, type, name);
  }
  return change(value, type, name);
}

/** Changes the values of a record, the innermost first; the members of families too. */
export function changeRecord<Value>(
  recordType: RecordType,
  record: { readonly [name: string]: Value },
  change: ChangeOf<Value>,
): { readonly [name: string]: Value } {
  const types = new Map([...recordType.components, ...recordType.attributes].map((each) => [each.name, each.type]));
  return mapMembers(record, (value, name) => {
    const type = types.get(name);
    if (type !== undefined) return changeValue(value, type, name, change);
    const family = recordType.families.find((each) => each.name === name);
    if (family === undefined || !isObject(value)) return value;
    return mapMembers(value as Target<Value>, (each, key) => changeValue(each, family.type, key, change)) as Value;
  });
}

function changeValue<Value>(value: Value, type: ValueType, name: string, change: ChangeOf<Value>): Value | undefined {
  if (type.kind === 'union') {
    const variant = variantOf(type.variants, value);
    return variant === undefined ? change(value, type, name) : changeValue(value, variant, name, change);
  }
  if (type.kind === 'list' && Array.isArray(value)) {
    // An item may be NULL, or a list itself; neither may be lost on the way.
    const items = value.map((each: Value) => changeValue(each, type.items.type, name, change));
    return change(items.filter((each) => each !== undefined) as Value, type, name);
  }
  if ((type.kind === 'map' || type.kind === 'struct') && isObject(value)) {
    const typeOf = (key: string): ValueType =>
      type.kind === 'map'
        ? type.values.type
        : (type.members.find((each) => each.name === key)?.type ?? { kind: 'any' });
    const members = mapMembers(value as Target<Value>, (each, key) => changeValue(each, typeOf(key), key, change));
    return change(members as Value, type, name);
  }
  return change(value, type, name);
}

/** An object with its members changed; without those for which there is `undefined`. */
export function mapMembers<Value>(
  object: { readonly [name: string]: Value },
  change: (value: Value, name: string) => Value | undefined,
): { readonly [name: string]: Value } {
  const result: Target<Value> = {};
  for (const [name, value] of Object.entries(object)) {
    const changed = change(value, name);
    if (changed !== undefined) setProperty(result, name, changed);
  }
  return result;
}

/** An attribute value with everything in it changed, whatever its type: for content that has no schema. */
export function changeEverywhere(
  value: AttributeValue,
  change: (value: AttributeValue) => AttributeValue,
): AttributeValue {
  const { L, M } = tagsOf(value);
  if (L !== undefined) return change({ L: L.map((each) => changeEverywhere(each, change)) });
  if (M !== undefined) return change({ M: mapMembers(M, (each) => changeEverywhere(each, change)) });
  return change(value);
}
