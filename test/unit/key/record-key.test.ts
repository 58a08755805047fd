import { expect, it } from 'vitest';
import { codecOf, recordTypeOf } from '../../support/codec.ts';
import { accepted, refusal } from '../../support/results.ts';
import { everyType, rateLimits } from '../../support/schemas.ts';

const bucket = {
  namespace_id: 'nsA1b2C3d4E',
  entity_id: 'sk-proj:9f@x',
  resource: 'openai/gpt-4:1',
  shard_id: '7',
};

it('builds the keys of every index that a record is in', () => {
  const record = {
    namespace_id: 'default',
    entity_id: 'user-1',
    parent_id: 'team',
    created_at: '2024-01-02T03:04:05Z',
  };
  expect(accepted(rateLimits.buildKeys('entity_meta', record))).toEqual({
    primary: { PK: { S: 'default/ENTITY#user-1' }, SK: { S: '#META' } },
    gsi1: { GSI1PK: { S: 'default/PARENT#team' }, GSI1SK: { S: 'CHILD#user-1' } },
    gsi4: { GSI4PK: { S: 'default' }, GSI4SK: { S: 'default/ENTITY#user-1' } },
  });
});

it.each([
  ['NULL', { parent_id: null }],
  ['absent, and NULL by default', {}],
])('builds no key for an index whose condition is %s', (_what, parent) => {
  const record = { namespace_id: 'default', entity_id: 'user-1', created_at: '2024-01-02T03:04:05Z', ...parent };
  expect(Object.keys(accepted(rateLimits.buildKeys('entity_meta', record)))).toEqual(['primary', 'gsi4']);
});

it('builds keys of numbers, and natural keys', () => {
  expect(accepted(everyType.buildKeys('reading', { device: 'd-1', at: '5', level: '-3' }))).toEqual({
    primary: { device: { S: 'd-1' }, at: { N: '5' } },
    by_level: { level: { N: '-3' }, at: { N: '5' } },
  });
  expect(accepted(everyType.primaryKey('user', { user_id: 'any/text#at all' }))).toEqual({
    user_id: { S: 'any/text#at all' },
  });
});

it('builds keys with braces, free text and a local index', () => {
  const record = { space: 'a#b', title: 'x/y', word: 'w', version: '3', body: { a: { S: '' } } };
  expect(accepted(everyType.buildKeys('document', record))).toEqual({
    primary: { PK: { S: '{doc}/a#b/x/y' }, SK: { S: 'w#v3#x/y' } },
    by_title: { TITLE_SK: { S: 'x/y' } },
  });
});

it.each([
  ['a delimiter in free text', { space: 'a/b' }, { class: 'invalid-key', rule: 'delimiter', path: '/space' }],
  ['a missing component', { word: undefined }, { class: 'invalid-key', rule: 'required', path: '/word' }],
  ['a component that is no text', { version: 3 }, { class: 'invalid-key', rule: 'required', path: '/version' }],
  ['an empty component', { title: '' }, { class: 'invalid-key', rule: 'empty', path: '/title' }],
  ['a component outside its domain', { version: '-1' }, { class: 'invalid-key', rule: 'minimum', path: '/version' }],
  ['a zero in front', { version: '03' }, { class: 'invalid-key', rule: 'number', path: '/version' }],
  ['a reserved value', { title: 'none' }, { class: 'invalid-key', rule: 'reserved', path: '/title' }],
  ['a lone surrogate', { space: '\ud800' }, { class: 'invalid-key', rule: 'unicode', path: '/space' }],
  ['something else', { owner: 'me' }, { class: 'invalid-key', rule: 'unknown', path: '/owner' }],
  [
    'a member __proto__',
    JSON.parse('{"__proto__":"x"}'),
    { class: 'invalid-key', rule: 'unknown', path: '/__proto__' },
  ],
  [
    'a key that is too long',
    { space: '\u{1F600}'.repeat(600) },
    { class: 'invalid-key', rule: 'key-too-long', path: '/PK' },
  ],
])('makes no primary key of %s', (_what, change, expected) => {
  const components = { space: 's', title: 't', word: 'w', version: '3', ...change };
  if (Object.hasOwn(change, '__proto__'))
    Object.defineProperty(components, '__proto__', { value: 'x', enumerable: true, configurable: true });
  expect(refusal(everyType.primaryKey('document', components))).toEqual(expected);
});

