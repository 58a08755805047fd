import type { ComponentTexts } from '../key/build.ts';
import type { PlacedValues } from '../key/record-key.ts';
import { type AttributeValue, type Item, tagsOf } from '../value/attribute-value.ts';
import { isObject, type Json, type JsonObject, ownProperty } from '../value/json.ts';

type Values = { readonly [name: string]: unknown };

/** Where the texts of components come from. Each takes them in the order of the names it was compiled with. */
export type TextSources = {
  /** What an item has. What is no attribute is in the record: given by the writer, or read from the key. */
  readonly ofItem: (record: Values, item: Item) => ComponentTexts;
  /** What a record has, with the defaults that a reader supplied. */
  readonly ofRecord: (record: JsonObject) => ComponentTexts;
};

/** @param isAttribute whether a name is one of the record type's attributes; members of families are not */
export function compileTexts(names: readonly string[], isAttribute: (name: string) => boolean): TextSources {
  const sources = names.map((name) => {
    const path = name.split('.');
    return { name, path, nested: path.length > 1, stored: isAttribute(path[0] ?? name) };
  });
  return {
    ofItem: (record, item) =>
      sources.map(({ name, path, nested, stored }) => {
        if (!stored) return recordText(ownProperty(record, name));
        return nested ? textInItem(item, path) : attributeText(ownProperty(item, name));
      }),
    ofRecord: (record) =>
      sources.map(({ name, path, nested }) =>
        nested ? textInRecord(record, path) : recordText(ownProperty(record, name)),
      ),
  };
}

/** What a reader has found in an item so far. */
export type Reading = {
  /** The values of the attributes, each at its place. */
  readonly values: PlacedValues;
  /** What the attributes are in the record, defaults included, at the same places. */
  readonly found: readonly (Json | undefined)[];
  /** The texts that keys told. */
  readonly parsed: ComponentTexts;
};

/** Where a reader's texts of components come from, which is the same without a search for a name. */
export type ReadTexts = {
  readonly ofItem: (reading: Reading) => ComponentTexts;
  readonly ofRecord: (reading: Reading) => ComponentTexts;
};

/**
 * @param placeOf the place of an attribute, -1 for a name that is none; its text is one that a key told
 * @param isWanted whether anybody looks at what the item has for a name; the others are left `undefined`
 */
export function compileReadTexts(
  names: readonly string[],
  placeOf: (name: string) => number,
  isWanted: (name: string) => boolean,
): ReadTexts {
  const sources = names.map((name) => {
    const [first = name, ...path] = name.split('.');
    return { place: placeOf(first), path, wanted: isWanted(name) };
  });
  return {
    ofItem: ({ values, parsed }) =>
      sources.map(({ place, path, wanted }, slot) => {
        if (!wanted) return undefined;
        if (place < 0) return parsed[slot];
        return path.length > 0 ? textInValue(values[place], path) : attributeText(values[place]);
      }),
    ofRecord: ({ found, parsed }) =>
      sources.map(({ place, path }, slot) => {
        if (place < 0) return parsed[slot];
        return path.length > 0 ? textInRecord(found[place], path) : recordText(found[place]);
      }),
  };
}

/** The text of a member of map attributes. */
function textInItem(item: Item, [first = '', ...path]: readonly string[]): string | undefined {
  return textInValue(ownProperty(item, first), path);
}

function textInValue(outer: AttributeValue | undefined, path: readonly string[]): string | undefined {
  let value = outer;
  for (const name of path) {
    if (value === undefined || !('M' in value)) return undefined;
    value = ownProperty(value.M, name);
  }
  return attributeText(value);
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
export function textInRecord(record: unknown, path: readonly string[]): string | undefined {
  let value: unknown = record;
  for (const name of path) value = isObject(value) ? ownProperty(value, name) : undefined;
  return recordText(value);
}

function recordText(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (value === undefined || value === null) return undefined;
  return typeof value === 'object' ? '' : String(value);
}
