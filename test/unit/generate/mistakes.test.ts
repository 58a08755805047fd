import { expect, it } from 'vitest';
import { foundIn } from '../../support/mutants.ts';
import { smallSchema } from '../../support/small.ts';

// Programs with one mistake, as the schemas that they follow, and which vectors notice it.

/** The vectors that notice when a program takes some attributes for others. */
function noticing(right: string, wrong: string): readonly string[] {
  const found = foundIn(smallSchema(right), [right, wrong]).map((each) => each.split(' ')[1] ?? '');
  return [...new Set(found)];
}

/** A pattern, one that is nearly the same, and what only the second one takes. */
const patterns = [
  ['other letters of hexadecimal', '[0-9a-f]{8}', '[0-9a-z]{8}', ['outside']],
  ['letters in any case', '[a-z]{8}', '[a-zA-Z]{8}', ['other-case']],
  ['digits of any script', '\\d{5}', '[0-9\u0660-\u0669]{5}', ['digit']],
  ['letters of any script', '[A-Z]{2}-[0-9]{4}', '[A-Z\u00c0-\u00ff]{2}-[0-9]{4}', ['letter']],
  ['any number of digits', '\\d{5}', '\\d+', ['more', 'fewer']],
  ['any number of characters', '[a-z][a-z0-9]{2,11}', '[a-z][a-z0-9]*', ['more', 'fewer']],
  ['a digit in front', '[a-z][a-z0-9]{2,11}', '[a-z0-9]{3,12}', ['first']],
  ['a hyphen at the end', '[a-z](?:[a-z-]*[a-z])?', '[a-z][a-z-]*', ['last']],
] as const;

/** Where a text is, and what that is called in the names of vectors. */
const places = [
  ['in an attribute', "{ type: string, pattern: 'PATTERN' }", 'a'],
  ['in a map', "{ type: map, members: { zip: { type: string, pattern: 'PATTERN' } } }", 'a-zip'],
  ['in a list', "{ type: list, items: { type: string, pattern: 'PATTERN' } }", 'a-any'],
  ['in a set', "{ type: string_set, items: { type: string, pattern: 'PATTERN' } }", 'a-any'],
  [
    'in a variant',
    `{ type: union, variants: [{ type: integer }, { type: map, members: { zip: { type: string, pattern: 'PATTERN' } } }] }`,
    'a-zip',
  ],
] as const;

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
  [
    'a number of more than 32 bits that is refused in a map',
    'a: { type: map, values: { type: integer, minimum: 1 } }',
    'a: { type: map, values: { type: integer, minimum: 1, maximum: 2147483647 } }',
    ['thing/a-every-member'],
  ],
  [
    'the smallest number that is refused in a map',
    'a: { type: map, values: { type: integer, minimum: 1 } }',
    'a: { type: map, values: { type: integer, minimum: 2 } }',
    ['thing/a-every-member'],
  ],
  [
    'fewer digits after the point than there may be in a set',
    'a: { type: number_set, items: { type: decimal, scale: 3 } }',
    'a: { type: number_set, items: { type: decimal, scale: 2 } }',
    ['thing/a-every-member'],
  ],
  [
    'the longest text that is refused in a list of few',
    'a: { type: list, items: { type: string, max_length: 40 }, max_items: 2 }',
    'a: { type: list, items: { type: string, max_length: 39 }, max_items: 2 }',
    ['thing/a-every-member'],
  ],
  [
    'all digits of a number below one',
    'a: { type: decimal, minimum: -1, maximum: 1 }',
    'a: { type: decimal, minimum: -1, maximum: 1, scale: 37 }',
    ['thing/a-38-digits-below-1', 'thing/a-smallest-magnitude'],
  ],
  [
    'an empty text that is refused in a list',
    'a: { type: list, items: { type: string, allow_empty: true } }',
    'a: { type: list, items: { type: string } }',
    ['thing/a-order', 'thing/a-empty-item', 'thing/a-every-member'],
  ],
  [
    'an empty text that is refused in a set',
    'a: { type: string_set, items: { type: string, allow_empty: true } }',
    'a: { type: string_set, items: { type: string } }',
    ['thing/a-empty-member', 'thing/a-every-member'],
  ],
  [
    'an empty text that is taken in a set',
    'a: { type: string_set, items: { type: string } }',
    'a: { type: string_set, items: { type: string, allow_empty: true } }',
    ['thing/encode-a-any-empty', 'thing/decode-a-any-empty'],
  ],
])('notices %s', (_what, right, wrong, ids) => {
  expect(noticing(right, wrong)).toEqual(ids);
});

it.each(
  patterns.flatMap(([what, ...pattern]) => places.map(([where, ...place]) => [what, where, pattern, place] as const)),
)('notices %s that a pattern takes, %s', (_what, _where, [declared, mistaken, slugs], [place, name]) => {
  const [right, wrong] = [place.replace('PATTERN', declared), place.replace('PATTERN', mistaken)];
  expect(noticing(`a: ${right}`, `a: ${wrong}`)).toEqual(slugs.map((slug) => `thing/encode-${name}-${slug}`));
});
