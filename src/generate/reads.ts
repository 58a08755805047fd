import { componentsOf } from '../model/key-pattern.ts';
import type { Attribute, RecordType } from '../model/model.ts';
import type { AttributeValue, Item } from '../value/attribute-value.ts';
import { setProperty } from '../value/json.ts';
import { neededAttributes } from './needed.ts';

/** An item as another writer may have left it; the record follows from the codec. */
export type ReadDraft = {
  readonly slug: string;
  readonly description: string;
  readonly hazards: readonly string[];
  readonly item: Item;
};

/** Items that a reader must accept though the writer of today would not write them so. */
export function readableItems(recordType: RecordType, item: Item): readonly ReadDraft[] {
  const changed = (name: string, value: AttributeValue | undefined): Item => {
    const copy: { [name: string]: AttributeValue } = { ...item };
    if (value !== undefined) {
      setProperty(copy, name, value);
      return copy;
    }
    delete copy[name];
    // Without an attribute that others depend on, no writer would have written those.
    const own = new Set([
      ...recordType.attributes.map((attribute) => attribute.name),
      ...(recordType.keys[0]?.parts.map((part) => part.attribute.name) ?? []),
    ]);
    for (const { when, parts } of [
      ...recordType.keys,
      ...recordType.computed.map((each) => ({ when: each.when, parts: [each.part] })),
    ]) {
      if (!when.some((each) => each.component.split('.')[0] === name)) continue;
      for (const part of parts) if (!own.has(part.attribute.name)) delete copy[part.attribute.name];
    }
    return copy;
  };
  const needed = neededAttributes(recordType);
  const patterns = [...recordType.keys.flatMap((key) => key.parts), ...recordType.computed.map((each) => each.part)];
  // A key says of these that they are absent, so they cannot be taken away alone.
  const marked = new Set(
    patterns
      .flatMap((part) => componentsOf(part.pattern))
      .filter((token) => token.encodings.at(-1)?.kind === 'or')
      .map((token) => token.name.split('.')[0]),
  );
  const drafts: ReadDraft[] = recordType.attributes
    .filter(
      (attribute) =>
        attribute.default !== undefined &&
        attribute.defaultOn !== 'write' &&
        !needed.has(attribute.name) &&
        !marked.has(attribute.name) &&
        Object.hasOwn(item, attribute.name) &&
        recordType.attributes.every((each) => agrees(each, attribute, item)),
    )
    .map(({ name }) => ({
      slug: `without-${name}`,
      description: `${name}: missing, so the reader supplies its default`,
      hazards: ['null-missing-vs-default'],
      item: changed(name, undefined),
    }));
  if (recordType.unknownAttributes !== 'reject') {
    drafts.push({
      slug: 'unknown-attribute',
      description: 'an attribute of a newer writer',
      hazards: ['attr-unknown'],
      item: changed('#new attribute', { M: { since: { S: 'tomorrow' } } }),
    });
  }
  for (const { name, type } of recordType.attributes) {
    const stored = item[name];
    if (type.kind !== 'string_set' || stored === undefined || !('SS' in stored) || stored.SS.length < 2) continue;
    drafts.push({
      slug: `${name}-reversed`,
      description: `${name}: the same set in another order`,
      hazards: ['set-order'],
      item: changed(name, { SS: [...stored.SS].reverse() }),
    });
  }
  return drafts;
}

/** Whether an attribute that depends on another one is there exactly when the default of that one demands it. */
function agrees({ name, presentWhen }: Attribute, condition: Attribute, item: Item): boolean {
  if (presentWhen?.attribute !== condition.name) return true;
  return presentWhen.values.includes(String(condition.default)) === Object.hasOwn(item, name);
}
