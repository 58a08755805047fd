import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { type ItemJson, itemFromJson, itemToJson } from '../../../../kits/typescript/index.ts';

// The SDK builds maps by plain assignment, which loses a key called "__proto__". People choose keys here, so the
// process does without the accessor, as Deno does.
Reflect.deleteProperty(Object.prototype, '__proto__');

/** An item as the document client takes it and returns it. */
export type DocumentItem = { [attribute: string]: unknown };

/** How the document client converts. Numbers come back as text, because a 64-bit integer is no JavaScript number. */
export const translation = {
  marshallOptions: { convertTopLevelContainer: true },
  unmarshallOptions: { wrapNumbers: true, convertWithoutMapWrapper: true },
} as const;

/** The item that the document client sends, attribute for attribute. */
export function marshallItem(item: DocumentItem): ItemJson {
  return itemToJson(
    Object.fromEntries(
      Object.entries(item).map(([name, value]) => [name, marshall(value, translation.marshallOptions)]),
    ),
  );
}

/** The item that the document client returns. Throws MalformedAttribute when it is no DynamoDB JSON. */
export function unmarshallItem(json: ItemJson, path = 'item'): DocumentItem {
  return Object.fromEntries(
    Object.entries(itemFromJson(json, path)).map(([name, value]) => [
      name,
      unmarshall(value, translation.unmarshallOptions),
    ]),
  );
}
