import { expect, it } from 'vitest';
import type { Violation } from '../../../src/scalar/violation.ts';
import { accepted, refusal } from '../../support/results.ts';
import { smallCodec } from '../../support/small.ts';

type Case = readonly [what: string, type: string, value: unknown, stored: unknown];

/** Writes a value under a type and reads it back. */
function written(type: string, value: unknown): unknown {
  const codec = smallCodec(`a: { ${type} }`);
  const record = { id: 'x', a: value };
  const item = accepted(codec.encode('thing', record));
  return item['a'];
}

function read(type: string, stored: unknown): unknown {
  const codec = smallCodec(`a: { ${type} }`);
  return accepted(codec.decode({ PK: { S: 'T#x' }, a: stored }, 'thing')).record['a'];
}

const struct =
  'type: map, members: { x: { type: string, required: true }, y: { type: integer, default: 1 }, z: { type: boolean, nullable: true } }';

const roundTrips: readonly Case[] = [
  ['text', 'type: string', 'é\u0000\u{1F600}', { S: 'é\u0000\u{1F600}' }],
  ['empty text', 'type: string, allow_empty: true', '', { S: '' }],
  ['an integer', 'type: integer', '-12345678901234567890', { N: '-12345678901234567890' }],
  ['a decimal', 'type: decimal', '0.1', { N: '0.1' }],
  ['a boolean', 'type: boolean', false, { BOOL: false }],
  ['bytes', 'type: binary', 'AP8=', { B: 'AP8=' }],
  ['no bytes', 'type: binary, allow_empty: true', '', { B: '' }],
  [
    'a time as text',
    'type: timestamp, format: rfc3339',
    '2024-01-02T03:04:05.10+00:00',
    { S: '2024-01-02T03:04:05.10+00:00' },
  ],
  ['a time as a number', 'type: timestamp, format: epoch-seconds', '0', { N: '0' }],
  [
    'a list',
    'type: list, items: { type: string, nullable: true }',
    ['b', null, 'b'],
    { L: [{ S: 'b' }, { NULL: true }, { S: 'b' }] },
  ],
  ['an empty list', 'type: list, items: { type: string }', [], { L: [] }],
  ['a map', 'type: map, values: { type: integer }', { b: '1', a: '2' }, { M: { b: { N: '1' }, a: { N: '2' } } }],
  ['an empty map', 'type: map, values: { type: integer }', {}, { M: {} }],
  ['a struct', struct, { x: 's', y: '1', z: null }, { M: { x: { S: 's' }, y: { N: '1' }, z: { NULL: true } } }],
  ['a set of texts', 'type: string_set', ['a', 'b'], { SS: ['a', 'b'] }],
  ['a set of numbers', 'type: number_set', ['-1', '2.5'], { NS: ['-1', '2.5'] }],
  ['a set of bytes', 'type: binary_set', ['', 'AA=='], { BS: ['', 'AA=='] }],
  [
    'a document',
    'type: map',
    { a: { L: [{ NULL: true }] }, b: { N: '1' } },
    { M: { a: { L: [{ NULL: true }] }, b: { N: '1' } } },
  ],
  ['anything', 'type: any', { NS: ['1', '2'] }, { NS: ['1', '2'] }],
  ['NULL', 'type: string, nullable: true', null, { NULL: true }],
  ['NULL in place of anything', 'type: any, nullable: true', null, { NULL: true }],
];

it.each(roundTrips)('stores %s', (_what, type, value, stored) => {
  expect(written(type, value)).toEqual(stored);
});

it.each(roundTrips)('reads %s', (_what, type, value, stored) => {
  expect(read(type, stored)).toEqual(value);
});

it.each<Case>([
  ['a decimal in another spelling', 'type: decimal', '+01.50e1', { N: '15' }],
  ['a set in another order', 'type: string_set', ['b', 'a'], { SS: ['a', 'b'] }],
  ['a set of decimals in other spellings', 'type: number_set', ['2.0', '1e1'], { NS: ['10', '2'] }],
  [
    'numbers and sets in a document',
    'type: map',
    { a: { N: '1.0' }, b: { SS: ['b', 'a'] } },
    { M: { a: { N: '1' }, b: { SS: ['a', 'b'] } } },
  ],
  ['a struct without what has a default', struct, { x: 's' }, { M: { x: { S: 's' }, y: { N: '1' } } }],
])('writes in one way: %s', (_what, type, value, stored) => {
  expect(written(type, value)).toEqual(stored);
});

it.each<Case>([
  ['an integer in another spelling', 'type: integer', '10', { N: '1.0E1' }],
  ['a decimal in another spelling', 'type: decimal', '0.5', { N: '.50' }],
  ['a time in another spelling', 'type: timestamp, format: epoch-seconds', '5', { N: '5.0' }],
  ['a set of numbers in other spellings', 'type: number_set', ['1', '2'], { NS: ['1.0', '+2'] }],
  ['a document of numbers in other spellings', 'type: map', { a: { N: '1' } }, { M: { a: { N: '01' } } }],
  ['a struct without what has a default', struct, { x: 's', y: '1' }, { M: { x: { S: 's' } } }],
])('reads in any way: %s', (_what, type, value, stored) => {
  expect(read(type, stored)).toEqual(value);
});

