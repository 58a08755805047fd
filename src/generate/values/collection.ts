import type { ValueType } from '../../model/model.ts';
import { stringCheck } from '../../scalar/string-check.ts';
import { setProperty } from '../../value/json.ts';
import { everyMember, everyMemberSample } from './every-member.ts';
import { freeFormItems, freeFormValues } from './free-form.ts';
import { inside, type RefusedSample, type Sample, sample } from './value.ts';

/** Makes the typical value of a type, and several distinct ones where the type has them. */
export type Typical = {
  readonly one: (type: ValueType) => unknown;
  readonly some: (type: ValueType, samples?: readonly Sample[]) => readonly unknown[];
  readonly samples: (type: ValueType) => readonly Sample[];
};

type Of<Kind extends ValueType['kind']> = Extract<ValueType, { readonly kind: Kind }>;

/** Keys of a map that languages stumble over. */
const mapKeys: readonly (readonly [string, string, string])[] = [
  ['__proto__', 'proto', 'map-key-proto'],
  ['a.b#c', 'dotted', 'expr-nested-path'],
  ['\u{1F600}', 'astral', 'str-astral-character'],
];

/** Longer lists are not tried: an item has a limit, and vectors have readers. */
const mostItemsTried = 100;

/** Types of which one value in a collection does not stand for all: what differs has a name of its own in the schema. */
export function isVaried(type: ValueType): boolean {
  return type.kind === 'struct' || type.kind === 'union' || ('enum' in type && type.enum !== null);
}

export function mapSamples(type: Of<'map'>, typical: Typical): readonly Sample[] {
  const value = typical.one(type.values.type);
  const keys = mapKeys.map(([key, slug, hazard]) =>
    sample('hostile-name', `key-${slug}`, objectOf([[key, value]]), `a key ${JSON.stringify(key)}`, hazard),
  );
  return [
    ...(type.allowEmpty ? [sample('empty-collection', 'empty', {}, 'an empty map', 'null-empty-map')] : []),
    ...keys,
    ...(type.values.type.kind === 'string' && stringCheck(type.values.type)('') === undefined
      ? [sample('empty-inside', 'empty-value', { a: '' }, 'an empty string in the map', 'null-empty-string')]
      : []),
    ...(type.values.type.kind === 'list' && type.values.type.allowEmpty && type.values.type.minItems === 0
      ? [sample('empty-inside', 'empty-list', { a: [] }, 'an empty list in the map', 'null-empty-list')]
      : []),
    ...(type.values.nullable && type.values.type.kind !== 'any' ? [nullInside({ a: value, b: null }, 'value')] : []),
    ...everyMember(type.values.type, value, typical.samples(type.values.type)).map((members, index) =>
      everyMemberSample(members, index, objectOf(members.values.map((each, at) => [`v${at + 1}`, each]))),
    ),
    ...(type.values.type.kind === 'any' ? freeFormValues(type) : []),
    ...(isVaried(type.values.type)
      ? typical.samples(type.values.type).map((each) =>
          inside(each, '*', {
            slug: `value-${each.slug}`,
            value: { a: each.value },
            description: `a value: ${each.description}`,
          }),
        )
      : []),
  ];
}

export function listSamples(type: Of<'list'>, typical: Typical): readonly Sample[] {
  const items = type.items.type;
  // In a list there is no leaving out.
  const samples = typical.samples(items);
  const stored = withOther(
    items,
    typical.some(items, samples).filter((each) => !('emptySet' in items) || !Array.isArray(each) || each.length > 0),
  );
  const [first, second] = stored;
  const repeated = second === undefined ? [] : [second, first, second];
  const fits = repeated.length >= type.minItems && repeated.length <= (type.maxItems ?? repeated.length);
  return [
    ...(type.allowEmpty && type.minItems === 0
      ? [sample('empty-collection', 'empty', [], 'an empty list', 'null-empty-list')]
      : []),
    ...(second !== undefined && fits
      ? [sample('order-and-repetition', 'order', repeated, 'a list whose order and repetition count', 'list-order')]
      : []),
    ...(type.items.nullable && items.kind !== 'any' && type.maxItems !== 0
      ? [nullInside(withNull(type, typical.one(items)), 'item')]
      : []),
    ...(items.kind === 'string' && stringCheck(items)('') === undefined && type.maxItems !== 0
      ? [
          sample(
            'empty-inside',
            'empty-item',
            Array.from({ length: Math.max(type.minItems, 1) }, () => ''),
            'an empty string in the list',
            'null-empty-string',
          ),
        ]
      : []),
    ...everyMember(items, typical.one(items), samples, type.maxItems ?? undefined).map((members, index) => {
      const missing = Math.max(0, type.minItems - members.values.length);
      const filled = [...members.values, ...Array.from({ length: missing }, () => typical.one(items))];
      return everyMemberSample(members, index, filled);
    }),
    ...(items.kind === 'any' ? freeFormItems(type) : []),
    ...(isVaried(items) && type.maxItems !== 0
      ? samples.map((each) => {
          const value = Array.from({ length: Math.max(type.minItems, 1) }, () => each.value);
          return inside(each, '*', { slug: `item-${each.slug}`, value, description: `an item: ${each.description}` });
        })
      : []),
    ...(type.maxItems !== null && type.maxItems > 1 && type.maxItems <= mostItemsTried
      ? [sample('most-members', 'most', ofLength(stored, type.maxItems), `${type.maxItems} items`)]
      : []),
  ];
}

