import type { Attribute, RecordType, SourceReference, ValueType } from '../../model/model.ts';
import { variantName } from '../../model/union.ts';
import type { Json } from '../../value/json.ts';
import type { AcceptedCase, Element } from './element.ts';
import { leadsInto, type Pair, pairsAt, type Step } from './place.ts';

/** Attributes, families, values of enumerations, defaults and variants: what has a place in a record. */
export function valueElements({ attributes, components, families }: RecordType): readonly Element[] {
  return [
    ...attributes.flatMap((attribute) => attributeElements(attribute, [], '')),
    ...components.flatMap(({ name, type, at }) => {
      const place = { steps: [member(name)], name, at };
      return [present('attribute', place), ...insideOf(type, place)];
    }),
    ...families.flatMap((family) => {
      const place = { steps: [{ kind: 'family', family }] as const, name: family.name, at: family.at };
      return [present('family', place), ...insideOf(family.type, place)];
    }),
  ];
}

type Place = { readonly steps: readonly Step[]; readonly name: string; readonly at: SourceReference };

function member(name: string): Step {
  return { kind: 'member', name };
}

function attributeElements(attribute: Attribute, before: readonly Step[], prefix: string): readonly Element[] {
  const place = { steps: [...before, member(attribute.name)], name: `${prefix}${attribute.name}`, at: attribute.at };
  return [present('attribute', place), ...defaults(attribute, place), ...insideOf(attribute.type, place)];
}

function insideOf(type: ValueType, place: Place): readonly Element[] {
  const { steps, name, at } = place;
  const each: Place = { steps: [...steps, { kind: 'each' }], name: `${name}/*`, at };
  switch (type.kind) {
    case 'string':
    case 'integer':
    case 'decimal':
      return (type.enum ?? []).map((value) => valueElement(place, value));
    case 'struct':
      return type.members.flatMap((inner) => attributeElements(inner, steps, `${name}/`));
    case 'list':
      return insideOf(type.items.type, each);
    case 'map':
      return insideOf(type.values.type, each);
    case 'string_set':
    case 'number_set':
    case 'binary_set':
      return insideOf(type.items, each);
    case 'union':
      return type.variants.flatMap((variant, index) => {
        const step: Step = { kind: 'variant', variants: type.variants, index };
        const inside: Place = { steps: [...steps, step], name: `${name} (${wordsOf(type.variants, variant)})`, at };
        return [present('variant', inside), ...insideOf(variant, inside)];
      });
    default:
      return [];
  }
}

/** `map`, or of several maps `map kind=image`. */
function wordsOf(variants: readonly ValueType[], variant: ValueType): string {
  const { type, tag } = variantName(variants, variant);
  return tag === undefined ? type : `${type} ${tag.name}=${tag.value}`;
}

/** Something is in the place: a value or NULL, in what is written or in what is read. */
function present(kind: 'attribute' | 'family' | 'variant', { steps, name, at }: Place): Element {
  const isThere = ({ record }: Pair): boolean => record !== undefined;
  return {
    kind,
    name,
    at,
    accepts: (vector) => recordsOf(vector).some((record) => pairsAt(record, vector.item, steps).some(isThere)),
    // A refusal does not say of which variant the value was meant to be.
    refuses: ({ path }) => kind !== 'variant' && leadsInto(path, steps),
  };
}

/** One value of an enumeration. No refusal names a value that is right. */
function valueElement({ steps, name, at }: Place, value: string): Element {
  const accepts = (vector: AcceptedCase): boolean =>
    recordsOf(vector).some((record) => pairsAt(record, vector.item, steps).some((pair) => pair.record === value));
  return { kind: 'enum', name: `${name} = ${value}`, at, accepts, refuses: () => false };
}

/** A default is exercised where it makes a difference: the writer is not given the value, or the reader does not find it. */
function defaults(
  { default: value, defaultFrom, defaultOn }: Attribute,
  { steps, name, at }: Place,
): readonly Element[] {
  if (value === undefined && defaultFrom === null) return [];
  const parent = steps.slice(0, -1);
  const own = steps.slice(-1);
  const differs = (record: Json | undefined, vector: AcceptedCase, filled: (pair: Pair) => boolean): boolean =>
    record !== undefined &&
    pairsAt(record, vector.item, parent).some(
      (pair) => pair.record !== undefined && pair.stored !== undefined && pairIn(pair, own).some(filled),
    );
  const onWrite: Element = {
    kind: 'default',
    name: `${name} (written)`,
    at,
    accepts: (vector) =>
      differs(vector.written, vector, ({ record, stored }) => record === undefined && stored !== undefined),
    refuses: () => false,
  };
  const onRead: Element = {
    kind: 'default',
    name: `${name} (read)`,
    at,
    accepts: (vector) =>
      differs(vector.read, vector, ({ record, stored }) => record !== undefined && stored === undefined),
    refuses: () => false,
  };
  // What is copied from another attribute is copied by writers; a reader has nothing to look for.
  return [
    ...(defaultOn === 'read' ? [] : [onWrite]),
    ...(defaultOn === 'write' || value === undefined ? [] : [onRead]),
  ];
}

/** What is in a place of a map that both sides have. */
function pairIn({ record, stored }: Pair, steps: readonly Step[]): readonly Pair[] {
  return stored !== undefined && 'M' in stored ? pairsAt(record ?? null, stored.M, steps) : [];
}

function recordsOf({ written, read }: AcceptedCase): readonly Json[] {
  return written === undefined ? [read] : [written, read];
}
