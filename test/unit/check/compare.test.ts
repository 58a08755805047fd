import { expect, it } from 'vitest';
import { compareExactly, compareItems, compareRecords } from '../../../src/check/compare.ts';
import type { Judgement } from '../../../src/check/problem.ts';
import { recordTypeOf } from '../../support/codec.ts';
import { everyType, rateLimits } from '../../support/schemas.ts';

/** Where two values differ, and how. */
function verdict(judgement: Judgement): string {
  if (judgement.passed) return 'equal';
  const { kind, path, message } = judgement.problem;
  return `${kind} at ${path.join('.')}: ${message}`;
}

const proto = (value: string): { [name: string]: unknown } => JSON.parse(`{"__proto__":${value}}`);

it.each([
  ['the same number in another spelling', { a: { N: '1' } }, { a: { N: '1.0e0' } }],
  ['the same set in another order', { a: { SS: ['a', 'b'] } }, { a: { SS: ['b', 'a'] } }],
  ['the same set of numbers in other spellings', { a: { NS: ['1', '20'] } }, { a: { NS: ['2e1', '01'] } }],
  ['the same attributes in another order', { a: { S: '1' }, b: { S: '2' } }, { b: { S: '2' }, a: { S: '1' } }],
  [
    'the same map in another order',
    { a: { M: { x: { S: '' }, y: { S: '' } } } },
    { a: { M: { y: { S: '' }, x: { S: '' } } } },
  ],
  ['the same attribute __proto__', proto('{"S":"x"}'), proto('{"S":"x"}')],
])('takes for one item what has %s', (_what, expected, actual) => {
  expect(verdict(compareItems(expected as Parameters<typeof compareItems>[0], actual))).toBe('equal');
});

it.each<[string, object, unknown, string]>([
  ['another number', { a: { N: '1' } }, { a: { N: '2' } }, 'wrong at a.N: "a.N" differs'],
  ['another type', { a: { N: '1' } }, { a: { S: '1' } }, 'wrong at a: "a": type S instead of N'],
  [
    'a list in another order',
    { a: { L: [{ S: 'a' }, { S: 'b' }] } },
    { a: { L: [{ S: 'b' }, { S: 'a' }] } },
    'wrong at a.L.0.S: "a.L.0.S" differs',
  ],
  ['a set member too few', { a: { SS: ['a', 'b'] } }, { a: { SS: ['a'] } }, 'wrong at a.SS.1: "a.SS.1" is missing'],
  ['a missing attribute', { a: { S: 'x' } }, {}, 'wrong at a: "a" is missing'],
  ['an attribute too many', {}, { a: { S: 'x' } }, 'wrong at a: "a" is there, and should not be'],
  ['NULL instead of absent', {}, { a: { NULL: true } }, 'wrong at a: "a" is there, and should not be'],
  ['absent instead of NULL', { a: { NULL: true } }, {}, 'wrong at a: "a" is missing'],
  ['empty instead of NULL', { a: { NULL: true } }, { a: { S: '' } }, 'wrong at a: "a": type S instead of NULL'],
  ['text of another composition', { a: { S: '\u00e9' } }, { a: { S: 'e\u0301' } }, 'wrong at a.S: "a.S" differs'],
  [
    'another attribute __proto__',
    proto('{"S":"x"}'),
    proto('{"S":"y"}'),
    'wrong at __proto__.S: "__proto__.S" differs',
  ],
  ['no attribute __proto__', proto('{"S":"x"}'), {}, 'wrong at __proto__: "__proto__" is missing'],
  [
    'no DynamoDB JSON',
    { a: { S: 'x' } },
    { a: 'x' },
    'wrong at a: no DynamoDB JSON: /a: expected DynamoDB JSON, for example {"S":"text"}, and found "x"',
  ],
  [
    'no DynamoDB JSON under a name with a slash',
    {},
    { 'a/b~c': 1 },
    'wrong at a/b~c: no DynamoDB JSON: /a~1b~0c: expected DynamoDB JSON, for example {"S":"text"}, and found 1',
  ],
  [
    'a duplicate in a set',
    { a: { SS: ['a'] } },
    { a: { SS: ['a', 'a'] } },
    'wrong at a: no DynamoDB JSON: /a/SS: expected each member once, and found "a"',
  ],
  ['no object', { a: { S: 'x' } }, [], 'wrong at : the item is no object'],
  [
    'a member that is called like a type',
    { a: { M: { S: { S: 'x' } } } },
    { a: { M: { N: { S: 'x' } } } },
    'wrong at a.M.S: "a.M.S" is missing',
  ],
  [
    'another type in a map',
    { a: { M: { S: { S: 'x' } } } },
    { a: { M: { S: { N: '1' } } } },
    'wrong at a.M.S: "a.M.S": type N instead of S',
  ],
  ['nothing', { a: { S: 'x' } }, undefined, 'wrong at : the item is no object'],
])('finds in an item %s', (_what, expected, actual, description) => {
  expect(verdict(compareItems(expected as Parameters<typeof compareItems>[0], actual))).toBe(description);
});

it('leaves out of an item what it is told to', () => {
  const expected = { a: { S: '1' }, b: { S: '2' } };
  expect(verdict(compareItems(expected, { a: { S: 'x' }, b: { S: '2' } }, ['a']))).toBe('equal');
  expect(verdict(compareItems(expected, { b: { S: '2' } }, ['a']))).toBe('equal');
  expect(verdict(compareItems(expected, { a: { S: '1' } }, ['a']))).toBe('wrong at b: "b" is missing');
});

