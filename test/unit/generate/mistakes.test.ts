import { expect, it } from 'vitest';
import { noticing } from '../../support/mistake.ts';
import { smallCodec } from '../../support/small.ts';

// Programs with one mistake, as the schemas that they follow, and which vectors notice it.

it.each([
  [
    'a scale that is not looked at, below a minimum that is negative',
    'a: { type: decimal, scale: 6, minimum: -90, maximum: 90 }',
    'a: { type: decimal, minimum: -90, maximum: 90 }',
    ['thing/encode-a-too-fine', 'thing/decode-a-too-fine'],
  ],
  [
    'fewer digits after the point than there may be',
    'a: { type: decimal, scale: 3 }',
    'a: { type: decimal, scale: 2 }',
    ['thing/a-finest'],
  ],
  [
    'an empty binary that is taken',
    'a: { type: binary, max_length: 16 }',
    'a: { type: binary, max_length: 16, allow_empty: true }',
    ['thing/encode-a-empty', 'thing/decode-a-empty'],
  ],
  [
    'NULL that is refused as a value of a map',
    'a: { type: map, values: { type: boolean, nullable: true } }',
    'a: { type: map, values: { type: boolean } }',
    ['thing/a-null-value'],
  ],
  [
    'NULL that is taken as a value of a map',
    'a: { type: map, values: { type: boolean } }',
    'a: { type: map, values: { type: boolean, nullable: true } }',
    ['thing/encode-a-any-null', 'thing/decode-a-any-null'],
  ],
  [
    'NULL that is refused as an item of a list',
    'a: { type: list, items: { type: integer, nullable: true } }',
    'a: { type: list, items: { type: integer } }',
    ['thing/a-null-item'],
  ],
  [
    'NULL that is taken as an item of a list',
    'a: { type: list, items: { type: integer } }',
    'a: { type: list, items: { type: integer, nullable: true } }',
    ['thing/encode-a-any-null', 'thing/decode-a-any-null'],
  ],
])('notices %s', (_what, right, wrong, ids) => {
  expect(noticing(smallCodec(right), smallCodec(wrong))).toEqual(ids);
});
