import { expect, it } from 'vitest';
import { refusedValues, samplesOf, typicalValue, wrongAttributeValue } from '../../../src/generate/values/samples.ts';
import { slugOf } from '../../../src/generate/values/string.ts';
import { slotCodec } from '../../../src/item/slot-codec.ts';
import type { Attribute, ValueType } from '../../../src/model/model.ts';
import { Violation } from '../../../src/scalar/violation.ts';
import { everyType, rateLimits } from '../../support/schemas.ts';
import { smallCodec } from '../../support/small.ts';

function typeOf(declaration: string): ValueType {
  const attribute = smallCodec(`a: { ${declaration} }`).model.recordTypes[0]?.attributes[0];
  if (attribute === undefined) throw new TypeError(declaration);
  return attribute.type;
}

/** Every type of both schemas, and of what is in them. */
const attributes: readonly (readonly [string, Attribute])[] = [rateLimits, everyType].flatMap(({ model }) =>
  model.recordTypes.flatMap((recordType) =>
    recordType.attributes.map((attribute) => [`${recordType.name}.${attribute.name}`, attribute] as const),
  ),
);

it.each(attributes.filter(([, { type }]) => !isNotYetRight(type)))(
  'takes as %s every value that the generator makes, and none that it breaks',
  (_name, attribute) => {
    const codec = slotCodec({ type: attribute.type, nullable: false });
    const written = [typicalValue(attribute.type), ...samplesOf(attribute.type).map((each) => each.value)];
    for (const value of written) expect([value, codec.write(value) instanceof Violation]).toEqual([value, false]);
    for (const { value } of refusedValues(attribute.type))
      expect([value, codec.write(value) instanceof Violation]).toEqual([value, true]);
  },
);

/** Types for which the generator makes mistakes; `vectors.test.ts` lists them. */
function isNotYetRight(type: ValueType): boolean {
  return type.kind === 'struct' && type.members.some((member) => member.presentWhen !== null);
}

it.each([
  ['type: string', 'value'],
  ['type: string, enum: [b, a]', 'b'],
  ['type: string, examples: [first, second]', 'first'],
  ['type: string, max_length: 3', 'x'],
  ["type: string, pattern: '[0-9]{4}'", '0000'],
  ["type: string, pattern: 'x*', min_length: 8", 'xxxxxxxx'],
  ['type: integer', '1000'],
  ['type: integer, maximum: 10', '7'],
  ['type: integer, minimum: 5000', '5000'],
  ['type: integer, const: 3', '3'],
  ['type: boolean', true],
  ['type: binary', 'AP8='],
  ['type: binary, min_length: 5', 'AP8A/wA='],
  ['type: timestamp, format: epoch-seconds', '1704164645'],
  ['type: list, min_items: 2, items: { type: boolean }', [true, true]],
  ['type: map, values: { type: boolean }', { a: true, b: true }],
  ['type: map, members: { x: { type: boolean } }', { x: true }],
  ['type: string_set', ['value', 'x', 'a#b']],
])('chooses an ordinary value of { %s }', (declaration, value) => {
  expect(typicalValue(typeOf(declaration))).toEqual(value);
});

it.each([
  ['type: boolean', { false: false }],
  ['type: string, enum: [on, off]', { on: 'on', off: 'off' }],
  [
    'type: integer, minimum: -1, maximum: 2147483648',
    {
      minimum: '-1',
      maximum: '2147483648',
      zero: '0',
      'minus-one': '-1',
      '2-to-31': '2147483648',
      'above-minimum': '0',
      'below-maximum': '2147483647',
    },
  ],
  ['type: timestamp, format: epoch-seconds', { zero: '0', 'after-2038': '2147483648', last: '253402300799' }],
  ['type: binary, allow_empty: true', { empty: '', zero: 'AA==', 'all-bits': '/w==', 'not-utf-8': 'w/8=' }],
  [
    'type: string_set, empty_set: omit, items: { type: string, enum: [a, b] }',
    { unsorted: ['b', 'a'], empty: [], one: ['a'], 'every-member': ['a', 'b'] },
  ],
  [
    "type: string, pattern: '[a-z]+(?:-[a-z]+)*', max_length: 4",
    { shortest: 'a', longest: 'aaaa', 'below-longest': 'aaa', hyphen: 'a-a' },
  ],
])('tries the edges of { %s }', (declaration, samples) => {
  expect(Object.fromEntries(samplesOf(typeOf(declaration)).map((each) => [each.slug, each.value]))).toEqual(samples);
});