/** NULL beside an ordinary item, as far as there may be two. */
function withNull({ minItems, maxItems }: Of<'list'>, item: unknown): readonly unknown[] {
  const length = Math.min(Math.max(minItems, 2), maxItems ?? Number.MAX_SAFE_INTEGER);
  return Array.from({ length }, (_, index) => (index === length - 1 ? null : item));
}

function nullInside(value: unknown, what: 'value' | 'item'): Sample {
  const each = sample('explicit-null', 'null', null, 'NULL', 'null-vs-absent');
  return inside(each, '*', {
    slug: `null-${what}`,
    value,
    description: `NULL as ${what === 'item' ? 'an' : 'a'} ${what}`,
  });
}

/** Lists that a list type refuses, one fault each. */
export function refusedLists(type: Of<'list'>, typical: Typical): readonly RefusedSample[] {
  const stored = [typical.one(type.items.type)];
  return [
    ...(type.allowEmpty && type.minItems === 0
      ? []
      : [sample('empty-collection-refused', 'empty', [], 'an empty list', 'null-empty-list')]),
    ...(type.minItems > 1
      ? [sample('too-few-members', 'too-few', ofLength(stored, type.minItems - 1), `${type.minItems - 1} items`)]
      : []),
    ...(type.maxItems !== null && type.maxItems <= mostItemsTried
      ? [sample('too-many-members', 'too-many', ofLength(stored, type.maxItems + 1), `${type.maxItems + 1} items`)]
      : []),
  ];
}

/** The values, and a second text beside the only one: a list of one value has no order. */
function withOther(type: ValueType, values: readonly unknown[]): readonly unknown[] {
  if (type.kind !== 'string' || values.length !== 1) return values;
  const check = stringCheck(type);
  const other = ['value-1', 'a', 'b'].find((text) => text !== values[0] && check(text) === undefined);
  return other === undefined ? values : [...values, other];
}

/** As many items, one after the other of those that there are. */
function ofLength(items: readonly unknown[], length: number): readonly unknown[] {
  return Array.from({ length }, (_, index) => items[index % items.length]);
}

export function setSamples(type: Of<'string_set' | 'number_set' | 'binary_set'>, typical: Typical): readonly Sample[] {
  const members = typical.some(type.items);
  return [
    ...(members.length > 1
      ? [sample('other-order', 'unsorted', [...members].reverse(), 'members in another order', 'set-order')]
      : []),
    ...(type.emptySet === 'omit'
      ? [sample('omitted-set', 'empty', [], 'no member, so no attribute', 'set-empty')]
      : []),
    ...(type.items.kind === 'string' && stringCheck(type.items)('') === undefined
      ? [sample('empty-inside', 'empty-member', withEmpty(members), 'an empty string in the set', 'null-empty-string')]
      : []),
    ...(members.length > 1 ? [sample('one-member', 'one', members.slice(0, 1), 'one member', 'set-scalar')] : []),
    ...everyMember(type.items, typical.one(type.items), typical.samples(type.items)).map((every, index) =>
      everyMemberSample(every, index, every.values),
    ),
  ];
}

/** The members, one of them an empty string. */
function withEmpty(members: readonly unknown[]): readonly unknown[] {
  return ['', ...members.filter((each) => each !== '').slice(0, 1)];
}

export function refusedSets(
  type: Of<'string_set' | 'number_set' | 'binary_set'>,
  typical: Typical,
): readonly RefusedSample[] {
  const [first] = typical.some(type.items);
  return [
    sample('duplicate-member', 'duplicate', [first, first], 'one member twice', 'set-duplicates'),
    sample('wrong-type', 'not-a-list', first, 'a member instead of a set', 'set-scalar'),
    ...(type.emptySet === 'reject' ? [sample('empty-set-refused', 'empty', [], 'no member', 'set-empty')] : []),
    ...(type.items.kind === 'decimal' && typeof first === 'string' && !first.includes('.')
      ? [
          sample(
            'numeric-duplicate',
            'numeric-duplicate',
            [first, `${first}.0`],
            'one number in two spellings',
            'set-duplicates',
          ),
        ]
      : []),
  ];
}

function objectOf(entries: readonly (readonly [string, unknown])[]): { readonly [key: string]: unknown } {
  const object: { [key: string]: unknown } = {};
  for (const [key, value] of entries) setProperty(object, key, value);
  return object;
}
