import { isOptional } from '../model/encoding.ts';
import { componentsOf } from '../model/key-pattern.ts';
import type { Attribute, RecordType } from '../model/model.ts';
import { isSupplied } from './values/left-out.ts';

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
      .filter((token) => !isOptional(token))
      .map((token) => token.name.split('.')[0] ?? token.name),
  );
}

/** Whether an attribute is there or not as the writer likes. */
export function mayBeAbsent(recordType: RecordType, attribute: Attribute): boolean {
  return (
    attribute.presentWhen === null &&
    !isSupplied(attribute) &&
    !attribute.required &&
    !neededAttributes(recordType).has(attribute.name)
  );
}
