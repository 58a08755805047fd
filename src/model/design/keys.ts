import { componentNames } from '../key-pattern.ts';
import type { KeyPart, RecordKey, RecordType, TableKey } from '../model.ts';

/** The components of a record type's primary key, each once. */
export function primaryComponents(recordType: RecordType): readonly string[] {
  return componentsOf(primaryOf(recordType)?.parts ?? []);
}

/** The components of some key attributes, each once. */
export function componentsOf(parts: readonly KeyPart[]): readonly string[] {
  return [...new Set(parts.flatMap((part) => componentNames(part.pattern)))];
}

/** How a record type fills its primary key. */
export function primaryOf(recordType: RecordType): RecordKey | undefined {
  return recordType.keys.find(({ index }) => index.kind === 'primary');
}

/** How a record type fills an index, with the partition key of the table where the index shares it. */
export function partsIn(recordType: RecordType, index: string): readonly KeyPart[] | undefined {
  const key = recordType.keys.find((each) => each.index.name === index);
  if (key === undefined || key.index.kind !== 'lsi') return key?.parts;
  return [...(primaryOf(recordType)?.parts.filter(({ place }) => place === 'partition') ?? []), ...key.parts];
}

/** The names of the key attributes of a record type's table. */
export function primaryKeyAttributes(recordType: RecordType): readonly string[] {
  return primaryOf(recordType)?.parts.map(({ attribute }) => attribute.name) ?? [];
}

/** The names of the key attributes of a table's primary key or index. */
export function keyAttributeNames(key: TableKey): readonly string[] {
  return [...key.partitionKeys, ...key.sortKeys].map((each) => each.name);
}

/** Whether items with one partition key are told apart, and can be asked for, by a sort key. */
export function hasSortKey(key: TableKey): boolean {
  return key.sortKeys.length > 0;
}
