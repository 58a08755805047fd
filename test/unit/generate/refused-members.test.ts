import { expect, it } from 'vitest';
import { foundIn } from '../../support/mutants.ts';
import { smallSchema } from '../../support/small.ts';

const schema = smallSchema(`
"n_{limit}": { type: integer, minimum: 1, maximum: 9, group: tags }
"m_{limit}": { type: string_set, items: { type: string, pattern: "[a-z]+" }, group: tags }
"k_{limit}": { type: map, members: { x: { type: integer, maximum: 7, required: true } } }
`);

it.each([
  ['a number that is too small', 'minimum: 1', 'minimum: 0'],
  ['a number that is too large', 'maximum: 9', 'maximum: 10'],
  ['a set with any text', '"[a-z]+" }, group', '"[^]*" }, group'],
  ['a map in which a number is too large', 'maximum: 7', 'maximum: 8'],
  ['a map that lacks a member', 'maximum: 7, required: true', 'maximum: 7'],
] as const)('vectors find who writes, and who reads, %s in a family', (_what, right, wrong) => {
  const found = foundIn(schema, [right, wrong]).map((each) => each.split(' ')[0]);
  expect(found).toEqual(expect.arrayContaining(['item-encode-refusal', 'item-decode-refusal']));
});

it('they find nothing in a program that is right', () => {
  expect(foundIn(schema)).toEqual([]);
});
