import type { RecordJson } from '../../../../kits/typescript/index.ts';
import type { Field, MutableRecord } from '../fields/field.ts';
import type { IndexKey, KeyAttributes } from '../keys/index-key.ts';
import type { KeyParts } from '../keys/key-text.ts';
import type { DocumentItem } from '../store/document-translation.ts';
import { InvalidValue } from '../values/invalid-value.ts';

export type Fields<T> = { readonly [Property in keyof T]-?: Field<T[Property]> };

export interface RecordDefinition<T> {
  readonly name: string;
  readonly fields: Fields<T>;
  readonly indexes: { readonly primary: IndexKey<T>; readonly [index: string]: IndexKey<T> };
  /** Rules that concern more than one property. */
  readonly check?: (value: T) => void;
}

/** A kind of item in the table: from records to the application's type `T` to items, and back. */
export interface RecordType<T> {
  readonly name: string;
  fromRecord(record: RecordJson): T;
  toRecord(value: T): RecordJson;
  /** Takes an item as the document client returns it. */
  fromItem(item: DocumentItem): T;
  /** The item to put, with the attributes of its keys. */
  toItem(value: T): DocumentItem;
  /** The keys of an item, by index. */
  keys(value: T): { readonly [index: string]: KeyAttributes };
  /** The components in the key of an index, as in a record. */
  parseKey(index: string, key: DocumentItem): RecordJson;
  /** The primary key with these components. */
  primaryKey(components: RecordJson): KeyAttributes;
}

export function defineRecordType<T extends object>(definition: RecordDefinition<T>): RecordType<T> {
  const { indexes, check } = definition;
  const { primary } = indexes;
  const fields = new Map(Object.entries<Field<unknown>>(definition.fields));
  const members = new Set([...fields.values()].flatMap((field) => field.members));
  // Each field yields what Fields<T> says about its property, so that together they make up a T.
  const assemble = (propertyOf: (field: Field<unknown>, property: string) => unknown): T => {
    const value = Object.fromEntries(
      [...fields].map(([property, field]) => [property, propertyOf(field, property)]),
    ) as T;
    check?.(value);
    return value;
  };
  const partsToRecord = (parts: KeyParts): RecordJson => {
    const record: MutableRecord = {};
    for (const [property, part] of Object.entries(parts)) fields.get(property)?.toRecord(part, record);
    return record;
  };

  return {
    name: definition.name,
    fromRecord(record) {
      refuseUnknown(record, members);
      return assemble((field) => field.fromRecord(record));
    },
    toRecord(value) {
      const record: MutableRecord = {};
      for (const [property, field] of fields) field.toRecord(value[property as keyof T], record);
      return record;
    },
    fromItem(item) {
      const parts = primary.parse(item);
      const value = assemble((field, property) => (field.inKeyOnly === true ? parts[property] : field.fromItem(item)));
      for (const [attribute, text] of Object.entries(primary.build(value) ?? {})) {
        if (text !== item[attribute]) throw new InvalidValue(attribute, `must be ${text}, as the other attributes say`);
      }
      return value;
    },
    toItem(value) {
      const item: DocumentItem = {};
      for (const key of Object.values(keysOf(indexes, value))) Object.assign(item, key);
      for (const [property, field] of fields) field.toItem(value[property as keyof T], item);
      return item;
    },
    keys: (value) => keysOf(indexes, value),
    parseKey(index, key) {
      const indexKey = Object.hasOwn(indexes, index) ? indexes[index] : undefined;
      if (indexKey === undefined) throw new InvalidValue(definition.name, `has no index ${index}`);
      refuseUnknown(key, new Set(indexKey.attributes));
      return partsToRecord(indexKey.parse(key));
    },
    primaryKey(components) {
      const wanted = [...fields].filter(([property]) => primary.properties.has(property));
      refuseUnknown(components, new Set(wanted.flatMap(([, field]) => field.members)));
      const parts = Object.fromEntries(wanted.map(([property, field]) => [property, field.fromRecord(components)]));
      return primary.build(parts as T) ?? {};
    },
  };
}

function keysOf<T>(
  indexes: { readonly [index: string]: IndexKey<T> },
  value: T,
): { readonly [index: string]: KeyAttributes } {
  const keys: { [index: string]: KeyAttributes } = {};
  for (const [name, index] of Object.entries(indexes)) {
    const key = index.build(value);
    if (key !== undefined) keys[name] = key;
  }
  return keys;
}

function refuseUnknown(object: object, known: ReadonlySet<string>): void {
  for (const name of Object.keys(object)) {
    if (!known.has(name)) throw new InvalidValue(name, 'is not known here');
  }
}
