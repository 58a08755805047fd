import type { Attribute, RecordType } from '../model/model.ts';
import type { AttributeValue, Item } from '../value/attribute-value.ts';
import { type JsonObject, ownProperty, setProperty } from '../value/json.ts';
import { type RefusalDraft, subjectOf } from './draft.ts';

/**
 * The attribute that a vector stores under its name in another case: the first that every reader needs. DynamoDB tells case
 * apart, so the item lacks the attribute.
 */
export function attributeToRename(recordType: RecordType): Attribute | undefined {
  const taken = new Set([
    ...recordType.attributes.map(({ name }) => name),
    ...recordType.table.keys.flatMap((key) => [...key.partitionKeys, ...key.sortKeys].map(({ name }) => name)),
  ]);
  return recordType.attributes.find(
    ({ name, required, presentWhen, default: value, defaultFrom }) =>
      required && presentWhen === null && value === undefined && defaultFrom === null && !taken.has(inOtherCase(name)),
  );
}

/** An item in which one attribute has its name in another case. */
export function renamedAttribute(recordType: RecordType, item: Item): readonly RefusalDraft[] {
  const name = attributeToRename(recordType)?.name;
  const value = name === undefined ? undefined : ownProperty(item, name);
  if (name === undefined || value === undefined) return [];
  const renamed: { [name: string]: AttributeValue } = {};
  for (const [each, stored] of Object.entries(item))
    setProperty(renamed, each === name ? inOtherCase(name) : each, stored);
  return [
    {
      scenario: 'other-case-name',
      subject: subjectOf(name),
      slug: `decode-${name}-other-case`,
      description: `${name}: stored as ${inOtherCase(name)}`,
      hazards: ['attr-name-convention'],
      op: 'item.decode',
      base: item as JsonObject,
      item: renamed as JsonObject,
    },
  ];
}

/** An item with an attribute of a newer writer, where the schema lets no reader take one. */
export function unknownAttribute(recordType: RecordType, item: Item): readonly RefusalDraft[] {
  if (recordType.unknownAttributes !== 'reject') return [];
  return [
    {
      scenario: 'unknown-attribute-refused',
      subject: '',
      slug: 'decode-unknown-attribute',
      description: 'an attribute that the record type does not have',
      hazards: ['attr-unknown'],
      op: 'item.decode',
      base: item as JsonObject,
      item: { ...item, '#new attribute': { S: 'tomorrow' } } as JsonObject,
    },
  ];
}

/** As a program writes it whose fields are exported by a capital: `userId` as `UserId`, and the other way round. */
function inOtherCase(name: string): string {
  return name.replace(/[a-z]/i, (letter) =>
    letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
  );
}
