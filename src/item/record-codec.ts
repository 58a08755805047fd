import { parsedNames } from '../key/parse.ts';
import { typeOfComponent } from '../model/component-types.ts';
import { isOptional } from '../model/encoding.ts';
import { fixedNames } from '../model/key-attributes.ts';
import { componentsOf } from '../model/key-pattern.ts';
import type { RecordType, ScalarType } from '../model/model.ts';
import { scalarCheck } from '../scalar/scalar-check.ts';
import { Violation } from '../scalar/violation.ts';
import type { AttributeValue, Item } from '../value/attribute-value.ts';
import { isObject, type Json, type JsonObject, ownProperty, setProperty } from '../value/json.ts';
import { checkAttributeValue } from './attribute-value-check.ts';
import { type LeaveOut, parseDefaulted } from './defaulted.ts';
import { compileDerived, namesOfItem } from './derived.ts';
import { compileFamilies, type Explained } from './family-codec.ts';
import { compileKeyAttributes } from './key-attributes.ts';
import { type Keys, keysOfItem } from './keys-of-item.ts';
import { compileMembers } from './members.ts';
import { compilePlaces, type Placed } from './places.ts';
import { compileRules } from './rules.ts';
import { compileSizeCheck } from './size-check.ts';
import { slotCodec } from './slot-codec.ts';

/** What a reader found in an item. */
export type Decoded = {
  readonly record: JsonObject;
  /**
   * Attributes that the item lacks, and whose default stands in the record or would be written. Inside a value: a JSON
   * pointer without its first slash, as `address/city`.
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
  /** @param opened what `recognise` has answered for the item, if it was asked already */
  readonly decode: (item: unknown, opened?: Opened) => Decoded | Violation;
  /** The key attributes of every index for which the record gives all or some of them. */
  readonly buildKeys: (record: unknown) => Keys | Violation;
  /** The attributes of the primary key, given exactly its components. */
  readonly primaryKey: (components: unknown) => Item | Violation;
  /** The components of one key, given exactly its attributes. */
  readonly parseKey: (index: string, key: unknown) => ReadonlyMap<string, string> | Violation;
  /** An item whose primary key and discriminator are those of this type; `undefined` for any other. */
  readonly recognise: (item: Item) => Opened | undefined;
  /** Whether an item has a primary key of this type, whatever its discriminator is. */
  readonly hasKey: (item: Item) => boolean;
};

/** An item whose values are at their places, and the components that its primary key tells. */
export type Opened = { readonly placed: Placed<Explained | 'ambiguous' | undefined>; readonly parsed: Texts };

type Texts = (string | undefined)[];

type Target<Value> = { [name: string]: Value };

