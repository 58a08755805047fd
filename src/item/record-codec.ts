import { compileRecordKey, isPresent } from '../key/record-key.ts';
import { componentNames } from '../model/key-pattern.ts';
import type { RecordType, ScalarType } from '../model/model.ts';
import { scalarCheck } from '../scalar/scalar-check.ts';
import { Violation } from '../scalar/violation.ts';
import type { AttributeValue, Item } from '../value/attribute-value.ts';
import { isObject, type Json, type JsonObject, setProperty } from '../value/json.ts';
import { checkAttributeValue } from './attribute-value-check.ts';
import { type LeaveOut, parseDefaulted } from './defaulted.ts';
import { compileFamilies } from './family-codec.ts';
import { isSameKey, scalarText } from './key-value.ts';
import { compileMembers } from './members.ts';
import { slotCodec } from './slot-codec.ts';

/** From the name of an index in the schema to the key attributes that an item has for it. */
export type Keys = { readonly [index: string]: Item };

/** What a reader found in an item. */
export type Decoded = {
  readonly record: JsonObject;
  /**
   * Attributes that the item lacks, and whose default stands in the record. Inside a value: a JSON pointer without its
   * first slash, as `address/city`.
   */
  readonly defaulted: readonly string[];
  /** Attributes that the schema does not explain. */
  readonly unknownAttributes: Item;
};

/** What `encode` needs beside the record to bring back an item as it was. */
export type EncodeOptions = { readonly defaulted?: readonly string[]; readonly unknownAttributes?: unknown };

/** Everything that one record type can do. */
export type RecordCodec = {
  readonly recordType: RecordType;
  readonly encode: (record: unknown, options?: EncodeOptions) => Item | Violation;
  readonly decode: (item: unknown) => Decoded | Violation;
  /** The key attributes of every index for which the record gives all or some of them. */
  readonly buildKeys: (record: unknown) => Keys | Violation;
  /** The attributes of the primary key, given exactly its components. */
  readonly primaryKey: (components: unknown) => Item | Violation;
  /** The components of one key, given exactly its attributes. */
  readonly parseKey: (index: string, key: unknown) => ReadonlyMap<string, string> | Violation;
  /** Whether the primary key of an item is one of this type. */
  readonly explains: (item: Item) => Violation | undefined;
};

type Target<Value> = { [name: string]: Value };

