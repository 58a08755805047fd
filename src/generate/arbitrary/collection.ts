import fc from 'fast-check';
import type { ValueType } from '../../model/model.ts';
import { type Json, type JsonObject, setProperty } from '../../value/json.ts';

type Of<Kind extends ValueType['kind']> = Extract<ValueType, { readonly kind: Kind }>;

/** How much longer than it must be a collection becomes. */
const extra = 4;

/** Keys of maps, from anywhere in Unicode, and those that a careless program takes for something else. */
const mapKey = fc.oneof(
  { weight: 6, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 8 }) },
  { weight: 1, arbitrary: fc.constantFrom('__proto__', 'constructor', 'a.b#c', ' ') },
);

export function arbitraryList(type: Of<'list'>, items: fc.Arbitrary<Json>): fc.Arbitrary<Json> {
  const minLength = Math.max(type.minItems, type.allowEmpty ? 0 : 1);
  return fc.array(items, {
    minLength,
    maxLength: Math.min(type.maxItems ?? Number.MAX_SAFE_INTEGER, minLength + extra),
  });
}

export function arbitraryMap(type: Of<'map'>, values: fc.Arbitrary<Json>): fc.Arbitrary<Json> {
  return fc
    .uniqueArray(fc.tuple(mapKey, values), {
      minLength: type.allowEmpty ? 0 : 1,
      maxLength: extra,
      selector: ([key]) => key,
    })
    .map(objectOf);
}

/** Sets of at least one member, in any order. */
export function arbitrarySet(items: fc.Arbitrary<Json>): fc.Arbitrary<Json> {
  return fc.uniqueArray(items, { minLength: 1, maxLength: extra });
}

/** An object from entries, whatever the names are. */
export function objectOf(entries: readonly (readonly [string, Json])[]): JsonObject {
  const object: { [key: string]: Json } = {};
  for (const [key, value] of entries) setProperty(object, key, value);
  return object;
}
