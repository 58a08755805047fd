import { expect, it } from 'vitest';
import { codecOf } from '../../support/codec.ts';
import { accepted, refusal } from '../../support/results.ts';

const sessions = codecOf(`
table:
  name: things
  keys:
    primary: { partition_key: PK }
    by_source: { partition_key: source_key, sort_key: PK, sparse: true }
record_types:
  session:
    pk_pattern: 'SESSION#{token}'
    discriminator: { attribute: kind, value: session }
    indexes: { by_source: {} }
    attributes:
      token: { type: string, pattern: '[a-z]+', max_length: 20, required: true }
      expires_at: { type: timestamp, format: iso-milliseconds }
      source: { type: string, pattern: '[a-z]+', max_length: 20 }
      source_id: { type: string, pattern: '[0-9]+', max_length: 20 }
      ttl: { type: timestamp, format: epoch-seconds, computed_from: '{expires_at:epoch-seconds}', on_missing: omit }
      source_key: { type: string, computed_from: '{source}#{source_id}', on_missing: omit }
  login:
    pk_pattern: 'SESSION#{token}'
    discriminator: { attribute: kind, value: login }
    attributes: { token: { type: string, pattern: '[a-z]+', max_length: 20, required: true } }
waivers:
  - { rule: key-collision, at: record_types.login, reason: They never exist at the same time. }
`);

it('computes attributes that are not in the record', () => {
  const record = { token: 'a', expires_at: '2024-01-01T00:00:00.500Z', source: 'mail', source_id: '7' };
  const item = accepted(sessions.encode('session', record));
  expect(item).toEqual({
    PK: { S: 'SESSION#a' },
    kind: { S: 'session' },
    token: { S: 'a' },
    expires_at: { S: '2024-01-01T00:00:00.500Z' },
    source: { S: 'mail' },
    source_id: { S: '7' },
    ttl: { N: '1704067200' },
    source_key: { S: 'mail#7' },
  });
  expect(accepted(sessions.decode(item)).record).toEqual(record);
  expect(accepted(sessions.buildKeys('session', record))['by_source']).toEqual({
    source_key: { S: 'mail#7' },
    PK: { S: 'SESSION#a' },
  });
});

it('leaves out what cannot be computed, and its index', () => {
  const item = accepted(sessions.encode('session', { token: 'a', source: 'mail' }));
  expect(Object.keys(item).sort()).toEqual(['PK', 'kind', 'source', 'token']);
  expect(Object.keys(accepted(sessions.buildKeys('session', { token: 'a', source: 'mail' })))).toEqual(['primary']);
});

it.each<[string, object, string, string]>([
  ['a stale value', { ttl: { N: '1' } }, 'computed', '/ttl'],
  ['a value that nothing gives', { expires_at: undefined }, 'computed', '/ttl'],
  ['a value of another type', { ttl: { S: '1704067200' } }, 'computed', '/ttl'],
  ['a missing value', { ttl: undefined }, 'computed', '/ttl'],
  ['the discriminator of another record type', { kind: { S: 'login' } }, 'computed', '/kind'],
])('refuses %s', (_what, change, rule, path) => {
  const item = accepted(sessions.encode('session', { token: 'a', expires_at: '2024-01-01T00:00:00.500Z' }));
  const changed = Object.fromEntries(Object.entries({ ...item, ...change }).filter(([, value]) => value !== undefined));
  expect(refusal(sessions.decode(changed, 'session'))).toEqual({ class: 'invalid-item', rule, path });
});

it('reads a number that is written in another way', () => {
  const item = accepted(sessions.encode('session', { token: 'a', expires_at: '2024-01-01T00:00:00.000Z' }));
  const other = accepted(sessions.decode({ ...item, ttl: { N: '1.7040672E9' } }));
  expect(other.record).toEqual({ token: 'a', expires_at: '2024-01-01T00:00:00.000Z' });
});

it('tells record types with one key apart by their discriminator', () => {
  const key = { PK: { S: 'SESSION#a' }, token: { S: 'a' } };
  expect(accepted(sessions.identify({ ...key, kind: { S: 'login' } })).name).toBe('login');
  expect(accepted(sessions.identify({ ...key, kind: { S: 'session' } })).name).toBe('session');
  expect(refusal(sessions.identify(key))).toMatchObject({ rule: 'record-type' });
});

it('refuses a computed attribute in a record', () => {
  expect(refusal(sessions.encode('session', { token: 'a', ttl: '1' }))).toMatchObject({
    rule: 'unknown',
    path: '/ttl',
  });
});

it('refuses a record whose computed value is none of the attribute', () => {
  const codec = codecOf(`
table: { name: things, keys: { primary: { partition_key: PK } } }
record_types:
  thing:
    pk_pattern: 'T#{id}'
    attributes:
      id: { type: string, pattern: '[a-z]+', max_length: 20, required: true }
      label: { type: string, max_length: 5, computed_from: 'x-{id}' }
`);
  const item = accepted(codec.encode('thing', { id: 'abc' }));
  expect(item['label']).toEqual({ S: 'x-abc' });
  expect(refusal(codec.encode('thing', { id: 'abcd' }))).toEqual({
    class: 'invalid-record',
    rule: 'max-length',
    path: '/label',
  });
  const long = { PK: { S: 'T#abcd' }, id: { S: 'abcd' }, label: { S: 'x-abcd' } };
  expect(refusal(codec.decode(long, 'thing'))).toEqual({ class: 'invalid-item', rule: 'max-length', path: '/label' });
});
