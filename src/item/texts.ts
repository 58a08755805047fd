import type { ComponentTexts } from '../key/build.ts';
import { type AttributeValue, type Item, tagsOf } from '../value/attribute-value.ts';
import { isObject, type JsonObject, ownProperty } from '../value/json.ts';

type Values = { readonly [name: string]: unknown };

/** Where the texts of components come from. Each takes them in the order of the names it was compiled with. */
export type TextSources = {
  /** What an item has. What is no attribute is in the record: given by the writer, or read from the key. */
  readonly ofItem: (record: Values, item: Item) => ComponentTexts;
  /** What a record has, with the defaults that a reader supplied. */
  readonly ofRecord: (record: JsonObject) => ComponentTexts;
};

/**
 * @param isAttribute whether a name is one of the record type's attributes; members of families are not
 * @param isWanted whether anybody looks at the text of a name; the others are left `undefined`
 */
export function compileTexts(
  names: readonly string[],
  isAttribute: (name: string) => boolean,
  isWanted: (name: string) => boolean = () => true,
): TextSources {
  const sources = names.map((name) => {
    const path = name.split('.');
    return { name, path, nested: path.length > 1, stored: isAttribute(path[0] ?? name), wanted: isWanted(name) };
  });
  return {
    ofItem: (record, item) =>
      sources.map(({ name, path, nested, stored, wanted }) => {
        if (!wanted) return undefined;
        if (!stored) return recordText(ownProperty(record, name));
        return nested ? textInItem(item, path) : attributeText(ownProperty(item, name));
      }),
    ofRecord: (record) =>
      sources.map(({ name, path, nested, wanted }) =>
        !wanted ? undefined : nested ? textInRecord(record, path) : recordText(ownProperty(record, name)),
      ),
  };
}

/** The text of a member of map attributes. */
function textInItem(item: Item, path: readonly string[]): string | undefined {
  let members: Item = item;
  for (const name of path.slice(0, -1)) {
    const value = ownProperty(members, name);
    if (value === undefined || !('M' in value)) return undefined;
    members = value.M;
  }
  return attributeText(ownProperty(members, path.at(-1) ?? ''));
}

/**
 * The text of a string, number, binary value or boolean. Another value has none, and is the empty text; NULL, and what is
 * not there, is `undefined`.
 */
function attributeText(value: AttributeValue | undefined): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { S, N, B, BOOL, NULL } = tagsOf(value);
  return S ?? N ?? B ?? (BOOL === undefined ? (NULL === undefined ? '' : undefined) : String(BOOL));
}

/** The same of a value in a record. */
export function textInRecord(record: Values, path: readonly string[]): string | undefined {
  let value: unknown = record;
  for (const name of path) value = isObject(value) ? ownProperty(value, name) : undefined;
  return recordText(value);
}

function recordText(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (value === undefined || value === null) return undefined;
  return typeof value === 'object' ? '' : String(value);
}
