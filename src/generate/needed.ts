import { componentsOf } from '../model/key-pattern.ts';
import type { RecordType } from '../model/model.ts';

/** The attributes without which an item cannot be written, because a key or computed attribute is made of them. */
export function neededAttributes(recordType: RecordType): ReadonlySet<string> {
  const groups = [
    ...recordType.keys.map(({ parts, when }) => ({ parts, when })),
    ...recordType.computed.map(({ part, when }) => ({ parts: [part], when })),
  ];
  return new Set(
    groups
      .filter(({ when }) => when.length === 0)
      .flatMap(({ parts }) => parts.flatMap((part) => componentsOf(part.pattern)))
      .filter((token) => token.encodings.at(-1)?.kind !== 'or')
      .map((token) => token.name.split('.')[0] ?? token.name),
  );
}

/** Names that no other attribute may have: those of attributes, of computed attributes and of every key of the table. */
export function fixedNames(recordType: RecordType): readonly string[] {
  return [
    ...recordType.attributes.map((attribute) => attribute.name),
    ...recordType.computed.map((each) => each.name),
    ...recordType.table.keys.flatMap((key) => [...key.partitionKeys, ...key.sortKeys].map((each) => each.name)),
  ];
}
