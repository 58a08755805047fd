import { expect, it } from 'vitest';
import { findJsonError } from '../../../src/value/json-syntax.ts';

const broken: readonly (readonly [string, string, string])[] = [
  ['{"a": NaN}', 'NaN', 'this is no value of JSON'],
  ['{"a": 01}', '01', 'this is no value of JSON'],
  ['{"a": tru}', 'tru', 'this is no value of JSON'],
  ['{"a": 1 "b": 2}', '"b"', '"," or "}" is missing before this'],
  ['[1 2]', '2', '"," or "]" is missing before this'],
  ['[1, 2}', '}', '"," or "]" is missing before this'],
  ['[1,]', ']', 'a value is missing here'],
  ['{"a":1,}', '}', 'a name in double quotes is missing here'],
  ["{'a': 1}", "'a'", 'a name in double quotes is missing here'],
  ['{"a" 1}', '1', '":" is missing before this'],
  ['{"a": 1} // why', '//', 'JSON has no comments'],
  ['{"a": /* why */ 1}', '/*', 'JSON has no comments'],
  ['{"a": 1}\n]', ']', 'the file has ended before this'],
  ['{"a": "\t"}', '"\t"', 'this string has a line end, a tab or an escape that JSON has not'],
  ['{"a": "\\x"}', '"\\x"', 'this string has a line end, a tab or an escape that JSON has not'],
];

it.each(broken)('%s is no JSON from %s on: %s', (text, token, message) => {
  expect(() => JSON.parse(text)).toThrow();
  expect(findJsonError(text)).toEqual({ offset: text.indexOf(token), length: token.length, message });
});

it.each(['{}', '[]', ' {"a": [1, -0.5e+3, "\\u00e9\\"", {}, [[]], null, true]}\n', '"a"', '1'])(
  '%s is JSON',
  (text) => {
    expect(JSON.parse(text)).toBeDefined();
    expect(findJsonError(text)).toBeUndefined();
  },
);

it.each(['', '{"a": ', '{"a": "b', '[1,'])('%j only ends too early', (text) => {
  expect(findJsonError(text)).toBeUndefined();
});
