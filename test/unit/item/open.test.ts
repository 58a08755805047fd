import { expect, it } from 'vitest';
import { codecOf } from '../../support/codec.ts';
import { accepted, refusal } from '../../support/results.ts';
import { smallCodec } from '../../support/small.ts';

// Corners of the codec.

const key = { PK: { S: 'T#x' } };
const invalidRecord = (rule: string, path: string): object => ({ class: 'invalid-record', rule, path });

it.each([
  ['another type', { B: 'x' }],
  ['two types', { S: 'x', N: '1' }],
])('reads no item whose key of an index has %s', (_what, value) => {
  const codec = smallCodec('a: { type: string }', { thing: "indexes: { by_x: { pk_pattern: '{id}', sk: s } }" });
  const item = { ...key, XPK: value, XSK: { S: 's' } };
  expect(refusal(codec.decode(item, 'thing'))).toEqual({ class: 'invalid-item', rule: 'index-key', path: '/XPK' });
});

it('reads a number in the key of an index in any spelling', () => {
  const codec = codecOf(`
table: { name: things, keys: { primary: { partition_key: PK }, by_n: { partition_key: { name: NPK, type: N } } } }
record_types:
  thing: { pk: T, indexes: { by_n: { pk_pattern: '{n}' } }, attributes: { n: { type: integer, required: true } } }
`);
  const item = { PK: { S: 'T' }, NPK: { N: '1.0' }, n: { N: '1.0' } };
  expect(accepted(codec.decode(item, 'thing')).record).toEqual({ n: '1' });
});

it.each([
  ['an attribute that the record lacks', 'a', { N: '1' }],
  ['a member of a family', 'f_x', { N: '1' }],
  ['a key of an index that the record is not in', 'XPK', { S: 'x' }],
  ['an attribute without a name, which DynamoDB has not', '', { S: 'x' }],
])('brings nothing back as unknown that is %s', (_what, name, value) => {
  const codec = smallCodec('a: { type: string }\n"f_{limit}": { type: string }', {
    thing: "indexes: { by_x: { when: a, pk_pattern: 'X#{a}', sk: s } }",
  });
  const result = codec.encode('thing', { id: 'x' }, { unknownAttributes: { [name]: value } });
  expect(refusal(result)).toEqual(invalidRecord('unknown', `/unknown_attributes/${name}`));
});

it('lets no key through that is made of an attribute that is not there', () => {
  const codec = smallCodec('a: { type: string, default: d, default_on: write }', {
    thing: "indexes: { by_x: { pk_pattern: 'X#{a}', sk: s } }",
  });
  const item = { ...key, XPK: { S: 'X#undefined' }, XSK: { S: 's' } };
  expect(refusal(codec.decode(item, 'thing'))).toEqual({ class: 'invalid-item', rule: 'index-key', path: '/XPK' });
});

it('writes no required set that is empty, for no reader would take it', () => {
  const codec = smallCodec('a: { type: string_set, required: true, empty_set: omit }');
  expect(refusal(codec.encode('thing', { id: 'x', a: [] }))).toEqual(invalidRecord('empty', '/a'));
});

it('makes no codec for an empty set that a reader would take for a default', () => {
  expect(() => smallCodec('a: { type: string_set, empty_set: omit, default: [d] }')).toThrow(
    /an empty set would be left out/,
  );
});

it('makes no codec for a condition whose default only readers know', () => {
  const attributes =
    's: { type: string, default: off, default_on: read }\na: { type: string, present_when: { s: [off] } }';
  expect(() => smallCodec(attributes)).toThrow(/whose default only readers know/);
});

it('does not care in which order the schema lists conditions of conditions', () => {
  const codec = smallCodec(
    'a: { type: string, present_when: { b: [x] } }\nb: { type: string, present_when: { c: [x] } }\nc: { type: string }',
  );
  expect(refusal(codec.encode('thing', { id: 'x', a: 's', b: 'x', c: 'x' }))).toBe('accepted');
});

it('takes a default from an attribute that has only its own default', () => {
  const codec = smallCodec('a: { type: string, default: d }\nb: { type: string, default_from: a }');
  expect(accepted(codec.encode('thing', { id: 'x' }))['b']).toEqual({ S: 'd' });
});

it('leaves out again what a reader supplied inside a struct', () => {
  const codec = smallCodec('a: { type: map, members: { m: { type: string, default: d } } }');
  const item = { ...key, a: { M: {} } };
  const decoded = accepted(codec.decode(item, 'thing'));
  expect(accepted(codec.encode('thing', decoded.record, decoded))).toEqual(item);
});

it('leaves out again the key of an index that a reader supplied', () => {
  const codec = codecOf(`
table: { name: things, keys: { primary: { partition_key: PK }, by_level: { partition_key: level } } }
record_types:
  thing: { pk: T, indexes: { by_level: {} }, attributes: { level: { type: string, default: low } } }
`);
  const decoded = accepted(codec.decode({ PK: { S: 'T' } }, 'thing'));
  expect(accepted(codec.encode('thing', decoded.record, decoded))).toEqual({ PK: { S: 'T' } });
});

it.each([
  ['a number in a key of text', 'partition_key: n', ''],
  ['text in a key of a number', 'partition_key: { name: P, type: N }', "pk_pattern: 'T#{n}', "],
  ['text that is no base64 in a key of bytes', 'partition_key: { name: P, type: B }', "pk_pattern: 'T#{n}', "],
])('makes no codec that writes %s', (_what, primary, pattern) => {
  expect(() =>
    codecOf(`
table: { name: things, keys: { primary: { ${primary} } } }
record_types: { thing: { ${pattern}attributes: { n: { type: integer, required: true } } } }
`),
  ).toThrow();
});

it('measures the nesting of a document from the outermost attribute', () => {
  const codec = smallCodec('a: { type: list, items: { type: map } }');
  const nested = (levels: number): unknown => (levels === 0 ? { S: 'x' } : { M: { k: nested(levels - 1) } });
  expect(refusal(codec.encode('thing', { id: 'x', a: [{ k: nested(31) }] }))).toMatchObject({ rule: 'nesting' });
});

it('reads no item with an attribute without a name, which could not be written back', () => {
  const item = { ...key, '': { S: 'x' } };
  expect(refusal(smallCodec('a: { type: string }').decode(item, 'thing'))).toEqual({
    class: 'invalid-item',
    rule: 'unknown',
    path: '/',
  });
});
