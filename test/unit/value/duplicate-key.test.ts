import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findDuplicateKey } from '../../../src/value/duplicate-key.ts';
import { law } from '../../support/law.ts';

const find = (text: string): readonly string[] | undefined => findDuplicateKey(text, JSON.parse(text));

it.each([
  ['{"a":1,"a":2}', ['a']],
  ['{"a":1,"b":{"c":[0,{"d":1,"e":{},"d":1}]}}', ['b', 'c', '1', 'd']],
  ['[[],[{"x":1},{"x":1,"x":2}]]', ['1', '1', 'x']],
  ['{ "a" : 1 ,\n\t"a"\r\n: 2 }', ['a']],
  ['{"a":1,"\\u0061":2}', ['a']],
  ['{"\\"":1,"\\u0022":2}', ['"']],
  ['{"\\\\":1,"b":"\\\\","\\\\":2}', ['\\']],
  ['{"__proto__":1,"__proto__":2}', ['__proto__']],
  ['{"":1,"":2}', ['']],
  ['{"a":{"a":1},"b":[{"a":1},{"a":1}],"c":"\\"a\\":"}', undefined],
  ['{"a":"b:","c":["d",":"],"e":"x\\\\"}', undefined],
  ['"a"', undefined],
  ['7', undefined],
])('finds the first key that is there twice in %s', (text, expected) => {
  expect(find(text)).toEqual(expected);
});

it('looks into what is nested deeper than calls may be', () => {
  const deep = (inner: string): string => `${'{"a":['.repeat(50_000)}${inner}${']}'.repeat(50_000)}`;
  expect(find(deep('{"x":1,"y":1}'))).toBeUndefined();
  expect(find(deep('{"x":1,"x":1}'))?.slice(-3)).toEqual(['a', '0', 'x']);
});

it('finds nothing in what JSON.stringify wrote', () => {
  law([fc.jsonValue(), fc.constantFrom(0, 2)], (value, indent) => {
    expect(find(JSON.stringify(value, null, indent))).toBeUndefined();
  });
});

it('finds a key that was put there again, wherever that is', () => {
  law([fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 }), fc.nat()], (object, seed) => {
    const keys = Object.keys(object);
    const key = keys[seed % keys.length] ?? '';
    const text = `{"x":[${JSON.stringify(object).slice(0, -1)},${JSON.stringify(key)}:0}]}`;
    expect(find(text)).toEqual(['x', '0', key]);
  });
});
