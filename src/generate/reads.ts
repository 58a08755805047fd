import type { Codec, Result } from '../item/codec.ts';
import { escapeSegment } from '../item/defaulted.ts';
import { isOptional } from '../model/encoding.ts';
import { componentsOf } from '../model/key-pattern.ts';
import type { Attribute, RecordType } from '../model/model.ts';
import type { AttributeValue, Item } from '../value/attribute-value.ts';
import { ownProperty, setProperty } from '../value/json.ts';
import type { ItemVector } from '../vector/vector.ts';
import { nestedDefaults } from './nested-defaults.ts';
import { repair, withMember } from './record.ts';

/** An item as another writer may have left it; the record follows from the codec. */
export type ReadDraft = {
  readonly slug: string;
  readonly description: string;
  readonly hazards: readonly string[];
  /** Refused where the record that it is made of breaks a rule, or has no key. */
  readonly item: Result<Item>;
};

/** Items that a reader must accept though the writer of today would not write them so. */
export function readableItems(codec: Codec, recordType: RecordType, complete: ItemVector): readonly ReadDraft[] {
  const { item } = complete;
  const changed = (name: string, value: AttributeValue): Result<Item> => {
    const copy: { [name: string]: AttributeValue } = { ...item };
    setProperty(copy, name, value);
    return { ok: true, value: copy };
  };
  // Keys, computed attributes and rules follow from the default, as they do for a writer that leaves the attribute out.
  const without = ({ name, default: value }: Attribute): Result<Item> =>
    codec.encode(recordType.name, repair(recordType, withMember(complete.record, name, value), name), {
      defaulted: [escapeSegment(name)],
    });
  const patterns = [...recordType.keys.flatMap((key) => key.parts), ...recordType.computed.map((each) => each.part)];
  // A key says of these that they are absent, so they cannot be taken away alone.
  const marked = new Set(
    patterns
      .flatMap((part) => componentsOf(part.pattern))
      .filter(isOptional)
      .map((token) => token.name.split('.')[0]),
  );
  const drafts: ReadDraft[] = recordType.attributes
    .filter(
      (attribute) =>
        attribute.default !== undefined &&
        attribute.defaultOn !== 'write' &&
        !marked.has(attribute.name) &&
        Object.hasOwn(item, attribute.name) &&
        recordType.attributes.every((each) => agrees(each, attribute, item)),
    )
    .map((attribute) => ({
      slug: `without-${attribute.name}`,
      description: `${attribute.name}: missing, so the reader supplies its default`,
      hazards: ['null-missing-vs-default'],
      item: without(attribute),
    }));
  drafts.push(
    ...recordType.attributes
      .filter(({ name }) => !marked.has(name))
      .flatMap(({ name, type }) =>
        nestedDefaults(type, ownProperty(complete.record, name)).map(({ path, value }) => ({
          slug: `without-${[name, ...path].join('-')}`,
          description: `${[name, ...path].join('/')}: missing, so the reader supplies its default`,
          hazards: ['null-missing-vs-default'],
          item: codec.encode(recordType.name, repair(recordType, withMember(complete.record, name, value), name), {
            defaulted: [[name, ...path].map(escapeSegment).join('/')],
          }),
        })),
      ),
  );
  if (recordType.unknownAttributes !== 'reject') {
    drafts.push({
      slug: 'unknown-attribute',
      description: 'an attribute of a newer writer',
      hazards: ['attr-unknown'],
      item: changed('#new attribute', { M: { since: { S: 'tomorrow' } } }),
    });
  }
  for (const { name, type } of recordType.attributes) {
    const stored = ownProperty(item, name);
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
