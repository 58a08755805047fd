import type { Attribute, RecordType, Slot } from '../../src/model/model.ts';
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
  return result;
}

function readBackMembers(attributes: readonly Attribute[], record: JsonObject): JsonObject {
  const result: { [name: string]: Json } = {};
  for (const attribute of attributes) {
    const written = writtenValue(attribute, record);
    const read =
      written === undefined && attribute.defaultOn !== 'write' && attribute.presentWhen === null
        ? attribute.default
        : written;
    if (read !== undefined) setProperty(result, attribute.name, readBackValue(attribute, read));
  }
  return result;
}

function writtenValue(attribute: Attribute, record: JsonObject): Json | undefined {
  const { name, type, defaultFrom, defaultOn, defaultWhenEmpty } = attribute;
  let value = ownProperty(record, name);
  if (value === '' && defaultWhenEmpty) value = undefined;
  if (value === undefined && defaultOn !== 'read')
    value = defaultFrom === null ? attribute.default : ownProperty(record, defaultFrom);
  // DynamoDB has no empty set.
  return 'emptySet' in type && Array.isArray(value) && value.length === 0 ? undefined : value;
}

function readBackValue({ type }: Slot, value: Json): Json {
  if (type.kind === 'struct' && isObject(value)) return readBackMembers(type.members, value as JsonObject);
  if (type.kind === 'list' && Array.isArray(value)) return value.map((each: Json) => readBackValue(type.items, each));
  return value;
}
