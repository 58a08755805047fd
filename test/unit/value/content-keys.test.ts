import { expect, it } from 'vitest';
import { contentKeys } from '../../../src/value/content-keys.ts';
import { copyJson, type Json } from '../../../src/value/json.ts';

it('gives the same content one name, whatever the order of members', () => {
  const keyOf = contentKeys();
  const first = keyOf({ a: '1', b: { c: ['x'], d: null } });
  expect(keyOf({ b: { d: null, c: ['x'] }, a: '1' })).toBe(first);
  expect(keyOf({ a: '1', b: { c: ['x'], d: null } })).toBe(first);
});

it('gives other contents other names, also where they have the same characters', () => {
  const contents: readonly Json[] = [
    { a: 'xy' },
    { a: 'yx' },
    { x: 'ay' },
    ['a', 'b'],
    ['b', 'a'],
    { a: ['1', '2'] },
    { a: ['2', '1'] },
    null,
    'null',
  ];
  const keyOf = contentKeys();
  const names = contents.map((each) => keyOf(each));
  expect(names[7]).not.toBe(names[8]);
  expect(new Set(names).size).toBe(contents.length);
  expect(contents.map((each) => keyOf(each))).toEqual(names);
});

it('copies JSON with whatever names it has, and shares nothing', () => {
  const original = JSON.parse('{"__proto__":{"a":["x",{"b":null}]},"n":1}') as { n: number };
  const copy = copyJson(original);
  expect(JSON.stringify(copy)).toBe(JSON.stringify(original));
  original.n = 2;
  expect(copy.n).toBe(1);
  expect(Object.getOwnPropertyDescriptor(copy, '__proto__')?.value).not.toBe(
    Object.getOwnPropertyDescriptor(original, '__proto__')?.value,
  );
});
