import type { Codec, Refusal, Result } from '../../../src/item/codec.ts';
import type { Decoded } from '../../../src/item/record-codec.ts';
import type { KeyPart, RecordType } from '../../../src/model/model.ts';
import type { Rule } from '../../../src/scalar/violation.ts';
import { type AttributeValue, type Item, tagsOf } from '../../../src/value/attribute-value.ts';
import { isObject, type Json, type JsonObject } from '../../../src/value/json.ts';
import { type ChangeOf, changeItem, changeRecord, mapMembers } from './walk.ts';

/** A record type by its name; `undefined` when there is none, and then the healthy codec refuses. */
export function recordTypeOf({ model }: Codec, name: string | undefined): RecordType | undefined {
  return model.recordTypes.find((each) => each.name === name);
}

/** Does something to every item that is written. */
export function writingItems(
  codec: Codec,
  change: (item: Item, recordType: RecordType, record: JsonObject) => Item,
): Codec {
  return {
    ...codec,
    encode: (name, record, options) => {
      const encoded = codec.encode(name, record, options);
      const recordType = recordTypeOf(codec, name);
      if (!encoded.ok || recordType === undefined || !isObject(record)) return encoded;
      return { ok: true, value: change(encoded.value, recordType, record as JsonObject) };
    },
  };
}

/** Does something to every value that is written, knowing its type. */
export function writingValues(codec: Codec, change: ChangeOf<AttributeValue>): Codec {
  return writingItems(codec, (item, recordType) => changeItem(recordType, item, change));
}

/** Does something to the text of every key attribute that is built, in items and where keys are asked for. */
export function buildingKeys(codec: Codec, change: (text: string, part: KeyPart) => string): Codec {
  const changeKeys = (recordType: RecordType, attributes: Item): Item => {
    const parts = new Map(recordType.keys.flatMap((key) => key.parts.map((part) => [part.attribute.name, part])));
    return mapMembers(attributes, (value, name) => {
      const part = parts.get(name);
      const { S } = tagsOf(value);
      return part === undefined || S === undefined ? value : { S: change(S, part) };
    });
  };
  return {
    ...writingItems(codec, (item, recordType) => changeKeys(recordType, item)),
    buildKeys: (name, record) => {
      const built = codec.buildKeys(name, record);
      const recordType = recordTypeOf(codec, name);
      if (!built.ok || recordType === undefined) return built;
      const entries = Object.entries(built.value).map(([index, key]) => [index, changeKeys(recordType, key)]);
      return { ok: true, value: Object.fromEntries(entries) };
    },
  };
}

/** Does something to every record before it is written, whether or not it is valid: what a lenient writer takes. */
export function takingRecords(codec: Codec, change: (record: JsonObject, recordType: RecordType) => JsonObject): Codec {
  const taken = (name: string, record: unknown): unknown => {
    const recordType = recordTypeOf(codec, name);
    return recordType === undefined || !isObject(record) ? record : change(record as JsonObject, recordType);
  };
  return {
    ...codec,
    encode: (name, record, options) => codec.encode(name, taken(name, record), options),
    buildKeys: (name, record) => codec.buildKeys(name, taken(name, record)),
  };
}

/** The same for every value, knowing its type. */
export function takingValues(codec: Codec, change: ChangeOf<Json>): Codec {
  return takingRecords(codec, (record, recordType) => changeRecord<Json>(recordType, record, change));
}

/** Does something to every item before it is read: what a lenient reader takes. */
export function takingItems(codec: Codec, change: (item: Item, recordType: RecordType) => Item): Codec {
  return {
    ...codec,
    decode: (item, name) => {
      const recordType = recordTypeOf(codec, name);
      return codec.decode(recordType === undefined || !isObject(item) ? item : change(item as Item, recordType), name);
    },
  };
}

/** The same for every value, knowing its type. */
export function takingStored(codec: Codec, change: ChangeOf<AttributeValue>): Codec {
  return takingItems(codec, (item, recordType) => changeItem(recordType, item, change));
}

/** Does something to every record that was read. */
export function readingRecords(
  codec: Codec,
  change: (record: JsonObject, recordType: RecordType, decoded: Decoded) => JsonObject,
): Codec {
  return {
    ...codec,
    decode: (item, name) => {
      const decoded = codec.decode(item, name);
      const recordType = decoded.ok ? recordTypeOf(codec, decoded.value.recordType) : undefined;
      if (!decoded.ok || recordType === undefined) return decoded;
      const record = change(decoded.value.record, recordType, decoded.value);
      return { ok: true, value: { ...decoded.value, record } };
    },
  };
}

/** The same for every value, knowing its type. */
export function readingValues(codec: Codec, change: ChangeOf<Json>): Codec {
  return readingRecords(codec, (record, recordType) => changeRecord<Json>(recordType, record, change));
}

/** Refuses what a check of its own objects to, before anything else is looked at. */
export function refusingValues(
  codec: Codec,
  objects: (value: Json, name: string, recordType: RecordType) => boolean,
): Codec {
  const refusal = (name: string, record: unknown): Refusal | undefined => {
    const recordType = recordTypeOf(codec, name);
    if (recordType === undefined || !isObject(record)) return undefined;
    const member = Object.keys(record).find((each) => objects(record[each] as Json, each, recordType));
    if (member === undefined) return undefined;
    return {
      class: 'invalid-record',
      rule: 'max-length',
      path: `/${member}`,
      message: `${member} is refused`,
      value: record[member],
      expected: 'something else',
      at: recordType.at,
    };
  };
  const guard = <Value>(name: string, record: unknown, otherwise: () => Result<Value>): Result<Value> => {
    const error = refusal(name, record);
    return error === undefined ? otherwise() : { ok: false, error };
  };
  return {
    ...codec,
    encode: (name, record, options) => guard(name, record, () => codec.encode(name, record, options)),
    buildKeys: (name, record) => guard(name, record, () => codec.buildKeys(name, record)),
  };
}

/**
 * Tries again where the healthy codec refuses: what is right stays as it is, and more is accepted.
 *
 * @param rules those that are forgiven; without them, all
 */
export function tryingAlso(codec: Codec, lenient: Codec, ...rules: readonly Rule[]): Codec {
  const forgives = ({ rule }: Refusal): boolean => rules.length === 0 || rules.includes(rule);
  const also = <Args extends readonly unknown[], Value>(
    first: (...args: Args) => Result<Value>,
    second: (...args: Args) => Result<Value>,
  ): ((...args: Args) => Result<Value>) =>
    first === second
      ? first
      : (...args) => {
          const result = first(...args);
          const other = result.ok || !forgives(result.error) ? result : second(...args);
          return other.ok ? other : result;
        };
  return {
    ...codec,
    encode: also(codec.encode, lenient.encode),
    buildKeys: also(codec.buildKeys, lenient.buildKeys),
    decode: also(codec.decode, lenient.decode),
    parseKey: also(codec.parseKey, lenient.parseKey),
  };
}
