import type { AttributeValue } from '../value/attribute-value.ts';

/**
 * Whether a value has the outer shape of DynamoDB JSON: one type tag, and under it a value of the tag's JavaScript type.
 * Everything that reads a stored value relies on it, because items come from files and stores.
 */
export function isTagged(value: unknown): value is AttributeValue {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const tags = Object.keys(value);
  const tag = tags[0];
  if (tags.length !== 1 || tag === undefined) return false;
  const inner: unknown = (value as { readonly [tag: string]: unknown })[tag];
  switch (tag) {
    case 'S':
    case 'N':
    case 'B':
      return typeof inner === 'string';
    case 'BOOL':
      return typeof inner === 'boolean';
    case 'NULL':
      return inner === true;
    case 'M':
      return typeof inner === 'object' && inner !== null && !Array.isArray(inner);
    case 'L':
      return Array.isArray(inner);
    case 'SS':
    case 'NS':
    case 'BS':
      return Array.isArray(inner) && inner.length > 0 && inner.every((each) => typeof each === 'string');
    default:
      return false;
  }
}
