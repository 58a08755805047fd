import { typeOfComponent } from '../component-types.ts';
import { componentNames } from '../key-pattern.ts';
import type { KeyPart, RecordKey, RecordType, TableKey } from '../model.ts';
import { valueCountOf } from './value-count.ts';

/** The components of a record type's primary key, each once. */
export function primaryComponents(recordType: RecordType): readonly string[] {
  return componentsOf(primaryOf(recordType)?.parts ?? []);
}

/** Those in which two items can differ: one that has a single value tells nothing apart. */
export function varyingComponents(recordType: RecordType): readonly string[] {
  return primaryComponents(recordType).filter((name) => {
    const type = typeOfComponent(recordType, name);
    return type === undefined || valueCountOf(type).atMost !== 1n;
  });
}

/** The components of some key attributes, each once. */
export function componentsOf(parts: readonly KeyPart[]): readonly string[] {
  return [...new Set(parts.flatMap((part) => componentNames(part.pattern)))];
}

/** How a record type fills its primary key. */
export function primaryOf(recordType: RecordType): RecordKey | undefined {
  return recordType.keys.find(({ index }) => index.kind === 'primary');
}

/** How a record type fills an index, with the parts of the primary key that the index shares. */
export function partsIn(recordType: RecordType, index: string): readonly KeyPart[] | undefined {
  const key = recordType.keys.find((each) => each.index.name === index);
  if (key === undefined) return undefined;
  const own = key.parts.map(({ attribute }) => attribute.name);
  const sides = [
    ['partition', key.index.partitionKeys],
    ['sort', key.index.sortKeys],
  ] as const;
  const shared = sides.flatMap(([place, attributes]) =>
    attributes
      .filter(({ name }) => !own.includes(name))
      .flatMap(({ name }) => primaryOf(recordType)?.parts.find((part) => part.attribute.name === name) ?? [])
      .map((part) => ({ ...part, place })),
  );
  return [...shared, ...key.parts];
}

/** The names of the key attributes of a record type's table. */
export function primaryKeyAttributes(recordType: RecordType): readonly string[] {
  return primaryOf(recordType)?.parts.map(({ attribute }) => attribute.name) ?? [];
}

/** Whether items with one partition key are told apart, and can be asked for, by a sort key. */
export function hasSortKey(key: TableKey): boolean {
  return key.sortKeys.length > 0;
}
