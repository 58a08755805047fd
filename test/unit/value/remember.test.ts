import { expect, it } from 'vitest';
import { remember } from '../../../src/value/remember.ts';

it('answers what the function answers, and asks it once', () => {
  const asked: string[] = [];
  const lengthOf = remember((text) => {
    asked.push(text);
    return text.length;
  });
  expect([lengthOf('a'), lengthOf('bc'), lengthOf('a'), lengthOf('')]).toEqual([1, 2, 1, 0]);
  expect(asked).toEqual(['a', 'bc', '']);
});

it('asks again where there was no answer', () => {
  let asked = 0;
  const nothing = remember(() => {
    asked++;
    return undefined;
  });
  expect([nothing('a'), nothing('a')]).toEqual([undefined, undefined]);
  expect(asked).toBe(2);
});

it('keeps names that objects have by themselves apart', () => {
  const same = remember((text) => text);
  expect(['__proto__', 'constructor', '__proto__'].map(same)).toEqual(['__proto__', 'constructor', '__proto__']);
});

it('keeps no more than is harmless, and stays right beyond that', () => {
  let asked = 0;
  const same = remember((text) => {
    asked++;
    return text;
  });
  const texts = Array.from({ length: 5000 }, (_, index) => `text ${index}`);
  for (const text of [...texts, ...texts]) expect(same(text)).toBe(text);
  expect(asked).toBeGreaterThan(5000);
  const long = 'x'.repeat(100_000);
  asked = 0;
  expect([same(long), same(long)]).toEqual([long, long]);
  expect(asked).toBe(2);
});
