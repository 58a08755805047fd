import type { ValueType } from '../model/model.ts';
import { isObject, type Json, ownProperty, setProperty } from '../value/json.ts';
import { typicalValue } from './values/samples.ts';

/** A member inside of a value that readers have a default for, and the value with that default in its place. */
export type NestedDefault = {
  /** From the value: names of members, and the index 0 for the first item of a list. */
  readonly path: readonly string[];
  /** The same, with "*" for any item and any entry. */
  readonly subject: readonly string[];
  readonly value: Json;
};

/**
 * The members inside of a value that an item may lack because readers supply them. One of each: the first item of a list
 * and the first entry of a map stand for all.
 */
export function nestedDefaults(type: ValueType, value: Json | undefined): readonly NestedDefault[] {
  if (value === undefined || value === null) return [];
  switch (type.kind) {
    case 'struct':
      return type.members.flatMap((member) => {
        const { name, default: supplied, defaultOn, type: inner } = member;
        const own = isObject(value) ? (ownProperty(value, name) as Json | undefined) : undefined;
        // What depends on the member must be there, or missing, as the default demands it.
        const agreed = type.members.every(
          ({ name: other, presentWhen }) =>
            presentWhen?.attribute !== name ||
            presentWhen.values.includes(String(supplied)) === (isObject(value) && Object.hasOwn(value, other)),
        );
        const here = supplied !== undefined && defaultOn !== 'write' && own !== undefined && agreed;
        return [...(here ? [{ path: [], subject: [], value: supplied }] : []), ...nestedDefaults(inner, own)].map(
          (each) => inside(value, name, name, each),
        );
      });
    case 'list':
      return Array.isArray(value)
        ? nestedDefaults(type.items.type, value[0] as Json | undefined).map((each) => inside(value, '0', '*', each))
        : [];
    case 'map': {
      const [name] = isObject(value) ? Object.keys(value) : [];
      if (name === undefined || !isObject(value)) return [];
      return nestedDefaults(type.values.type, value[name] as Json).map((each) =>
        inside(value as Json, name, '*', each),
      );
    }
    case 'union':
      // The record has the first variant; of the others an ordinary value stands in its place.
      return type.variants.flatMap((variant, index) =>
        nestedDefaults(variant, index === 0 ? value : (typicalValue(variant) as Json)),
      );
    default:
      return [];
  }
}

/** The same, seen from the value around it. */
function inside(outer: Json, name: string, step: string, { path, subject, value }: NestedDefault): NestedDefault {
  const copy = structuredClone(outer) as { [name: string]: Json };
  setProperty(copy, name, value);
  return { path: [name, ...path], subject: [step, ...subject], value: copy };
}
