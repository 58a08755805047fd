import type { Attribute, RecordType, Slot, ValueType } from '../../model/model.ts';
import { constantsOf, variantName } from '../../model/union.ts';
import { setProperty } from '../../value/json.ts';
import { wordsOf } from '../repeated-types.ts';
import { slugOfVariant, typicalValue } from '../values/samples.ts';
import { structWith } from '../values/struct.ts';

/** A place inside of the value of an attribute: a member, an item, a value of a map, a member of a set, or a variant. */
export type Place = {
  /** From the attribute: names of members, and "*" for an item of a list or set, or a value of a map. */
  readonly path: readonly string[];
  readonly kind: 'member' | 'item' | 'element' | 'variant' | 'whole';
  readonly slot: Slot;
  /** What else is said of it, where it is a member of a map. */
  readonly member: Attribute | undefined;
  /** What to call the variant, where the place is one, as part of an id. */
  readonly variant?: string;
  /** The member that says which variant a map is, at the first of those that have it. */
  readonly tag?: string;
  /** Whether it is there, or something else is, depending on other members. */
  readonly conditional?: boolean;
  /** A value of the attribute in which there is something ordinary at the place. */
  readonly value: unknown;
};

/** A place in a record type, and the scenarios that it is the first to have, among places of the same type word for word. */
export type PlaceInRecord = Place & {
  readonly attribute: string;
  /** Whether no earlier place of the same type has been asked for the scenario. */
  readonly isFirst: (scenario: string) => boolean;
};

/**
 * The places inside of the attributes of a record type. What follows from a type alone is shown where it comes first, as
 * everywhere where attributes repeat a type.
 */
export function nestedPlaces(recordType: RecordType): readonly PlaceInRecord[] {
  const shown = new Map<string, number>();
  const places = recordType.attributes.flatMap(({ name, type, nullable }) => {
    const whole: Place = {
      path: [],
      kind: 'whole',
      slot: { type, nullable },
      member: undefined,
      value: typicalValue(type),
    };
    return [...(type.kind === 'struct' ? [whole] : []), ...placesIn(type)].map((place) => ({
      ...place,
      attribute: name,
    }));
  });
  return places.map((place, index) => ({
    ...place,
    isFirst: (scenario) => {
      const key = `${scenario} ${place.kind} ${wordsOf(place.slot.type)}`;
      const first = shown.get(key) ?? index;
      shown.set(key, first);
      return first === index;
    },
  }));
}

/** The places inside of the values of a type. */
export function placesIn(type: ValueType): readonly Place[] {
  switch (type.kind) {
    case 'struct': {
      const { members } = type;
      const changed = structWith(type, () => typicalValue(type), typicalValue);
      return members.flatMap((member) => {
        // What depends on something that may not be there itself is left to whoever knows both.
        if (members.some((each) => each.name === member.presentWhen?.attribute && each.presentWhen !== null)) return [];
        const own = { path: [], kind: 'member', slot: member, member, value: typicalValue(member.type) } as const;
        return [own, ...placesIn(member.type)].map((place) => ({
          ...place,
          path: [member.name, ...place.path],
          ...(isConditional(members, member) ? { conditional: true } : {}),
          value: changed(member, place.value),
        }));
      });
    }
    case 'list': {
      if (type.maxItems === 0) return [];
      const length = Math.max(type.minItems, 1);
      return inCollection(type.items, 'item').map((place) => ({
        ...place,
        value: Array.from({ length }, () => place.value),
      }));
    }
    case 'map':
      return inCollection(type.values, 'item').map((place) => ({ ...place, value: keyed(place.value) }));
    case 'union':
      return variantPlaces(type.variants);
    case 'string_set':
    case 'number_set':
    case 'binary_set': {
      const slot = { type: type.items, nullable: true };
      return [{ path: ['*'], kind: 'element', slot, member: undefined, value: typicalValue(type) }];
    }
    default:
      return [];
  }
}

function isConditional(members: readonly Attribute[], { name, presentWhen }: Attribute): boolean {
  return presentWhen !== null || members.some((each) => each.presentWhen?.attribute === name);
}

function variantPlaces(variants: readonly ValueType[]): readonly Place[] {
  const tagged = variants.find((variant) => constantsOf(variant).length > 0);
  return variants.flatMap((variant) => {
    const constants = constantsOf(variant).map(({ name }) => name);
    const tag = variantName(variants, variant).tag?.name ?? constants[0];
    const own: Place = {
      path: [],
      kind: 'variant',
      slot: { type: variant, nullable: true },
      member: undefined,
      variant: slugOfVariant(variants, variant),
      ...(variant === tagged && tag !== undefined ? { tag } : {}),
      value: typicalValue(variant),
    };
    // Another constant is another variant, or none.
    return [own, ...placesIn(variant).filter(({ path: [name = ''] }) => !constants.includes(name))];
  });
}

function inCollection(slot: Slot, kind: Place['kind']): readonly Place[] {
  const own: Place = { path: [], kind, slot, member: undefined, value: typicalValue(slot.type) };
  return [own, ...placesIn(slot.type)].map((place) => ({ ...place, path: ['*', ...place.path] }));
}

function keyed(value: unknown): { readonly [key: string]: unknown } {
  const object: { [key: string]: unknown } = {};
  setProperty(object, 'a', value);
  return object;
}
