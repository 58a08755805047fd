import { expect, it } from 'vitest';
import { firstDifference } from '../../../src/value/difference.ts';
import { isObject, type Json, ownProperty, setProperty, shortJson } from '../../../src/value/json.ts';

const proto = (value: Json): { [key: string]: Json } => JSON.parse(`{"__proto__":${JSON.stringify(value)}}`);

it('sets a property of any name, and finds only what is an object’s own', () => {
  const object: { [key: string]: Json } = {};
  setProperty(object, '__proto__', 1);
  setProperty(object, 'a', 2);
  expect(JSON.stringify(object)).toBe('{"__proto__":1,"a":2}');
  expect(ownProperty(object, '__proto__')).toBe(1);
  expect(ownProperty({}, '__proto__')).toBeUndefined();
  expect(ownProperty<unknown>({}, 'constructor')).toBeUndefined();
});

it.each([
  [{}, true],
  [{ a: 1 }, true],
  [[], false],
  [null, false],
  ['', false],
  [undefined, false],
])('says whether %j is an object of JSON: %s', (value, expected) => {
  expect(isObject(value)).toBe(expected);
});

it.each([
  [{ a: 1 }, 120, '{"a":1}'],
  [undefined, 120, 'nothing'],
  [{ a: 10n }, 120, '{"a":"10"}'],
  ['abcdefghijklmnopqrstuvwxyz', 11, '"abc...xyz"'],
])('shows %o in at most %i characters', (value, limit, text) => {
  expect(shortJson(value, limit)).toBe(text);
});

it('shows something for a value that is too deep to show', () => {
  let deep: unknown = [];
  for (let level = 0; level < 100_000; level++) deep = [deep];
  expect(shortJson(deep)).toBe('something that is nested too deeply to show');
});

it.each<[string, Json | undefined, Json | undefined, string | undefined]>([
  ['equal objects in another order', { a: 1, b: [1, { c: null }] }, { b: [1, { c: null }], a: 1 }, undefined],
  ['equal keys __proto__', proto(1), proto(1), undefined],
  ['another value', { a: { b: 1 } }, { a: { b: 2 } }, 'a.b: 1 / 2'],
  ['a missing member', { a: 1, b: 2 }, { a: 1 }, 'b: 2 / undefined'],
  ['a member too many', { a: 1 }, { a: 1, b: null }, 'b: undefined / null'],
  ['NULL instead of absent', {}, { a: null }, 'a: undefined / null'],
  ['a list in another order', { a: [1, 2] }, { a: [2, 1] }, 'a.0: 1 / 2'],
  ['a longer list', [1], [1, 2], '1: undefined / 2'],
  ['a shorter list', [1, 2], [1], '1: 2 / undefined'],
  ['a list instead of an object', {}, [], ': {} / []'],
  ['text instead of a number', { a: 1 }, { a: '1' }, 'a: 1 / "1"'],
  ['another key __proto__', proto({ x: 1 }), proto({ x: 2 }), '__proto__.x: 1 / 2'],
  ['a key __proto__ too many', {}, proto(1), '__proto__: undefined / 1'],
  [
    'the first member too many by its bytes',
    { a: 1 },
    { a: 1, z: 1, '\u{1f600}': 2, '\ufffd': 3, B: 4 },
    'B: undefined / 4',
  ],
  ['bytes and not UTF-16 units', {}, { '\u{1f600}': 2, '\ufffd': 3 }, '\ufffd: undefined / 3'],
  ['a missing member before one too many', { z: 1 }, { a: 1 }, 'z: 1 / undefined'],
  ['the first of two differences', { a: 1, b: 1 }, { b: 2, a: 2 }, 'a: 1 / 2'],
])('finds the first difference: %s', (_what, expected, actual, description) => {
  const found = firstDifference(expected, actual);
  const text = found && `${found.path.join('.')}: ${JSON.stringify(found.expected)} / ${JSON.stringify(found.actual)}`;
  expect(text).toBe(description);
});
