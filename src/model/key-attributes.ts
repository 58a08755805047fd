import type { KeyAttribute, RecordType, TableKey } from './model.ts';

/** The attributes that a key of a table consists of, the partition key first. */
export function keyAttributes(key: Pick<TableKey, 'partitionKeys' | 'sortKeys'>): readonly KeyAttribute[] {
  return [...key.partitionKeys, ...key.sortKeys];
}

/** The names of the attributes that a key of a table consists of. */
export function keyAttributeNames(key: TableKey): readonly string[] {
  return keyAttributes(key).map((attribute) => attribute.name);
}

/** Names that no member of a family may have: those of attributes, of what is computed and of every key of the table. */
export function fixedNames(recordType: RecordType): readonly string[] {
  return [
    ...recordType.attributes.map((attribute) => attribute.name),
    ...recordType.computed.map((attribute) => attribute.name),
    ...recordType.table.keys.flatMap(keyAttributeNames),
  ];
}