type Refused = readonly [what: string, type: string, value: unknown, rule: Violation['rule'], path?: string];

const proto: unknown = JSON.parse('{"__proto__":"x"}');

it.each<Refused>([
  ['a number instead of text', 'type: string', 5, 'type'],
  ['NULL', 'type: string', null, 'nullable'],
  ['a list instead of text', 'type: string', ['a'], 'type'],
  ['a JSON number', 'type: integer', 5, 'type'],
  ['text that is no number', 'type: decimal', '1,5', 'number'],
  ['39 digits', 'type: decimal', '1'.repeat(39), 'number'],
  ['an integer of 39 digits', 'type: integer', '1'.repeat(39), 'maximum'],
  ['text instead of a boolean', 'type: boolean', 'true', 'type'],
  ['a number instead of a boolean', 'type: boolean', 1, 'type'],
  ['bytes without padding', 'type: binary', 'AA', 'base64'],
  ['no bytes', 'type: binary', '', 'empty'],
  ['too few bytes', 'type: binary, min_length: 2', 'AA==', 'min-length'],
  ['too many bytes', 'type: binary, max_length: 2', 'AAAA', 'max-length'],
  ['bytes as a list', 'type: binary', [0, 255], 'type'],
  ['a time with an offset', 'type: timestamp, format: iso-seconds', '2024-01-02T03:04:05+00:00', 'timestamp'],
  ['a time as a JSON number', 'type: timestamp, format: epoch-seconds', 5, 'type'],
  ['an object instead of a list', 'type: list', {}, 'type'],
  ['an empty list', 'type: list, allow_empty: false', [], 'empty'],
  ['too short a list', 'type: list, min_items: 2, items: { type: string }', ['a'], 'min-items'],
  ['too long a list', 'type: list, max_items: 1, items: { type: string }', ['a', 'b'], 'max-items'],
  ['NULL in a list', 'type: list, items: { type: string }', ['a', null], 'nullable', '/a/1'],
  ['a list instead of a map', 'type: map, values: { type: string }', [], 'type'],
  ['an empty map', 'type: map, allow_empty: false, values: { type: string }', {}, 'empty'],
  ['an empty key', 'type: map, values: { type: string }', { '': 'x' }, 'empty', '/a/'],
  ['a lone surrogate in a key', 'type: map, values: { type: string }', { '\ud800': 'x' }, 'unicode', '/a/\ud800'],
  ['a wrong value in a map', 'type: map, values: { type: integer }', { 'x/y~z': 'no' }, 'number', '/a/x~1y~0z'],
  ['a wrong value under __proto__', 'type: map, values: { type: integer }', proto, 'number', '/a/__proto__'],
  ['an omitted set in a map', 'type: map, values: { type: string_set, empty_set: omit }', { k: [] }, 'empty', '/a/k'],
  ['an omitted set in a list', 'type: list, items: { type: string_set, empty_set: omit }', [[]], 'empty', '/a/0'],
  ['a member that a struct has not', struct, { x: 's', q: 1 }, 'unknown', '/a/q'],
  ['a member __proto__', struct, proto, 'unknown', '/a/__proto__'],
  ['a struct without a member', struct, {}, 'required', '/a/x'],
  ['a wrong member of a struct', struct, { x: 's', y: '1.5' }, 'number', '/a/y'],
  ['a struct that is a list', struct, [], 'type'],
  ['an empty set', 'type: string_set', [], 'empty'],
  ['one member twice', 'type: string_set', ['a', 'a'], 'duplicate', '/a/1'],
  ['one number twice, in two spellings', 'type: number_set', ['1', '1.0'], 'duplicate', '/a/1'],
  ['text instead of a set', 'type: string_set', 'a', 'type'],
  ['a number in a set of texts', 'type: string_set', [1], 'type', '/a/0'],
  ['no text in a set that wants some', 'type: string_set, items: { type: string }', [''], 'empty', '/a/0'],
  ['values without their types in a document', 'type: map', { note: 'x' }, 'attribute-value', '/a/note'],
  ['two types in a document', 'type: map', { note: { S: 'x', N: '1' } }, 'attribute-value', '/a/note'],
  ['an empty document', 'type: map, allow_empty: false', {}, 'empty'],
  ['no document', 'type: map', [], 'type'],
  ['a value without its type', 'type: any', 'x', 'attribute-value'],
  ['NULL spelled out', 'type: any', { NULL: true }, 'nullable'],
  ['NULL spelled out where NULL may be', 'type: any, nullable: true', { NULL: true }, 'nullable'],
])('writes no %s', (_what, type, value, rule, path = '/a') => {
  const result = smallCodec(`a: { ${type} }`).encode('thing', { id: 'x', a: value });
  expect(refusal(result)).toEqual({ class: 'invalid-record', rule, path });
});