it.each([null, [], 'x', 5])('makes no primary key of %j', (components) => {
  expect(refusal(everyType.primaryKey('user', components))).toEqual({ class: 'invalid-key', rule: 'type', path: '' });
});

it('parses the components of each key', () => {
  const key = accepted(rateLimits.primaryKey('bucket', bucket));
  expect(key).toEqual({ PK: { S: 'nsA1b2C3d4E/BUCKET#sk-proj:9f@x#openai/gpt-4:1#7' }, SK: { S: '#STATE' } });
  expect(accepted(rateLimits.parseKey('bucket', 'primary', key))).toEqual(bucket);
  expect(
    accepted(
      rateLimits.parseKey('bucket', 'gsi3', {
        GSI3PK: { S: 'default/ENTITY#u' },
        GSI3SK: { S: 'BUCKET#gpt#0' },
      }),
    ),
  ).toEqual({ namespace_id: 'default', entity_id: 'u', resource: 'gpt', shard_id: '0' });
  expect(accepted(everyType.parseKey('reading', 'primary', { device: { S: 'd' }, at: { N: '5.0' } }))).toEqual({
    device: 'd',
    at: '5',
  });
});

const state = { SK: { S: '#STATE' } };

it.each<[string, string, unknown, object]>([
  [
    'another literal',
    'primary',
    { PK: { S: 'default/BUCKETS#a#b#0' }, ...state },
    { rule: 'key-pattern', path: '/PK' },
  ],
  [
    'a literal in another case',
    'primary',
    { PK: { S: 'default/bucket#a#b#0' }, ...state },
    { rule: 'key-pattern', path: '/PK' },
  ],
  [
    'a component too few',
    'primary',
    { PK: { S: 'default/BUCKET#a#b' }, ...state },
    { rule: 'key-pattern', path: '/PK' },
  ],
  [
    'a component too many',
    'primary',
    { PK: { S: 'default/BUCKET#a#b#0#1' }, ...state },
    { rule: 'number', path: '/PK/shard_id' },
  ],
  [
    'an empty component',
    'primary',
    { PK: { S: 'default/BUCKET##b#0' }, ...state },
    { rule: 'component-empty', path: '/PK/entity_id' },
  ],
  [
    'an empty last component',
    'primary',
    { PK: { S: 'default/BUCKET#a#b#' }, ...state },
    { rule: 'component-empty', path: '/PK/shard_id' },
  ],
  [
    'a zero in front',
    'primary',
    { PK: { S: 'default/BUCKET#a#b#00' }, ...state },
    { rule: 'number', path: '/PK/shard_id' },
  ],
  [
    'a component outside its pattern',
    'primary',
    { PK: { S: 'defaults/BUCKET#a#b#0' }, ...state },
    { rule: 'pattern', path: '/PK/namespace_id' },
  ],
  [
    'more after a constant',
    'primary',
    { PK: { S: 'default/BUCKET#a#b#0' }, SK: { S: '#STATE#' } },
    { rule: 'key-pattern', path: '/SK' },
  ],
  ['an empty key', 'primary', { PK: { S: '' }, ...state }, { rule: 'key-pattern', path: '/PK' }],
  [
    'a key that is too long',
    'primary',
    { PK: { S: `default/BUCKET#${'a'.repeat(3000)}#b#0` }, ...state },
    { rule: 'key-too-long', path: '/PK' },
  ],
  ['a missing attribute', 'primary', state, { rule: 'required', path: '/PK' }],
  ['another type', 'primary', { PK: { N: '1' }, ...state }, { rule: 'type', path: '/PK' }],
  ['two types', 'primary', { PK: { S: 'default/BUCKET#a#b#0', N: '1' }, ...state }, { rule: 'type', path: '/PK' }],
  ['text instead of DynamoDB JSON', 'primary', { PK: 'default/BUCKET#a#b#0', ...state }, { rule: 'type', path: '/PK' }],
  ['NULL', 'primary', { PK: null, ...state }, { rule: 'type', path: '/PK' }],
  [
    'another attribute',
    'primary',
    { PK: { S: 'default/BUCKET#a#b#0' }, ...state, x: { S: 'x' } },
    { rule: 'unknown', path: '/x' },
  ],
  [
    'a component too few in an index',
    'gsi4',
    { GSI4PK: { S: 'default' }, GSI4SK: { S: 'BUCKET#a' } },
    { rule: 'key-pattern', path: '/GSI4SK' },
  ],
  ['an index that the record type is not in', 'gsi1', { GSI1PK: { S: 'x' } }, { rule: 'key-pattern', path: '/index' }],
  ['an index that does not exist', 'constructor', {}, { rule: 'key-pattern', path: '/index' }],
  ['no object', 'primary', 'default/BUCKET#a#b#0', { rule: 'type', path: '' }],
  ['nothing', 'primary', null, { rule: 'type', path: '' }],
])('parses no key with %s', (_what, index, key, expected) => {
  expect(refusal(rateLimits.parseKey('bucket', index, key))).toEqual({ class: 'invalid-key', ...expected });
});

