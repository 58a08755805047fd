import { expect, it } from 'vitest';
import { placeOf } from '../../../src/vector/place.ts';

const text = `{
  "a": [1, "x,]}\\"", {"b\\u0063": null}],
  "vectors": [ {"id": "one"}, {"id":"two", "deep": {"N": "-1.5e3"}} ],
  "empty": [],
  "last": true
}
`;

it.each([
  ['the whole', [], '1:1+1'],
  ['a number', ['a', 0], '2:9+1'],
  ['text with what looks like an end', ['a', 1], '2:12+8'],
  ['a member whose name is written with escapes', ['a', 2, 'bc'], '2:34+4'],
  ['an item behind another one', ['vectors', 1, 'id'], '3:37+5'],
  ['something deep', ['vectors', 1, 'deep', 'N'], '3:58+8'],
  ['the last', ['last'], '5:11+4'],
  ['what is not there, in what is around it', ['vectors', 7, 'id'], '3:14+1'],
  ['an item of nothing', ['empty', 0], '4:12+1'],
  ['a member of a list', ['vectors', 'id'], '3:14+1'],
])('finds %s', (_what, pointer, expected) => {
  const { line, column, length } = placeOf(text, pointer);
  expect(`${line}:${column}+${length}`).toBe(expected);
});

it('finds a place behind more levels than calls may have', () => {
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  expect(placeOf(`[${deep}, 7]`, [1])).toEqual({ line: 1, column: 200_004, length: 1 });
});
