import type { Slot, ValueType } from '../../model/model.ts';
import { type Sample, sample } from './value.ts';

/** Something of each of the ten types, as content of a map. */
const everyType = {
  text: { S: 'gpt-4' },
  empty: { S: '' },
  exact: { N: '12345678901234567890123456789012345678' },
  fraction: { N: '0.1' },
  bytes: { B: 'AP8=' },
  yes: { BOOL: true },
  nothing: { NULL: true },
  list: { L: [{ S: 'a' }, { N: '1' }, { L: [] }] },
  map: { M: { inner: { M: {} } } },
  texts: { SS: ['a', 'b'] },
  numbers: { NS: ['1', '2.5'] },
  blobs: { BS: ['AA==', 'AP8='] },
};
const numberAndText = { text: { S: '1' }, number: { N: '1' } };

/** A value with something of each of the ten types in it. */
function tenTypes(slug: string, value: unknown): Sample {
  return sample(
    'ten-types',
    slug,
    value,
    'a value of each of the ten DynamoDB types',
    'num-js-fraction-loss-on-read',
    'num-go-interface-float64',
    'num-rust-value-float',
    'set-or-list',
    'bin-rust-vec-u8-is-list',
  );
}

function numberBesideText(slug: string, value: unknown): Sample {
  return sample('number-beside-text', slug, value, 'a number beside text that looks like it', 'num-text-confusion');
}

/** Free-form content with each of the ten types. */
export const documentSamples: readonly Sample[] = [
  sample('empty-collection', 'empty', {}, 'an empty map', 'null-empty-map'),
  tenTypes('every-type', everyType),
  numberBesideText('number-text', numberAndText),
  sample(
    'hostile-name',
    'proto',
    JSON.parse('{"__proto__":{"S":"a"},"b":{"S":"c"}}'),
    'a key "__proto__", which JavaScript takes for something else',
    'map-key-proto',
  ),
];

/** A value of any type: all types in one, and each alone but for text, which is ordinary, and NULL, which has a scenario of its own. */
export const anySamples: readonly Sample[] = [
  tenTypes('every-type', { M: everyType }),
  numberBesideText('number-text', { L: Object.values(numberAndText) }),
  alone('number', { N: '0.1' }, 'a number', 'num-js-fraction-loss-on-read', 'num-go-interface-float64'),
  alone('bytes', everyType.bytes, 'bytes', 'bin-rust-vec-u8-is-list'),
  alone('false', { BOOL: false }, 'the value false', 'falsy-dropped'),
  alone('list', everyType.list, 'a list'),
  alone('map', everyType.map, 'a map'),
  alone('texts', everyType.texts, 'a set of texts', 'set-or-list'),
  alone('numbers', everyType.numbers, 'a set of numbers', 'set-or-list'),
  alone('blobs', everyType.blobs, 'a set of bytes', 'set-or-list'),
];

function alone(slug: string, value: unknown, what: string, ...hazards: string[]): Sample {
  return sample('ten-types', `as-${slug}`, value, what, ...hazards);
}

/** Lists of values of any type. */
export function freeFormItems(type: Extract<ValueType, { readonly kind: 'list' }>): readonly Sample[] {
  const { minItems, maxItems, items } = type;
  if (maxItems === 0) return [];
  const listOf = (values: readonly unknown[]): readonly unknown[] => {
    const filled = [...values, ...Array.from({ length: Math.max(minItems - values.length, 0) }, () => ({ S: 'text' }))];
    if (filled.length <= (maxItems ?? filled.length)) return filled;
    // In a shorter list each item has all of them.
    return Array.from({ length: Math.max(minItems, 1) }, () => ({ M: everyType }));
  };
  return [
    inEach(tenTypes('item-every-type', listOf(Object.values(inSlot(items))))),
    inEach(numberBesideText('item-number-text', listOf(Object.values(numberAndText)))),
  ];
}

/** Maps of values of any type. */
export function freeFormValues({ values }: Extract<ValueType, { readonly kind: 'map' }>): readonly Sample[] {
  return [
    inEach(tenTypes('value-every-type', inSlot(values))),
    inEach(numberBesideText('value-number-text', numberAndText)),
  ];
}

/** Where something may be NULL, a record says so with `null`; elsewhere NULL is refused, but for what is deeper inside. */
function inSlot({ nullable }: Slot): object {
  return { ...everyType, nothing: nullable ? null : { L: [everyType.nothing] } };
}

function inEach(each: Sample): Sample {
  return { ...each, path: ['*'] };
}
