import { expect, it } from 'vitest';
import { compileSchema } from '../../../src/compile.ts';
import { accepted, refusal } from '../../support/results.ts';
import { smallCodec, smallSchema } from '../../support/small.ts';

// Defaults that a reader supplied somewhere inside a value: named, and left out again.

const key = { PK: { S: 'T#x' } };
const struct = '{ type: map, members: { m: { type: string, default: d }, n: { type: string } } }';

it.each([
  ['a struct', `a: ${struct}`, { a: { M: {} } }, ['a/m']],
  ['a struct in a struct', `a: { type: map, members: { b: ${struct} } }`, { a: { M: { b: { M: {} } } } }, ['a/b/m']],
  [
    'some structs of a list',
    `a: { type: list, items: ${struct} }`,
    { a: { L: [{ M: {} }, { M: { m: { S: 'd' } } }, { M: { n: { S: 'x' } } }] } },
    ['a/0/m', 'a/2/m'],
  ],
  ['a map, under any key', `a: { type: map, values: ${struct} }`, { a: { M: { 'x/y~': { M: {} } } } }, ['a/x~1y~0/m']],
  ['a member of a family', `"f_{limit}": ${struct}`, { f_rpm: { M: {} } }, ['f_{limit}/rpm/m']],
  ['an attribute with a slash in its name', '"a/b": { type: string, default: d }', {}, ['a~1b']],
  ['a list and an attribute after it', `a: ${struct}\nb: { type: string, default: e }`, { a: { M: {} } }, ['a/m', 'b']],
])('comes back as it was: %s', (_what, attributes, rest, defaulted) => {
  const codec = smallCodec(attributes);
  const item = { ...key, ...rest };
  const decoded = accepted(codec.decode(item, 'thing'));
  expect(decoded.defaulted).toEqual(defaulted);
  expect(accepted(codec.encode('thing', decoded.record, decoded))).toEqual(item);
  // Without its names, the defaults are written.
  expect(accepted(codec.encode('thing', decoded.record))).not.toEqual(item);
});

it('refuses a default inside a value that is no longer the default', () => {
  const codec = smallCodec(`a: { type: list, items: ${struct} }`);
  const result = codec.encode('thing', { id: 'x', a: [{ m: 'other' }] }, { defaulted: ['a/0/m'] });
  expect(refusal(result)).toEqual({ class: 'invalid-record', rule: 'default-changed', path: '/a/0/m' });
});

it.each([
  ['an attribute that does not exist', 'cascde', /did you mean "cascade"\?/],
  ['a member that does not exist', 's/mm', /did you mean "m"\?/],
  ['a member of text', 'cascade/m', /this one has no members/],
  ['a value of a list as a whole', 'l/0', /the name of a member, not of a whole value/],
  ['a component of the key', 'id', /an attribute of a thing/],
  ['a family', 'f_{limit}', /an attribute of a thing/],
  ['a member of a family', 'f_{limit}/rpm', /an attribute of a thing/],
  ['nothing', '', /an attribute of a thing/],
])('refuses %s among the defaulted', (_what, name, message) => {
  const codec = smallCodec(
    `cascade: { type: string, default: d }\ns: ${struct}\nl: { type: list, items: ${struct} }\n"f_{limit}": ${struct}`,
  );
  const result = codec.encode('thing', { id: 'x' }, { defaulted: ['cascade', name] });
  expect(refusal(result)).toEqual({ class: 'invalid-record', rule: 'unknown', path: '/defaulted/1' });
  expect(result.ok ? '' : result.error.message).toMatch(message);
});

it.each([
  ['an index behind the end of a list', 'l/1/m', '/l/1'],
  ['an index that is a word', 'l/length/m', '/l/length'],
  ['a key that a map does not have', 'v/y/m', '/v/y'],
  ['a member that a family does not have', 'f_{limit}/tpm/m', '/f_{limit}/tpm'],
])('refuses a name inside of what is not there: %s', (_what, name, path) => {
  const codec = smallCodec(
    `l: { type: list, items: ${struct} }\nv: { type: map, values: ${struct} }\n"f_{limit}": ${struct}`,
  );
  const record = { id: 'x', l: [{}], v: { x: {} }, 'f_{limit}': { rpm: {} } };
  expect(refusal(codec.encode('thing', record, { defaulted: [name] }))).toEqual({
    class: 'invalid-record',
    rule: 'default-changed',
    path,
  });
});

const nested = (levels: number): unknown => (levels === 0 ? { S: 'x' } : { M: { k: nested(levels - 1) } });

it.each([
  ['a list', '{ type: list, items: { type: map } }', (inner: unknown) => [inner], (inner: unknown) => ({ L: [inner] })],
  [
    'a map',
    '{ type: map, values: { type: map } }',
    (inner: unknown) => ({ k: inner }),
    (inner: unknown) => ({ M: { k: inner } }),
  ],
  [
    'a struct',
    '{ type: map, members: { k: { type: map } } }',
    (inner: unknown) => ({ k: inner }),
    (inner: unknown) => ({ M: { k: inner } }),
  ],
  [
    'a list of anything',
    '{ type: list, items: { type: any } }',
    (inner: unknown) => [{ M: inner }],
    (inner: unknown) => ({ L: [inner] }),
  ],
])('counts the levels of %s among the 32 that DynamoDB holds', (_what, type, inRecord, inItem) => {
  const codec = smallCodec(`a: ${type}`);
  for (const levels of [31, 32]) {
    const expected = levels === 31 ? 'accepted' : expect.objectContaining({ rule: 'nesting' });
    const written = codec.encode('thing', { id: 'x', a: inRecord({ k: nested(levels - 1) }) });
    expect([levels, refusal(written)]).toEqual([levels, expected]);
    const read = codec.decode({ ...key, a: inItem({ M: { k: nested(levels - 1) } }) }, 'thing');
    expect([levels, refusal(read)]).toEqual([levels, expected]);
  }
});

it('takes types of 32 levels, and no deeper ones', () => {
  const lists = (levels: number): string =>
    levels === 0 ? '{ type: string }' : `{ type: list, items: ${lists(levels - 1)} }`;
  const compiled = (type: string) => compileSchema('s.yaml', smallSchema(`a: ${type}`)).diagnostics;
  expect(compiled(lists(32))).toEqual([]);
  expect(compiled(lists(33))).toMatchObject([
    { code: 'value-invalid', path: 'record_types.thing.attributes.a', message: expect.stringContaining('33 levels') },
  ]);
});