/** Compiles a record type into closures: what can be decided about the schema is decided here, once. */
export function compileRecord(recordType: RecordType): RecordCodec {
  const { attributes, components } = recordType;
  const members = compileMembers(attributes, slotCodec);
  const attributeNames = new Set(attributes.map((attribute) => attribute.name));
  const names = namesOfItem(recordType);
  const places = new Map(names.map((name, place) => [name, place]));
  const placeOf = (name: string): number => places.get(name) ?? -1;
  const derived = compileDerived(recordType, placeOf);
  const families = compileFamilies(recordType.families, new Set(fixedNames(recordType)));
  const known = new Set([...attributeNames, ...families.names, ...components.map((component) => component.name)]);
  const place = compilePlaces(names, families.explain);
  const nothingParsed = derived.parsed.map(() => undefined);
  const told = components.map(({ name }) => ({ name, slot: derived.parsed.indexOf(name) }));
  const checks = components.map(({ name, type, at }) => ({ name, at, check: scalarCheck(type) }));
  const checkSize = compileSizeCheck(recordType);
  const checkRules = compileRules(recordType.rules);
  const primaryTokens = recordType.keys[0]?.parts.flatMap((part) => componentsOf(part.pattern)) ?? [];
  const primaryNames = new Set(primaryTokens.map((token) => token.name));
  const checkKeyAttributes = compileKeyAttributes(
    attributes.filter(({ name }) => primaryNames.has(name) && !name.includes('.')),
    derived.parsed,
    placeOf,
  );

  return {
    recordType,
    encode,
    decode,
    buildKeys,
    primaryKey,
    parseKey,
    recognise,
    hasKey: (item) => !(open(item) instanceof Violation),
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
      derived.reserve(item) ??
      members.write(record, item, leaveOut) ??
      families.write(record, item, leaveOut) ??
      checkWritten(record, item) ??
      derived.write(record, item) ??
      (unknownAttributes === undefined ? undefined : writeUnknown(unknownAttributes, item)) ??
      checkSize(item) ??
      item
    );
  }

  /** Rules look at what a reader will find: at the record with its defaults. */
  function checkWritten(record: { readonly [name: string]: unknown }, item: Item): Violation | undefined {
    if (checkRules === undefined) return undefined;
    const found: Target<Json> = {};
    const read = members.read(place(item).values, found, []);
    return read instanceof Violation ? read : checkRules({ ...record, ...found } as JsonObject);
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

  function writeUnknown(unknown: unknown, item: Target<AttributeValue>): Violation | undefined {
    if (!isObject(unknown))
      return new Violation('type', unknown, 'an object of DynamoDB JSON').within('unknown_attributes');
    for (const name of Object.keys(unknown)) {
      const checked =
        recordType.unknownAttributes === 'reject'
          ? new Violation('unknown', unknown[name], `no attribute "${name}" in a ${recordType.name}`)
          : Object.hasOwn(item, name) ||
              attributeNames.has(name) ||
              derived.names.has(name) ||
              families.explain(name) !== undefined
            ? new Violation('unknown', unknown[name], 'an attribute that the schema does not explain')
            : checkUnknown(name, unknown[name]);
      if (checked instanceof Violation) return checked.within(name).within('unknown_attributes');
      setProperty(item, name, checked);
    }
    return undefined;
  }

  function open(item: Item): Opened | Violation {
    const placed = place(item);
    const parsed = nothingParsed.slice();
    return derived.primary.parse(placed.values, parsed) ?? { placed, parsed };
  }

  function recognise(item: Item): Opened | undefined {
    const opened = open(item);
    return opened instanceof Violation || derived.discriminates(opened.placed.values) !== undefined
      ? undefined
      : opened;
  }

  function decode(item: unknown, known?: Opened): Decoded | Violation {
    if (!isObject(item)) return new Violation('type', item, 'an item, as an object');
    const opened = known ?? open(item as Item);
    if (opened instanceof Violation) return opened;
    const { placed, parsed } = opened;
    const { values } = placed;
    const record: Target<Json> = {};
    const defaulted: string[] = [];
    const violation = derived.readComponents(values, parsed);
    if (violation !== undefined) return violation;
    for (const { name, slot } of told) {
      const text = parsed[slot];
      if (text !== undefined) setProperty(record, name, text);
    }
    const found = members.read(values, record, defaulted);
    if (found instanceof Violation) return found;
    const mismatch = checkKeyAttributes(parsed, found);
    if (mismatch !== undefined) return mismatch;
    const unexplained = families.read(placed.others, record, defaulted);
    if (unexplained instanceof Violation) return unexplained;
    const unknownAttributes = readUnknown(item as Item, unexplained);
    if (unknownAttributes instanceof Violation) return unknownAttributes;
    return derived.check({ values, found, parsed }) ?? checkRules?.(record) ?? { record, defaulted, unknownAttributes };
  }

  function readUnknown(stored: Item, names: readonly string[]): Item | Violation {
    const unknown: Target<AttributeValue> = {};
    for (const name of names) {
      const checked =
        recordType.unknownAttributes === 'reject'
          ? new Violation('unknown', stored[name], `no attribute "${name}" in a ${recordType.name}`)
          : checkUnknown(name, stored[name]);
      if (checked instanceof Violation) return checked.within(name, recordType.at);
      setProperty(unknown, name, checked);
    }
    return unknown;
  }

  function buildKeys(record: unknown): Keys | Violation {
    const item = encode(record);
    return item instanceof Violation ? item : keysOfItem(recordType, item);
  }

  function primaryKey(components: unknown): Item | Violation {
    if (!isObject(components)) return new Violation('type', components, 'components, as an object');
    const missing = primaryTokens.find(
      (token) => !isOptional(token) && typeof ownProperty(components, token.name) !== 'string',
    )?.name;
    if (missing !== undefined)
      return new Violation('required', ownProperty(components, missing), 'text').within(missing);
    for (const name of Object.keys(components)) {
      const type = primaryNames.has(name) ? (typeOfComponent(recordType, name) as ScalarType | undefined) : undefined;
      const violation =
        type === undefined
          ? new Violation('unknown', components[name], 'only components of the primary key')
          : scalarCheck(type)(String(components[name]));
      if (violation !== undefined) return violation.within(name);
    }
    return derived.buildPrimary((name) => (Object.hasOwn(components, name) ? String(components[name]) : undefined));
  }

  function parseKey(index: string, key: unknown): ReadonlyMap<string, string> | Violation {
    const codec = derived.keys.find((each) => each.index === index);
    if (codec === undefined) {
      const names = derived.keys.map((each) => each.index).join(', ');
      return new Violation('key-pattern', index, `one of the keys of a ${recordType.name}: ${names}`).within('index');
    }
    if (!isObject(key)) return new Violation('type', key, 'the attributes of a key, as an object');
    const recordKey = recordType.keys.find((each) => each.index.name === index);
    const extra = Object.keys(key).find((name) => !codec.attributes.includes(name));
    if (extra !== undefined)
      return new Violation('unknown', key[extra], `only ${codec.attributes.join(' and ')}`).within(
        extra,
        recordKey?.at,
      );
    const parsed: Texts = nothingParsed.slice();
    const violation = codec.parse(place(key as Item).values, parsed);
    if (violation !== undefined) return violation;
    const found = new Map<string, string>();
    for (const name of recordKey?.parts.flatMap(parsedNames) ?? []) {
      const text = parsed[derived.parsed.indexOf(name)];
      if (text !== undefined) found.set(name, text);
    }
    return found;
  }
}

/** DynamoDB has attributes of any name but an empty one. */
function checkUnknown(name: string, value: unknown): AttributeValue | Violation {
  return name === ''
    ? new Violation('unknown', value, 'the name of an attribute, which is not empty')
    : checkAttributeValue(value);
}
