import type { ComponentTexts } from '../key/build.ts';
import type { AttributeValue, Item } from '../value/attribute-value.ts';
import { isObject, type JsonObject, ownProperty } from '../value/json.ts';

/**
 * The text of a value in an item: of a string, number, boolean or binary value. Another value has none, and is the empty
 * text; NULL, and what is not there, is `undefined`.
 */
export function textInItem(item: Item, path: readonly string[]): string | undefined {
  let value: AttributeValue | undefined;
  let members: Item = item;
  for (const [depth, name] of path.entries()) {
    value = ownProperty(members, name);
    if (value === undefined || depth === path.length - 1) break;
    if (!('M' in value)) return undefined;
    members = value.M;
  }
  return value === undefined ? undefined : attributeText(value);
}

function attributeText(value: AttributeValue): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if ('S' in value) return value.S;
  if ('N' in value) return value.N;
  if ('B' in value) return value.B;
  if ('BOOL' in value) return String(value.BOOL);
  return 'NULL' in value ? undefined : '';
}

/** The same of a value in a record. */
export function textInRecord(
  record: { readonly [name: string]: unknown },
  path: readonly string[],
): string | undefined {
  let value: unknown = record;
  for (const name of path) {
    if (!isObject(value)) return undefined;
    value = ownProperty(value, name);
  }
  if (value === undefined || value === null) return undefined;
  return typeof value === 'object' ? '' : String(value);
}

/** Looks up components by name, with their paths taken apart once. */
export type TextSources = {
  /** What a writer has: attributes from the item it is writing, what is not in there from the record. */
  readonly ofWriter: (record: { readonly [name: string]: unknown }, item: Item) => ComponentTexts;
  readonly ofRecord: (record: JsonObject) => ComponentTexts;
  /** Components that an item has. What is no attribute is in the record, because it was read from the key. */
  readonly ofStored: (record: { readonly [name: string]: unknown }, stored: Item) => ComponentTexts;
};

/** @param isAttribute whether a name is one of the record type's attributes; members of families are not */
export function compileTexts(names: Iterable<string>, isAttribute: (name: string) => boolean): TextSources {
  const paths = new Map([...names].map((name) => [name, name.split('.')]));
  const pathOf = (name: string): readonly string[] => paths.get(name) ?? [name];
  const fromItem = (record: { readonly [name: string]: unknown }, item: Item): ComponentTexts => {
    return (name) => {
      const path = pathOf(name);
      return isAttribute(path[0] ?? name) ? textInItem(item, path) : textInRecord(record, [name]);
    };
  };
  return {
    ofWriter: (record, item) => {
      const stored = fromItem(record, item);
      return (name) => stored(name) ?? textInRecord(record, pathOf(name));
    },
    ofStored: fromItem,
    ofRecord: (record) => (name) => textInRecord(record, pathOf(name)),
  };
}