it.each([
  ['type: string, max_bytes: 6', { longest: 'xxxxxx', 'most-bytes': '\u{1F600}xx' }],
  ['type: string, max_bytes: 12, max_length: 5', { longest: '\u{1F600}\u{1F600}xxx' }],
])('fills the bytes and the characters of { %s }', (declaration, samples) => {
  const made = Object.fromEntries(samplesOf(typeOf(declaration)).map((each) => [each.slug, each.value]));
  expect(made).toMatchObject(samples);
});

it('tries the longest text in characters that take the most room', () => {
  const samples = samplesOf(typeOf('type: string, max_length: 3'));
  expect(samples.find((each) => each.slug === 'longest')?.value).toBe('\u{1F600}'.repeat(3));
});

it.each([
  ['type: integer, minimum: 0, maximum: 9', { 'too-small': '-1', 'too-large': '10', 'json-number': 5 }],
  [
    "type: string, pattern: '[a-z]+', max_length: 3",
    { 'too-long': 'aaaa', 'line-feed': 'a\n', empty: '', 'not-text': true },
  ],
  ['type: string, max_bytes: 6', { 'too-many-bytes': '\u{1F600}xxx', 'too-long': 'xxxxxxx' }],
  ['type: string, enum: [on], ', { 'other-case': 'ON', other: 'oo' }],
  ['type: string_set', { duplicate: ['value', 'value'], empty: [], 'not-a-list': 'value' }],
  [
    'type: timestamp, format: iso-seconds',
    { 'no-such-day': '1900-02-29T03:04:05Z', offset: '2024-01-02T03:04:05+00:00' },
  ],
])('breaks { %s } in each way', (declaration, samples) => {
  const refused = Object.fromEntries(refusedValues(typeOf(declaration)).map((each) => [each.slug, each.value]));
  expect(refused).toMatchObject(samples);
});

it.each([
  ['type: string', { N: '1' }],
  ['type: integer', { S: '1000' }],
  ['type: boolean', { S: 'true' }],
  ['type: timestamp, format: epoch-seconds', { S: '1704164645' }],
  ['type: timestamp, format: rfc3339', { N: '1704164645' }],
  ['type: string_set', { S: 'text' }],
])('knows another DynamoDB type than that of { %s }', (declaration, value) => {
  expect(wrongAttributeValue(typeOf(declaration))).toEqual(value);
});

it.each([
  ['a', 'a'],
  ['gpt-4/o.1', 'gpt-4-o-1'],
  ['_', 'u5f'],
  ['\u{1F600}', 'u1f600'],
  ['', 'u0'],
])('makes of %j a part of an id', (value, slug) => {
  expect(slugOf(value)).toBe(slug);
});

it.each([
  ['minimum: 0, maximum: 99, multiple_of: 5', ['0', '95'], ['-5', '100']],
  ['minimum: 1, maximum: 98, multiple_of: 5', ['5', '95'], ['0', '100']],
  ['minimum: -99, maximum: -1, multiple_of: 10', ['-90', '-10'], ['-100', '0']],
  ['minimum: -98, maximum: 98', ['-98', '98'], ['-99', '99']],
])('tries the edges of integers with %s, and what lies beyond in nothing else', (bounds, within, beyond) => {
  const type = typeOf(`type: integer, ${bounds}`);
  const valuesOf = (samples: ReturnType<typeof samplesOf> | ReturnType<typeof refusedValues>, scenarios: string[]) =>
    scenarios.map((scenario) => samples.find((each) => each.scenario === scenario)?.value);
  expect(valuesOf(samplesOf(type), ['minimum', 'maximum'])).toEqual(within);
  expect(valuesOf(refusedValues(type), ['below-minimum', 'above-maximum'])).toEqual(beyond);
});
