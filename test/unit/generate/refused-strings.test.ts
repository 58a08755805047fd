import { expect, it } from 'vitest';
import { refusedStrings } from '../../../src/generate/values/string.ts';
import type { StringType } from '../../../src/model/model.ts';
import { stringCheck } from '../../../src/scalar/string-check.ts';
import { smallCodec } from '../../support/small.ts';

function typeOf(type: string): StringType {
  const attribute = smallCodec(`a: { type: string, ${type} }`).model.recordTypes[0]?.attributes.find(
    ({ name }) => name === 'a',
  );
  if (attribute?.type.kind !== 'string') throw new Error('the schema has no such attribute');
  return attribute.type;
}

/** What is said to have a character too many or too few. */
function miscounted(type: string): readonly unknown[] {
  return refusedStrings(typeOf(type))
    .filter(({ slug }) => /^(?:more|fewer)/.test(slug))
    .map(({ value }) => value);
}

it.each([
  ["pattern: '[A-Z]{3}', examples: [ABC]", ['ABCC', 'AB']],
  ["pattern: '[A-Z]{2}-[0-9]{3}', examples: [AB-123]", ['ABB-123', 'A-123', 'AB-1233', 'AB-12']],
  // Of many parts the first two and the last.
  [
    "pattern: '[a-z]{2}(?:\\.[a-z]{2}){3}', examples: [ab.cd.ef.gh]",
    ['abb.cd.ef.gh', 'a.cd.ef.gh', 'ab.cdd.ef.gh', 'ab.c.ef.gh', 'ab.cd.ef.ghh', 'ab.cd.ef.g'],
  ],
  // What does not count lets both through.
  ["pattern: '[A-Z]+', examples: [ABC]", []],
  // One more than the most, and one less than the least.
  ["pattern: '[A-Z]{2,3}', examples: [ABC]", ['ABCC', 'A']],
  ["pattern: '[a-z][a-z0-9]{2,11}', examples: [acme]", ['acmeeeeeeeeee', 'ac']],
  ["pattern: '[A-Z]{1,2}-[0-9]{2,}', examples: [A-123]", ['AAA-123', '-123', 'A-1']],
  // A part may not be there, and this is not counting.
  ["pattern: '[a-z]+(?:-[a-z]+)*', examples: [abc-de]", []],
  // A length that is written beside the pattern has texts of its own.
  ["pattern: '[a-z]+', max_length: 5, examples: [abc]", []],
  ['max_length: 3', []],
  ['enum: [ab, abb]', []],
])('a character too many and one too few where a pattern counts: %s', (type, texts) => {
  expect(miscounted(type)).toEqual(texts);
});

/** The texts near to one that a pattern takes, by name. */
function near(type: string): { readonly [slug: string]: unknown } {
  const found = refusedStrings(typeOf(type)).filter(({ scenario, slug }) => {
    return scenario === 'pattern-miss' && !/^(?:hash|space|more|fewer)/.test(slug);
  });
  return Object.fromEntries(found.map(({ slug, value }) => [slug, value]));
}

it.each([
  [
    "pattern: '[a-z]+', examples: [ann]",
    { 'other-case': 'ANN', letter: 'ann\u00e9', digit: 'ann\u0663', outside: 'an0', symbol: 'ann_' },
  ],
  [
    "pattern: '[a-z0-9-]+', examples: [ann]",
    { 'other-case': 'ANN', letter: 'ann\u00e9', digit: 'ann\u0663', symbol: 'ann_' },
  ],
  [
    "pattern: '[a-z][a-z0-9]{2,11}', examples: [acme]",
    { 'other-case': 'ACME', letter: 'acme\u00e9', digit: 'acme\u0663', symbol: 'acme_', first: '0cme' },
  ],
  [
    "pattern: '[a-z](?:[a-z0-9-]*[a-z0-9])?', examples: [acme]",
    { 'other-case': 'ACME', letter: 'acme\u00e9', digit: 'acme\u0663', symbol: 'acme_', first: '0cme', last: 'acm-' },
  ],
  // What cannot be longer has the wrong character in the place of one that is like it.
  [
    "pattern: '[A-Z]{2}-[0-9]{4}', examples: [AB-0001]",
    { 'other-case': 'ab-0001', letter: 'A\u00e9-0001', digit: 'AB-000\u0663', outside: 'AB-000A' },
  ],
  ["pattern: '\\d{5}'", { letter: '0000\u00e9', digit: '0000\u0663', outside: '0000a' }],
  [
    'format: uuid, examples: [0b7e6a3e-3f50-4a32-9f29-3a1f6d0a0001]',
    {
      'other-case': '0B7E6A3E-3F50-4A32-9F29-3A1F6D0A0001',
      letter: '0b7e6a3e-3f50-4a32-9f29-3a1f6d0\u00e90001',
      digit: '0b7e6a3e-3f50-4a32-9f29-3a1f6d0a000\u0663',
      outside: '0b7e6a3e-3f50-4a32-9f29-3a1f6d0a000g',
    },
  ],
  [
    'format: ulid',
    {
      'other-case': `${'0'.repeat(25)}a`,
      letter: `${'0'.repeat(25)}\u00e9`,
      digit: `${'0'.repeat(25)}\u0663`,
      outside: `${'0'.repeat(25)}I`,
      first: `8${'0'.repeat(25)}`,
    },
  ],
  // Not in the place of what is literal.
  [
    "pattern: 'id:[0-9]{3}'",
    { 'other-case': 'ID:000', letter: 'id:00\u00e9', digit: 'id:00\u0663', outside: 'id:00a' },
  ],
  // Both cases are right, but for the one of the first letter.
  [
    "pattern: '[a-z][A-Za-z]*', examples: [aBc]",
    { 'other-case': 'ABC', letter: 'aBc\u00e9', digit: 'aBc\u0663', outside: 'aB0', symbol: 'aBc_', first: 'ABc' },
  ],
  ["pattern: '[^#]+', examples: [a]", {}],
  ['enum: [ab]', {}],
  ['max_length: 3', {}],
])('texts near to one that a pattern takes: %s', (type, texts) => {
  expect(near(type)).toEqual(texts);
  const check = stringCheck(typeOf(type));
  for (const text of Object.values(texts)) expect([text, check(String(text))?.rule]).toEqual([text, 'pattern']);
});
