import type { RecordJson } from '../../../../kits/typescript/index.ts';
import type { DocumentItem } from '../store/document-translation.ts';
import { InvalidValue } from '../values/invalid-value.ts';
import type { ValueCodec } from '../values/value-codec.ts';

/** A record under construction. */
export type MutableRecord = { [member: string]: RecordJson[string] };

/** A property of a record type: which members of a record and attributes of an item it is, and how. */
export interface Field<T> {
  /** The members of a record that belong to it. */
  readonly members: readonly string[];
  /** The attributes whose names are fixed. */
  readonly attributes: readonly string[];
  /** Whether it exists in the key alone; then it is neither written to nor read from an attribute. */
  readonly inKeyOnly?: boolean;
  fromRecord(record: RecordJson): T;
  toRecord(value: T, record: MutableRecord): void;
  fromItem(item: DocumentItem): T;
  toItem(value: T, item: DocumentItem): void;
}

interface FieldRules<T> {
  readonly name: string;
  readonly codec: ValueCodec<T>;
  /** What a missing member of a record, or a missing attribute of an item, stands for. */
  missingInRecord(record: RecordJson): T;
  missingInItem(): T;
}

function single<T>({ name, codec, missingInRecord, missingInItem }: FieldRules<T>): Field<T> {
  return {
    members: [name],
    attributes: [name],
    fromRecord: (record) =>
      Object.hasOwn(record, name) ? codec.fromRecord(record[name], name) : missingInRecord(record),
    toRecord(value, record) {
      record[name] = codec.toRecord(value);
    },
    fromItem: (item) => (Object.hasOwn(item, name) ? codec.fromAttribute(item[name], name) : missingInItem()),
    toItem(value, item) {
      item[name] = codec.toAttribute(value);
    },
  };
}

/** Must be there. */
export function required<T>(name: string, codec: ValueCodec<T>): Field<T> {
  return single({ name, codec, missingInRecord: () => isMissing(name), missingInItem: () => isMissing(name) });
}

/** Is always written; `value` stands for it where it is missing. */
export function withDefault<T>(name: string, codec: ValueCodec<T>, value: T): Field<T> {
  return single({ name, codec, missingInRecord: () => value, missingInItem: () => value });
}

/** Always there in the table; in a record that lacks it or has it empty, another member stands in. */
export function withFallback<T>(name: string, codec: ValueCodec<T>, fallback: string): Field<T> {
  const field = required(name, codec);
  return {
    ...field,
    fromRecord: (record) =>
      Object.hasOwn(record, name) && record[name] !== ''
        ? field.fromRecord(record)
        : codec.fromRecord(record[fallback], `${name} (from ${fallback})`),
  };
}

/** May be left out. */
export function optional<T>(name: string, codec: ValueCodec<T>): Field<T | undefined> {
  const field = required(name, codec);
  return {
    ...field,
    fromRecord: (record) => (Object.hasOwn(record, name) ? field.fromRecord(record) : undefined),
    toRecord(value, record) {
      if (value !== undefined) field.toRecord(value, record);
    },
    fromItem: (item) => (Object.hasOwn(item, name) ? field.fromItem(item) : undefined),
    toItem(value, item) {
      if (value !== undefined) field.toItem(value, item);
    },
  };
}

/** A part of the key that is no attribute. */
export function keyOnly<T>(name: string, codec: ValueCodec<T>): Field<T> {
  return {
    ...required(name, codec),
    attributes: [],
    inKeyOnly: true,
    fromItem: () => isMissing(name),
    toItem() {},
  };
}

function isMissing(name: string): never {
  throw new InvalidValue(name, 'is missing');
}
