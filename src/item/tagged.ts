import { type AttributeType, type AttributeValue, soleProperty } from '../value/attribute-value.ts';

/**
 * Whether a value has the outer shape of DynamoDB JSON: one type tag, and under it a value of the tag's JavaScript type.
 * Everything that reads a stored value relies on it, because items come from files and stores.
 */
export function isTagged(value: unknown): value is AttributeValue {
  return tagOf(value) !== undefined;
}

/** The tag of such a value, or `undefined` for any other. */
export function tagOf(value: unknown): AttributeType | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const tag = soleProperty(value);
  if (tag === undefined) return undefined;
  const inner: unknown = (value as { readonly [tag: string]: unknown })[tag];
  switch (tag) {
    case 'S':
    case 'N':
    case 'B':
      return typeof inner === 'string' ? tag : undefined;
    case 'BOOL':
      return typeof inner === 'boolean' ? tag : undefined;
    case 'NULL':
      return inner === true ? tag : undefined;
    case 'M':
      return typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? tag : undefined;
    case 'L':
      return Array.isArray(inner) ? tag : undefined;
    case 'SS':
    case 'NS':
    case 'BS':
      return Array.isArray(inner) && inner.length > 0 && inner.every((each) => typeof each === 'string')
        ? tag
        : undefined;
    default:
      return undefined;
  }
}
