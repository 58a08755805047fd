import { expect, it } from 'vitest';
import { itemBytes } from '../../../src/item/size.ts';
import { accepted, refusal } from '../../support/results.ts';
import { smallCodec } from '../../support/small.ts';

it('counts names and values as DynamoDB does', () => {
  // What the numbers count was compared with real stores: see test/stores/item-size.test.ts.
  expect(itemBytes({ PK: { S: 'é' }, n: { N: '-12.5' }, m: { M: { a: { NULL: true } } } })).toBe(4 + 5 + 1 + 4 + 2);
});

it.each([
  ['text', 'x', 409_600],
  ['text of three bytes a character', '\u20ac', 409_600],
])('refuses an item above 400 KB: %s', (_what, character, limit) => {
  const codec = smallCodec('a: { type: string, allow_empty: true }');
  const bare = itemBytes(accepted(codec.encode('thing', { id: 'a', a: '' })));
  const room = Math.floor((limit - bare) / new TextEncoder().encode(character).length);
  expect(accepted(codec.encode('thing', { id: 'a', a: character.repeat(room) }))).toBeDefined();
  expect(refusal(codec.encode('thing', { id: 'a', a: character.repeat(room + 1) }))).toEqual({
    class: 'invalid-record',
    rule: 'item-size',
    path: '',
  });
});

it('refuses an item above the limit of its record type, whatever it is made of', () => {
  const codec = smallCodec('v: { type: any }', { thing: 'max_item_bytes: 100' });
  const many = { L: Array.from({ length: 60 }, () => ({ BOOL: true })) };
  expect(accepted(codec.encode('thing', { id: 'a', v: { L: [] } }))).toBeDefined();
  for (const v of [many, { M: { a: many } }, { SS: ['x'.repeat(50), 'y'.repeat(50)] }, { B: 'AAAA'.repeat(40) }])
    expect(refusal(codec.encode('thing', { id: 'a', v }))).toMatchObject({ rule: 'item-size' });
});
