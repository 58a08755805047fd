import { expect, it } from 'vitest';
import { codecOf } from '../../support/codec.ts';
import { accepted, refusal } from '../../support/results.ts';

// A key that no record can have is refused, though each of its parts is right by itself.

/** A codec whose primary key has two patterns of `a`, `at` and `n`. */
function withKey(pk: string, sk: string): ReturnType<typeof codecOf> {
  return codecOf(`
table: { name: things, keys: { primary: { partition_key: PK, sort_key: SK } } }
record_types:
  thing:
    pk_pattern: '${pk}'
    sk_pattern: '${sk}'
    attributes:
      id: { type: string, pattern: '[a-zA-Z]+', max_length: 40, required: true }
      at: { type: timestamp, format: rfc3339, required: true }
      n: { type: integer, minimum: 0, maximum: 9999, required: true }
      maybe: { type: string, pattern: '[a-z]+' }
`);
}

const parse = (codec: ReturnType<typeof codecOf>, PK: string, SK: string): ReturnType<typeof codec.parseKey> =>
  codec.parseKey('thing', 'primary', { PK: { S: PK }, SK: { S: SK } });

const hashOfA = 'ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb';
const hashOfB = '3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d';

it.each([
  ['a value in two places', '{id}', '{id}#x', ['a', 'a#x'], 'b#x', 'id'],
  ['zeros in front, and none', 'N#{n}', '{n:04}', ['N#7', '0007'], '0008', 'n'],
  ['a shard of a value that is behind it', '{id:shard(crc32,16)}', '{id}', ['3', 'a'], 'b', 'id'],
  ['a shard of a value that is before it', '{id}', '{id:shard(crc32,16)}', ['a', '3'], '4', 'id'],
  ['a hash of a value', '{id:percent}', 'H#{id:sha256}', ['a', `H#${hashOfA}`], `H#${hashOfB}`, 'id'],
  ['a hash of a text in small letters', '{id:lower}', '{id:lower:sha256}', ['a', hashOfA], hashOfB, 'id'],
  ['small letters behind capitals', '{id:upper}', '{id:lower}', ['AB', 'ab'], 'ac', 'id'],
  ['a month, and a date behind it', '{at:month}', '{at:date}', ['2024-01', '2024-01-31'], '2024-02-01', 'at'],
  ['a date, and a month behind it', '{at:date}', '{at:month}', ['2024-01-31', '2024-01'], '2024-02', 'at'],
  ['a year, and an hour', '{at:year}', '{at:hour}', ['2024', '2024-12-31T23'], '2025-01-01T00', 'at'],
  ['an hour, and a date', '{at:hour}', '{at:date}', ['2024-12-31T23', '2024-12-31'], '2025-01-01', 'at'],
  ['a month, and seconds', '{at:month}', '{at:epoch-seconds}', ['1969-12', '-1'], '0', 'at'],
  [
    'seconds, and seconds',
    '{at:epoch-seconds}',
    '{at:iso-seconds}',
    ['0', '1970-01-01T00:00:00Z'],
    '1970-01-01T00:00:01Z',
    'at',
  ],
  ['a shard of a date', '{at:date}', '{at:date:shard(crc32,16)}', ['2024-01-31', '3'], '8', 'at'],
  ['no value, and a value', '{id}#{maybe:or(-)}', '{maybe:or(none)}', ['a#-', 'none'], 'b', 'maybe'],
  ['a value, and none', '{id}#{maybe:or(-)}', '{maybe:or(none)}', ['a#b', 'b'], 'none', 'maybe'],
  ['no value, and a hash', '{id}#{maybe:or(-)}', '{maybe:sha256:or(none)}', ['a#-', 'none'], hashOfA, 'maybe'],
  [
    'a shard, and no value',
    '{id}#{maybe:shard(crc32,16):or(-)}',
    '{maybe:sha256:or(-)}',
    ['a#3', hashOfB],
    '-',
    'maybe',
  ],
])('refuses %s that say something else', (_what, pk, sk, [right = '', same = ''], other, component) => {
  const codec = withKey(pk, sk);
  accepted(parse(codec, right, same));
  expect(refusal(parse(codec, right, other))).toEqual({
    class: 'invalid-key',
    rule: 'key-mismatch',
    path: `/SK/${component}`,
  });
});

