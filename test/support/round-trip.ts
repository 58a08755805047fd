import type { Attribute, RecordType, Slot, ValueType } from '../../src/model/model.ts';
import { isObject, type Json, type JsonObject, ownProperty, setProperty } from '../../src/value/json.ts';

/**
 * What a reader must return for the item that a writer makes of a record, worked out from `docs/protocol.md` alone: defaults are
 * filled in, and what has no text in an item is gone.
 */
export function readBack(recordType: RecordType, record: JsonObject): JsonObject {
  const result: { [name: string]: Json } = {};
  const attributes = new Set(recordType.attributes.map((attribute) => attribute.name));
  for (const [name, value] of Object.entries(record)) if (!attributes.has(name)) setProperty(result, name, value);
  for (const [name, value] of Object.entries(readBackMembers(recordType.attributes, record)))
    setProperty(result, name, value);
  for (const family of recordType.families) {
    const members = ownProperty(result, family.name);
    if (isObject(members))
      setProperty(
        result,
        family.name,
        mapObject(members as JsonObject, (each) => readBackValue(family, each)),
      );
  }
  return result;
}

/** The attributes of a record that its item has, and its components: those from which keys are built. */
export function asWritten(recordType: RecordType, record: JsonObject): JsonObject {
  const result: { [name: string]: Json } = {};
  for (const { name } of recordType.components) setProperty(result, name, record[name] ?? null);
  for (const attribute of recordType.attributes) {
    const value = writtenValue(attribute, record, recordType.attributes);
    if (value !== undefined) setProperty(result, attribute.name, value);
  }
  return result;
}

function readBackMembers(attributes: readonly Attribute[], record: JsonObject): JsonObject {
  const result: { [name: string]: Json } = {};
  for (const attribute of attributes) {
    const written = writtenValue(attribute, record, attributes);
    const read =
      written === undefined && attribute.defaultOn !== 'write' && attribute.presentWhen === null
        ? attribute.default
        : written;
    if (read !== undefined) setProperty(result, attribute.name, readBackValue(attribute, read));
  }
  return result;
}

function writtenValue(attribute: Attribute, record: JsonObject, all: readonly Attribute[]): Json | undefined {
  const { name, type, defaultFrom, defaultOn, defaultWhenEmpty } = attribute;
  let value = ownProperty(record, name);
  if (value === '' && defaultWhenEmpty) value = undefined;
  if (value === undefined && defaultOn !== 'read') {
    const source = all.find((each) => each.name === defaultFrom);
    value = source === undefined ? attribute.default : writtenValue(source, record, all);
  }
  // DynamoDB has no empty set.
  return 'emptySet' in type && Array.isArray(value) && value.length === 0 ? undefined : value;
}

function readBackValue({ type }: Slot, value: Json): Json {
  if (Array.isArray(value)) {
    const items = type.kind === 'union' ? type.variants.find((each) => each.kind === 'list') : type;
    return items?.kind === 'list' ? value.map((each: Json) => readBackValue(items.items, each)) : value;
  }
  if (!isObject(value)) return value;
  const object = value as JsonObject;
  if (type.kind === 'struct') return readBackMembers(type.members, object);
  if (type.kind === 'map') return mapObject(object, (each) => readBackValue(type.values, each));
  if (type.kind !== 'union') return value;
  const [only, second] = type.variants.filter((each) => isMapOf(each, object));
  if (only === undefined || second !== undefined) throw new TypeError('a value of a union is of one variant');
  return readBackValue({ type: only, nullable: false }, value);
}

/** Whether a map can be a value of this variant of a union: its constants, which no default stands in for, say so. */
function isMapOf(type: ValueType, object: JsonObject): boolean {
  if (type.kind !== 'struct') return type.kind === 'map' || type.kind === 'document';
  const constants = type.members.filter(
    (member) =>
      member.required &&
      !member.nullable &&
      member.default === undefined &&
      member.type.kind === 'string' &&
      member.type.enum?.length === 1,
  );
  return constants.every(({ name, type: only }) => only.kind === 'string' && object[name] === only.enum?.[0]);
}

function mapObject(object: JsonObject, change: (value: Json) => Json): JsonObject {
  const result: { [name: string]: Json } = {};
  for (const [name, value] of Object.entries(object)) setProperty(result, name, change(value));
  return result;
}