/** Compiles a record type into closures: what can be decided about the schema is decided here, once. */
export function compileRecord(recordType: RecordType): RecordCodec {
  const { attributes, components, keys } = recordType;
  const types = new Map([...components, ...attributes].map((each) => [each.name, each.type as ScalarType]));
  const typeOf = (name: string): ScalarType =>
    types.get(name) ?? { kind: 'integer', minimum: null, maximum: null, enum: null, examples: [] };
  const members = compileMembers(attributes, slotCodec);
  const tableKeys = recordType.table.keys.flatMap((key) => [
    key.partitionKey.name,
    ...(key.sortKey === null ? [] : [key.sortKey.name]),
  ]);
  const attributeNames = new Set(attributes.map((attribute) => attribute.name));
  const families = compileFamilies(recordType.families, new Set([...attributeNames, ...tableKeys]));
  const known = new Set([...attributeNames, ...families.names, ...components.map((component) => component.name)]);
  const checks = components.map(({ name, type, at }) => ({ name, at, check: scalarCheck(type) }));
  const keyComponents = [
    ...new Set(keys.flatMap((key) => key.parts.flatMap((part) => componentNames(part.pattern)))),
  ].map((name) => ({ name, isAttribute: attributeNames.has(name) }));
  const namesInKeys = keyComponents.map(({ name }) => name);
  const keyCodecs = keys.map((key) => compileRecordKey(key, typeOf, namesInKeys));
  const ownKeyAttributes = new Set(keyCodecs.flatMap((codec) => codec.attributes));
  const explained = new Set([...attributeNames, ...ownKeyAttributes]);
  const [primary, ...indexes] = keyCodecs;
  const primaryComponents = keys[0]?.parts.flatMap((part) => componentNames(part.pattern)) ?? [];
  if (primary === undefined) throw new TypeError(`the record type ${recordType.name} has no primary key`);

  return {
    recordType,
    encode,
    decode,
    buildKeys,
    primaryKey,
    parseKey,
    explains: (item) => primary.parse(item, new Map()),
  };

  function encode(record: unknown, options?: EncodeOptions): Item | Violation {
    if (!isObject(record)) return new Violation('type', record, 'a record, as an object');
    const leaveOut = options?.defaulted === undefined ? undefined : parseDefaulted(options.defaulted, recordType);
    return leaveOut instanceof Violation ? leaveOut : encodeObject(record, leaveOut, options?.unknownAttributes);
  }

  function encodeObject(
    record: { readonly [name: string]: unknown },
    leaveOut: LeaveOut | undefined,
    unknownAttributes: unknown,
  ): Item | Violation {
    const item: Target<AttributeValue> = {};
    return (
      checkNames(record) ??
      checkComponents(record) ??
      reserveKeys(item) ??
      members.write(record, item, leaveOut) ??
      families.write(record, item, leaveOut) ??
      writeKeys(record, item, item) ??
      (unknownAttributes === undefined ? undefined : writeUnknown(unknownAttributes, item)) ??
      item
    );
  }

  /** Puts the keys that every item has in front, which is where people look for them. */
  function reserveKeys(item: Target<AttributeValue>): undefined {
    for (const { key, attributes: names } of keyCodecs) {
      if (key.when === null) for (const name of names) if (!attributeNames.has(name)) item[name] = placeholder;
    }
  }

  function checkNames(record: { readonly [name: string]: unknown }): Violation | undefined {
    for (const name of Object.keys(record)) {
      if (!known.has(name))
        return new Violation('unknown', record[name], `no member "${name}" in a ${recordType.name}`).within(
          name,
          recordType.at,
        );
    }
    return undefined;
  }

  function checkComponents(record: { readonly [name: string]: unknown }): Violation | undefined {
    for (const { name, check, at } of checks) {
      const value = Object.hasOwn(record, name) ? record[name] : undefined;
      if (value === undefined)
        return new Violation('required', undefined, 'a value, because it is part of the key').within(name, at);
      const violation = typeof value === 'string' ? check(value) : new Violation('type', value, 'text');
      if (violation !== undefined) return violation.within(name, at);
    }
    return undefined;
  }

  function writeKeys(
    record: { readonly [name: string]: unknown },
    item: Item,
    target: Target<AttributeValue>,
  ): Violation | undefined {
    // A component that is no attribute comes from the record: a member of a family may have its name in the item.
    const texts = keyComponents.map(
      ({ name, isAttribute }) => (isAttribute ? scalarText(item[name]) : undefined) ?? String(record[name]),
    );
    for (const codec of keyCodecs) {
      if (codec.key.when !== null && !isPresent(item[codec.key.when])) continue;
      // A key attribute that is an attribute itself was written as one, or left out as one.
      const own = codec.attributes.some((name) => attributeNames.has(name));
      const built: Target<AttributeValue> = own ? {} : target;
      const violation = codec.build(texts, built);
      if (violation !== undefined) return violation;
      if (own)
        for (const name of codec.attributes) if (!attributeNames.has(name)) target[name] = built[name] ?? placeholder;
    }
    return undefined;
  }

  function writeUnknown(unknown: unknown, item: Target<AttributeValue>): Violation | undefined {
    if (!isObject(unknown))
      return new Violation('type', unknown, 'an object of DynamoDB JSON').within('unknown_attributes');
    for (const name of Object.keys(unknown)) {
      const checked =
        recordType.unknownAttributes === 'reject'
          ? new Violation('unknown', unknown[name], `no attribute "${name}" in a ${recordType.name}`)
          : Object.hasOwn(item, name) ||
              attributeNames.has(name) ||
              ownKeyAttributes.has(name) ||
              families.explains(name)
            ? new Violation('unknown', unknown[name], 'an attribute that the schema does not explain')
            : checkAttributeValue(unknown[name]);
      if (checked instanceof Violation) return checked.within(name).within('unknown_attributes');
      setProperty(item, name, checked);
    }
    return undefined;
  }

  function decode(item: unknown): Decoded | Violation {
    if (!isObject(item)) return new Violation('type', item, 'an item, as an object');
    const stored = item as Item;
    const parsed = new Map<string, string>();
    const record: Target<Json> = {};
    const defaulted: string[] = [];
    const violation = primary?.parse(stored, parsed);
    if (violation !== undefined) return violation;
    for (const component of components) {
      const text = parsed.get(component.name);
      if (text !== undefined) record[component.name] = text;
    }
    const broken = members.read(stored, record, defaulted) ?? checkKeyAttributes(parsed, record);
    if (broken !== undefined) return broken;
    const others = Object.keys(stored).filter((name) => !explained.has(name));
    const unexplained = families.read(stored, others, record, defaulted);
    if (unexplained instanceof Violation) return unexplained;
    const unknownAttributes = readUnknown(stored, unexplained);
    if (unknownAttributes instanceof Violation) return unknownAttributes;
    return checkIndexes(stored, record) ?? { record, defaulted, unknownAttributes };
  }

  /** An attribute that is part of the primary key must have the value that the key has. */
  function checkKeyAttributes(parsed: ReadonlyMap<string, string>, record: JsonObject): Violation | undefined {
    for (const name of primaryComponents) {
      const text = parsed.get(name);
      if (text === undefined || record[name] === text) continue;
      return new Violation('key-mismatch', record[name], `"${text}", as in the primary key`).within(
        name,
        attributes.find((each) => each.name === name)?.at,
      );
    }
    return undefined;
  }

  /** The keys of indexes are derived, so an item must have exactly those that its record gives. */
  function checkIndexes(stored: Item, record: JsonObject): Violation | undefined {
    const texts = keyComponents.map(({ name }) => String(record[name]));
    for (const codec of indexes) {
      const wanted =
        codec.key.when === null ||
        isPresent(Object.hasOwn(stored, codec.key.when) ? stored[codec.key.when] : undefined);
      // An attribute that only writers supply may be missing, and then no key follows from the record.
      const applies = wanted && codec.components.every((name) => record[name] !== undefined);
      // Most keys are right, and can be recognised without building what they should be.
      if (applies && codec.surelyBuilt(texts, stored)) continue;
      const derived: Target<AttributeValue> = {};
      const violation = applies ? codec.build(texts, derived) : undefined;
      if (violation !== undefined) return violation;
      for (const name of codec.attributes) {
        if (attributeNames.has(name)) continue;
        const expected = derived[name];
        const found = Object.hasOwn(stored, name) ? stored[name] : undefined;
        if (isSameKey(expected, found)) continue;
        const wanted = expected === undefined ? 'no key for this index' : JSON.stringify(expected);
        return new Violation('index-key', found, wanted).within(name, codec.key.at);
      }
    }
    return undefined;
  }

  function readUnknown(stored: Item, names: readonly string[]): Item | Violation {
    const unknown: Target<AttributeValue> = {};
    for (const name of names) {
      const checked =
        recordType.unknownAttributes === 'reject'
          ? new Violation('unknown', stored[name], `no attribute "${name}" in a ${recordType.name}`)
          : checkAttributeValue(stored[name]);
      if (checked instanceof Violation) return checked.within(name, recordType.at);
      setProperty(unknown, name, checked);
    }
    return unknown;
  }

  function buildKeys(record: unknown): Keys | Violation {
    const item = encode(record);
    if (item instanceof Violation) return item;
    const result: Target<Item> = {};
    for (const codec of keyCodecs) {
      if (codec.key.when !== null && !isPresent(item[codec.key.when])) continue;
      result[codec.key.index.name] = Object.fromEntries(
        codec.attributes.map((name) => [name, item[name] ?? placeholder]),
      );
    }
    return result;
  }

  function primaryKey(components: unknown): Item | Violation {
    if (!isObject(components)) return new Violation('type', components, 'components, as an object');
    const key: Target<AttributeValue> = {};
    const missing = primaryComponents.find((name) => typeof components[name] !== 'string');
    if (missing !== undefined) return new Violation('required', components[missing], 'text').within(missing);
    for (const name of Object.keys(components)) {
      const violation = primaryComponents.includes(name)
        ? scalarCheck(typeOf(name))(String(components[name]))
        : new Violation('unknown', components[name], 'only components of the primary key');
      if (violation !== undefined) return violation.within(name);
    }
    const texts = keyComponents.map(({ name }) => String(components[name]));
    return primary?.build(texts, key) ?? key;
  }

  function parseKey(index: string, key: unknown): ReadonlyMap<string, string> | Violation {
    const codec = keyCodecs.find((each) => each.key.index.name === index);
    if (codec === undefined) {
      const names = keyCodecs.map((each) => each.key.index.name).join(', ');
      return new Violation('key-pattern', index, `one of the keys of a ${recordType.name}: ${names}`).within('index');
    }
    if (!isObject(key)) return new Violation('type', key, 'the attributes of a key, as an object');
    const extra = Object.keys(key).find((name) => !codec.attributes.includes(name));
    if (extra !== undefined)
      return new Violation('unknown', key[extra], `only ${codec.attributes.join(' and ')}`).within(extra, codec.key.at);
    const parsed = new Map<string, string>();
    return codec.parse(key as Item, parsed) ?? parsed;
  }
}

/** Stands in for a key until its components are known; every one of them is replaced before an item leaves `encode`. */
const placeholder: AttributeValue = { NULL: true };
