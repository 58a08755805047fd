import type { Attribute, ValueType } from './model.ts';

/** The members that a type declares by name; none for anything but a map with members. */
export function innerAttributes(type: ValueType): readonly Attribute[] {
  return type.kind === 'struct' ? type.members : [];
}

/** The types directly inside a type that have no name of their own: of items, of free values, and of variants. */
export function innerTypes(type: ValueType): readonly ValueType[] {
  switch (type.kind) {
    case 'list':
      return [type.items.type];
    case 'map':
      return [type.values.type];
    case 'string_set':
    case 'number_set':
    case 'binary_set':
      return [type.items];
    case 'union':
      return type.variants;
    default:
      return [];
  }
}