it.each<Refused>([
  ['another type', 'type: string', { N: '1' }, 'type'],
  ['NULL', 'type: string', { NULL: true }, 'nullable'],
  ['no type', 'type: string', 'x', 'attribute-value'],
  ['an empty object', 'type: string', {}, 'attribute-value'],
  ['two types', 'type: string', { S: 'x', N: '1' }, 'attribute-value'],
  ['an unknown type', 'type: string', { X: 'x' }, 'attribute-value'],
  ['NULL that is false', 'type: string, nullable: true', { NULL: false }, 'attribute-value'],
  ['a number under S', 'type: string', { S: 1 }, 'attribute-value'],
  ['a JSON number under N', 'type: integer', { N: 1 }, 'attribute-value'],
  ['a fraction', 'type: integer', { N: '1.5' }, 'number'],
  ['no number', 'type: integer', { N: 'x' }, 'number'],
  ['text under BOOL', 'type: boolean', { BOOL: 'true' }, 'attribute-value'],
  ['bytes with stray bits', 'type: binary', { B: 'AB==' }, 'base64'],
  ['a time as text', 'type: timestamp, format: epoch-seconds', { S: '5' }, 'type'],
  ['a time as a number', 'type: timestamp, format: iso-seconds', { N: '5' }, 'type'],
  ['a fraction of a second', 'type: timestamp, format: epoch-seconds', { N: '5.5' }, 'timestamp'],
  ['a list as an object', 'type: list', { L: {} }, 'attribute-value'],
  [
    'too long a list',
    'type: list, max_items: 1, items: { type: string }',
    { L: [{ S: 'a' }, { S: 'b' }] },
    'max-items',
  ],
  ['another type in a list', 'type: list, items: { type: string }', { L: [{ S: 'a' }, { N: '1' }] }, 'type', '/a/1'],
  ['an untagged value in a list', 'type: list, items: { type: string }', { L: [null] }, 'attribute-value', '/a/0'],
  ['another type in a map', 'type: map, values: { type: string }', { M: { k: { N: '1' } } }, 'type', '/a/k'],
  ['an untagged value in a map', 'type: map, values: { type: string }', { M: { k: 'x' } }, 'attribute-value', '/a/k'],
  ['an empty key', 'type: map, values: { type: string }', { M: { '': { S: 'x' } } }, 'empty', '/a/'],
  ['a member that a struct has not', struct, { M: { x: { S: 's' }, q: { S: 'x' } } }, 'unknown', '/a/q'],
  ['a struct without a member', struct, { M: {} }, 'required', '/a/x'],
  ['another kind of set', 'type: string_set', { NS: ['1'] }, 'type'],
  ['an empty set', 'type: string_set', { SS: [] }, 'attribute-value'],
  ['a set of JSON numbers', 'type: number_set', { NS: [1] }, 'attribute-value'],
  ['one number twice', 'type: number_set', { NS: ['1', '1.0'] }, 'duplicate', '/a/1'],
  ['a list instead of a set', 'type: string_set', { L: [{ S: 'a' }] }, 'type'],
  ['an untagged value in a document', 'type: map', { M: { k: 'x' } }, 'attribute-value', '/a/k'],
  ['a wrong value deep in a document', 'type: map', { M: { k: { L: [{ N: 'x' }] } } }, 'number', '/a/k/L/0'],
  ['an empty key in a document', 'type: map', { M: { '': { S: 'x' } } }, 'empty', '/a/'],
  ['one member twice in a document', 'type: map', { M: { k: { SS: ['a', 'a'] } } }, 'duplicate', '/a/k/SS'],
])('reads no %s', (_what, type, stored, rule, path = '/a') => {
  const result = smallCodec(`a: { ${type} }`).decode({ PK: { S: 'T#x' }, a: stored }, 'thing');
  expect(refusal(result)).toEqual({ class: 'invalid-item', rule, path });
});

it('takes maps and lists of 32 levels in a document, and no more', () => {
  const codec = smallCodec('a: { type: map }');
  const nested = (levels: number): unknown => (levels === 0 ? { S: 'x' } : { M: { k: nested(levels - 1) } });
  expect(refusal(codec.encode('thing', { id: 'x', a: { k: nested(31) } }))).toBe('accepted');
  const deeper = refusal(codec.encode('thing', { id: 'x', a: { k: nested(32) } }));
  expect(deeper).toMatchObject({ class: 'invalid-record', rule: 'nesting' });
});

it('keeps map keys that objects inherit', () => {
  const record: unknown = JSON.parse('{"id":"x","a":{"__proto__":"1","constructor":"2","hasOwnProperty":"3"}}');
  const codec = smallCodec('a: { type: map, values: { type: integer } }');
  const item = accepted(codec.encode('thing', record));
  expect(JSON.stringify(item['a'])).toBe(
    '{"M":{"__proto__":{"N":"1"},"constructor":{"N":"2"},"hasOwnProperty":{"N":"3"}}}',
  );
  expect(JSON.stringify(accepted(codec.decode(item, 'thing')).record)).toBe(JSON.stringify(record));
});