it('demands one value of a component that stands in a key twice', () => {
  const key = (title: string): object => ({ PK: { S: '{doc}/s/one' }, SK: { S: `w#v3#${title}` } });
  expect(accepted(everyType.parseKey('document', 'primary', key('one')))['title']).toBe('one');
  expect(refusal(everyType.parseKey('document', 'primary', key('two')))).toEqual({
    class: 'invalid-key',
    rule: 'key-mismatch',
    path: '/SK/title',
  });
});

it('says where in the schema the pattern is', () => {
  const result = rateLimits.parseKey('bucket', 'primary', { PK: { S: 'x' }, ...state });
  const [primary] = recordTypeOf(rateLimits, 'bucket').keys;
  expect(result.ok ? undefined : result.error.at).toEqual(primary?.parts[0]?.at);
  expect(primary?.parts[0]?.at.path).toBe('record_types.bucket.pk_pattern');
});

it.each([
  ['a partition key of 2048 bytes', 'P#', 'P', 2046, 'accepted'],
  ['a partition key of 2049 bytes', 'P#', 'P', 2047, { class: 'invalid-record', rule: 'key-too-long', path: '/P' }],
  ['a sort key of 1024 bytes', 'S#', 'S', 1022, 'accepted'],
  ['a sort key of 1025 bytes', 'S#', 'S', 1023, { class: 'invalid-record', rule: 'key-too-long', path: '/S' }],
])('measures keys in bytes: %s', (_what, prefix, attribute, rest, expected) => {
  const component = (name: string): string =>
    `'${name === attribute ? prefix : ''}{${name === attribute ? 'long' : 'short'}}'`;
  const codec = codecOf(`
table: { name: things, keys: { primary: { partition_key: P, sort_key: S } } }
record_types:
  thing: { pk_pattern: ${component('P')}, sk_pattern: ${component('S')}, attributes: {} }
`);
  const long = rest % 2 === 0 ? 'é'.repeat(rest / 2) : `a${'é'.repeat((rest - 1) / 2)}`;
  expect(refusal(codec.encode('thing', { long, short: 'x' }))).toEqual(expected);
});

it('refuses an empty component even where its attribute may be empty', () => {
  const codec = codecOf(`
table: { name: things, keys: { primary: { partition_key: P } } }
record_types:
  thing: { pk_pattern: 'T#{a}', attributes: { a: { type: string, allow_empty: true, required: true } } }
`);
  expect(refusal(codec.encode('thing', { a: '' }))).toEqual({
    class: 'invalid-record',
    rule: 'component-empty',
    path: '/a',
  });
});
