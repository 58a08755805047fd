import { expect, it } from 'vitest';
import { refusedStrings } from '../../../src/generate/values/string.ts';
import { smallCodec } from '../../support/small.ts';

/** What is said to have a character too many or too few. */
function miscounted(type: string): readonly unknown[] {
  const attribute = smallCodec(`a: { type: string, ${type} }`).model.recordTypes[0]?.attributes.find(
    ({ name }) => name === 'a',
  );
  if (attribute?.type.kind !== 'string') throw new Error('the schema has no such attribute');
  return refusedStrings(attribute.type)
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
  ["pattern: '[A-Z]{2,3}', examples: [ABC]", ['ABCC']],
  ['max_length: 3', []],
  ['enum: [ab, abb]', []],
])('a character too many and one too few where a pattern counts: %s', (type, texts) => {
  expect(miscounted(type)).toEqual(texts);
});