it.each([
  ['texts of which neither follows from the other', '{id:sha256}', '{id:shard(crc32,16)}', hashOfA, '0'],
  ['texts that leave out other characters', '{id:trim}', '{id:strip(-)}', 'a', 'b'],
])('takes %s', (_what, pk, sk, PK, SK) => {
  accepted(parse(withKey(pk, sk), PK, SK));
});

it('says what would be right, and where the schema says so', () => {
  const codec = withKey('{at:month}', 'X#{at:date}');
  const parsed = parse(codec, '2024-01', 'X#2024-02-01');
  expect(parsed).toMatchObject({
    ok: false,
    error: {
      value: '2024-02-01',
      expected: 'what gives "2024-01" in the place of {at:month}',
      at: { path: 'record_types.thing.sk_pattern' },
    },
  });
  expect(parse(withKey('{at:date}', '{at:month}'), '2024-01-31', '2024-02')).toMatchObject({
    error: { expected: '"2024-01", as "2024-01-31" in the place of {at:date} says' },
  });
});

it('takes no item with such a key for one of the record type', () => {
  const codec = withKey('{at:month}', '{at:date}');
  const item = { PK: { S: '2024-01' }, SK: { S: '2024-02-01' } };
  expect(refusal(codec.identify(item))).toMatchObject({ class: 'invalid-item' });
});

const jobs = codecOf(`
table:
  name: jobs
  keys:
    primary: { partition_key: PK }
    by_state: { partition_key: GSI1PK, sort_key: GSI1SK }
    by_owner: { partition_key: GSI2PK, sort_key: GSI2SK }
    by_note: { partition_key: GSI3PK, sort_key: GSI3SK }
record_types:
  job:
    pk_pattern: 'JOB#{id}'
    indexes:
      by_state: { when: { state: [open, held] }, pk_pattern: 'S#{state:upper}', sk_pattern: '{id}' }
      by_owner: { when: owner, pk_pattern: '{owner:or(-)}', sk_pattern: '{state:sha256}' }
      by_note: { pk_pattern: 'N#{note:or(-)}', sk_pattern: '{state}' }
    attributes:
      id: { type: string, pattern: '[a-z]{1,8}', required: true }
      state: { type: string, enum: [open, held, closed], required: true }
      owner: { type: string, pattern: '[a-z]{1,8}' }
      note: { type: string, pattern: '[a-z]{1,8}', present_when: { state: [closed] } }
`);

it.each([
  ['by_state', { GSI1PK: { S: 'S#HELD' }, GSI1SK: { S: 'a' } }, 'accepted'],
  [
    'by_state',
    { GSI1PK: { S: 'S#CLOSED' }, GSI1SK: { S: 'a' } },
    { class: 'invalid-key', rule: 'index-key', path: '/GSI1PK/state' },
  ],
  ['by_owner', { GSI2PK: { S: 'a' }, GSI2SK: { S: hashOfA } }, 'accepted'],
  [
    'by_owner',
    { GSI2PK: { S: '-' }, GSI2SK: { S: hashOfA } },
    { class: 'invalid-key', rule: 'index-key', path: '/GSI2PK/owner' },
  ],
  ['by_note', { GSI3PK: { S: 'N#a' }, GSI3SK: { S: 'closed' } }, 'accepted'],
  ['by_note', { GSI3PK: { S: 'N#-' }, GSI3SK: { S: 'open' } }, 'accepted'],
  [
    'by_note',
    { GSI3PK: { S: 'N#a' }, GSI3SK: { S: 'open' } },
    { class: 'invalid-key', rule: 'present-when', path: '/GSI3PK/note' },
  ],
  [
    'by_note',
    { GSI3PK: { S: 'N#-' }, GSI3SK: { S: 'closed' } },
    { class: 'invalid-key', rule: 'present-when', path: '/GSI3PK/note' },
  ],
])('looks at what a condition says of the components of %s: %j', (index, key, expected) => {
  expect(refusal(jobs.parseKey('job', index, key))).toEqual(expected);
});
