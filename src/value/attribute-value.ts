/**
 * An item as DynamoDB's JSON protocol writes it. Numbers are decimal text and binary values are padded base64 text
 * (RFC 4648 §4), so nothing is lost on the way through JSON.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_AttributeValue.html
 */
export type AttributeValue =
  | { readonly S: string }
  | { readonly N: string }
  | { readonly B: string }
  | { readonly BOOL: boolean }
  | { readonly NULL: true }
  | { readonly M: Item }
  | { readonly L: readonly AttributeValue[] }
  | { readonly SS: readonly string[] }
  | { readonly NS: readonly string[] }
  | { readonly BS: readonly string[] };

/** From attribute name to value. May hold any name, `__proto__` included: read it with `Object.hasOwn` or `Object.keys`. */
export type Item = { readonly [attribute: string]: AttributeValue };

/** The type tag of an attribute value. */
export type AttributeType = 'S' | 'N' | 'B' | 'BOOL' | 'NULL' | 'M' | 'L' | 'SS' | 'NS' | 'BS';

/**
 * An attribute value with each of its tags as a member that may be absent. Looking at a member is faster than asking for
 * its tag with `in`, and that is done for every value of every item.
 */
export type Tags = {
  readonly S?: string;
  readonly N?: string;
  readonly B?: string;
  readonly BOOL?: boolean;
  readonly NULL?: true;
  readonly M?: Item;
  readonly L?: readonly AttributeValue[];
  readonly SS?: readonly string[];
  readonly NS?: readonly string[];
  readonly BS?: readonly string[];
};

/** The same value, to look at its members. */
export function tagsOf(value: AttributeValue): Tags {
  return value;
}

/** The only property of an object; `undefined` where it has none or several. Faster than a list of them. */
export function soleProperty(value: object): string | undefined {
  let sole: string | undefined;
  for (const name in value) {
    if (!isOwn.call(value, name)) continue;
    if (sole !== undefined) return undefined;
    sole = name;
  }
  return sole;
}

/** What an object holds under its only property, if that has this name; `undefined` otherwise. */
export function solePropertyAt(value: object, name: string): unknown {
  let sole: unknown;
  for (const found in value) {
    if (found !== name || !isOwn.call(value, found)) return undefined;
    sole = (value as { readonly [name: string]: unknown })[found];
  }
  return sole;
}

const isOwn = Object.prototype.hasOwnProperty;