it('does not take an invalid expectation for a wrong answer', () => {
  expect(() => compareItems({ a: 'x' }, {})).toThrow(
    new TypeError('the expected item is invalid: /a: expected DynamoDB JSON, for example {"S":"text"}, and found "x"'),
  );
});

const user = recordTypeOf(everyType, 'user');

function notNormal(path: string): string {
  return `wrong at ${path}: "${path}" is the right number, and not in normal form: no exponent, no "+", no needless zeros`;
}
const bucket = recordTypeOf(rateLimits, 'bucket');

it.each<[string, object, unknown]>([
  ['a decimal that is expected in another spelling', { balance: '01.50' }, { balance: '1.5' }],
  ['a set in another order', { texts: ['a', 'b'] }, { texts: ['b', 'a'] }],
  ['sets in a map', { by_day: { k: ['1', '2'] } }, { by_day: { k: ['2', '1'] } }],
  [
    'members of structs in another order',
    { profile: { age: '1', plan: 'free' } },
    { profile: { plan: 'free', age: '1' } },
  ],
  ['anything in another spelling', { extra: { NS: ['1', '2'] } }, { extra: { NS: ['2.0', '1'] } }],
])('takes for one record what has %s', (_what, expected, actual) => {
  expect(verdict(compareRecords(user, expected as Parameters<typeof compareRecords>[1], actual))).toBe('equal');
});

it.each<[string, object, unknown, string]>([
  [
    'an integer in another spelling',
    { profile: { age: '1' } },
    { profile: { age: '01' } },
    'wrong at profile.age: "profile.age" differs',
  ],
  ['a decimal with zeros in front', { balance: '1000' }, { balance: '001000' }, notNormal('balance')],
  ['a decimal with zeros at the end', { ratio: '1000' }, { ratio: '1000.00' }, notNormal('ratio')],
  ['a decimal with an exponent', { balance: '1000' }, { balance: '1E3' }, notNormal('balance')],
  ['a zero with a sign', { balance: '0' }, { balance: '-0' }, notNormal('balance')],
  [
    'another spelling in a set in another order',
    { scores: ['1', '2', '10'] },
    { scores: ['2.0', '1', '10'] },
    notNormal('scores.2'),
  ],
  [
    'another spelling in lists of lists',
    { matrix: [['1'], ['2']] },
    { matrix: [['1'], ['2e0']] },
    notNormal('matrix.1.0'),
  ],
  [
    'another number first',
    { balance: '1', ratio: '2' },
    { balance: '1.0', ratio: '3' },
    'wrong at ratio: "ratio" differs',
  ],
  ['a JSON number', { balance: '1' }, { balance: 1 }, 'wrong at balance: "balance" differs'],
  [
    'a list in another order',
    { matrix: [['1'], ['2']] },
    { matrix: [['2'], ['1']] },
    'wrong at matrix.0.0: "matrix.0.0" differs',
  ],
  ['NULL instead of absent', {}, { other: null }, 'wrong at other: "other" is there, and should not be'],
  ['absent instead of NULL', { other: null }, {}, 'wrong at other: "other" is missing'],
  [
    'a member twice in a set',
    { texts: ['a'] },
    { texts: ['a', 'a'] },
    'wrong at texts.1: "texts.1" is there, and should not be',
  ],
  ['text instead of a set', { texts: ['a'] }, { texts: 'a' }, 'wrong at texts: "texts" differs'],
  ['an empty set instead of none', {}, { texts: [] }, 'wrong at texts: "texts" is there, and should not be'],
  ['a member that nobody knows', {}, { x: 'y' }, 'wrong at x: "x" is there, and should not be'],
  ['no object', {}, [], 'wrong at : the record is no object'],
  ['nothing', {}, null, 'wrong at : the record is no object'],
])('finds in a record %s', (_what, expected, actual, description) => {
  expect(verdict(compareRecords(user, expected as Parameters<typeof compareRecords>[1], actual))).toBe(description);
});

it('compares the members of families, and leaves out what a reader does not return', () => {
  const expected = { 'b_{limit}_tk': { wcu: '1', rpm: '2' }, cascade: true };
  const reordered = { 'b_{limit}_tk': { rpm: '2', wcu: '1' } };
  expect(verdict(compareRecords(bucket, expected, reordered, ['cascade']))).toBe('equal');
  expect(verdict(compareRecords(bucket, expected, reordered))).toBe('wrong at cascade: "cascade" is missing');
  expect(verdict(compareRecords(bucket, expected, { 'b_{limit}_tk': { wcu: '1', rpm: '3' } }))).toBe(
    'wrong at b_{limit}_tk.rpm: "b_{limit}_tk.rpm" differs',
  );
  expect(verdict(compareRecords(bucket, expected, { 'b_{limit}_tk': ['1'], cascade: true }))).toBe(
    'wrong at b_{limit}_tk: "b_{limit}_tk" differs',
  );
});

it.each<[string, unknown, string]>([
  ['the same', { gsi: { PK: { S: 'x' } } }, 'equal'],
  ['another text', { gsi: { PK: { S: 'X' } } }, 'wrong at gsi.PK.S: "gsi.PK.S" differs'],
  ['nothing', undefined, 'wrong at : the answer differs'],
])('compares keys character by character: %s', (_what, actual, description) => {
  expect(verdict(compareExactly({ gsi: { PK: { S: 'x' } } }, actual))).toBe(description);
});
