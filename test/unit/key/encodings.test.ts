import { expect, it } from 'vitest';
import { codecOf } from '../../support/codec.ts';
import { accepted, refusal } from '../../support/results.ts';

/** A codec whose only record type has this sort key and these attributes. */
function withSortKey(pattern: string, attributes: string): ReturnType<typeof codecOf> {
  return codecOf(`
prefixes: { round: "ROUND#" }
table: { name: things, keys: { primary: { partition_key: PK, sort_key: SK } } }
record_types:
  thing:
    pk: T
    sk_pattern: '${pattern}'
    attributes: { ${attributes} }
`);
}

const small = 'n: { type: integer, minimum: 0, maximum: 99, required: true }';
const text = 'a: { type: string, max_length: 20, required: true }';
const time = (format: string): string => `at: { type: timestamp, format: ${format}, required: true }`;

it.each<[string, string, string, { readonly [name: string]: string }, string]>([
  ['pads', '{prefixes.round}{n:02}', small, { n: '7' }, 'ROUND#07'],
  ['pads zero', '{n:02}', small, { n: '0' }, '00'],
  ['pads nothing that is wide', '{n:02}#x', small, { n: '42' }, '42#x'],
  ['lowers ASCII letters only', '{a:lower}', text, { a: 'AÉz' }, 'aÉz'],
  ['raises ASCII letters only', '{a:upper}', text, { a: 'aéZß' }, 'AéZß'],
  ['trims ASCII alone', '{a:trim}', text, { a: ' \t\u00a0a b\r\n ' }, '\u00a0a b'],
  ['strips characters', '{a:strip(- )}', text, { a: '978-0 13-' }, '978013'],
  ['strips and lowers', '{a:strip(.):lower}', text, { a: 'A.b.C' }, 'abc'],
  ['encodes the delimiter', '{a:percent}#x', text, { a: '50% #1/é' }, '50%25 %231%2Fé#x'],
  ['encodes control characters', 'X~{a:percent}', text, { a: 'a\n~' }, 'X~a%0A%7E'],
  ['takes the day', '{at:date}', time('iso-seconds'), { at: '2024-02-29T23:59:59Z' }, '2024-02-29'],
  ['takes the day in UTC', '{at:date}', time('rfc3339'), { at: '2024-01-01T00:30:00+09:00' }, '2023-12-31'],
  ['takes the month', '{at:month}', time('epoch-seconds'), { at: '1704164645' }, '2024-01'],
  ['takes the year', '{at:year}', time('date'), { at: '0099-12-31' }, '0099'],
  ['takes the hour', '{at:hour}', time('epoch-milliseconds'), { at: '1704164645678' }, '2024-01-02T03'],
  ['cuts, and does not round', '{at:epoch-seconds}', time('iso-milliseconds'), { at: '1970-01-01T00:00:01.999Z' }, '1'],
  [
    'counts downwards before 1970',
    '{at:epoch-seconds}',
    time('iso-milliseconds'),
    { at: '1969-12-31T23:59:59.500Z' },
    '-1',
  ],
  [
    'keeps microseconds',
    '{at:iso-microseconds}',
    time('rfc3339'),
    { at: '2024-01-02T03:04:05.6789012Z' },
    '2024-01-02T03:04:05.678901Z',
  ],
  // The check value of CRC-32 is that of "123456789": 0xCBF43926 = 3421780262.
  ['takes a shard by CRC-32', '{a:shard(crc32,1000)}', text, { a: '123456789' }, '262'],
  // RFC 9923, appendix C: FNV-1a of "foobar" in 32 bits is 0xbf9cf968 = 3214735720.
  ['takes a shard by FNV-1a', '{a:shard(fnv1a32,1000)}', text, { a: 'foobar' }, '720'],
  // FIPS 180-4 "abc": ba7816bf 8f01cfea…, which is 13436514500253700074 in its first eight bytes.
  ['takes a shard by SHA-256', '{a:shard(sha256,1000)}', text, { a: 'abc' }, '74'],
  ['hashes', '{a:sha256}', text, { a: 'abc' }, 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  ['applies one after the other', '{a:lower:percent}', text, { a: 'A#' }, 'a%23'],
])('%s', (_what, pattern, attributes, record, key) => {
  const codec = withSortKey(pattern, attributes);
  const item = accepted(codec.encode('thing', record));
  expect(item['SK']).toEqual({ S: key });
  expect(accepted(codec.decode(item)).record).toEqual(record);
});

it.each<[string, string, string, string, string]>([
  ['a number that is not padded', '{n:02}', small, '7', 'pad'],
  ['a number that is padded too far', '{n:02}', small, '007', 'pad'],
  ['another value than the attribute', '{n:02}', small, '08', 'key-mismatch'],
  ['letters that lowering never writes', '{n:02}#{a:lower}', `${small}, ${text}`, '07#A', 'pattern'],
  ['what stripping never leaves', '{n:02}#{a:strip(-)}', `${small}, ${text}`, '07#A-', 'pattern'],
  ['spaces that trimming never leaves', '{n:02}#{a:trim}', `${small}, ${text}`, '07# A', 'pattern'],
  ['a character that percent-encoding never leaves', '{n:02}#{a:percent}', `${small}, ${text}`, '07#a/b', 'percent'],
  ['lower-case hexadecimal digits', '{n:02}#{a:percent}', `${small}, ${text}`, '07#%2f', 'percent'],
  ['an escape that nobody needed', '{n:02}#{a:percent}', `${small}, ${text}`, '07#%41', 'percent'],
  ['bytes that are no UTF-8', '{n:02}#{a:percent}', `${small}, ${text}`, '07#%FF', 'percent'],
  [
    'another hash than the attribute has',
    '{n:02}#{a:sha256}',
    `${small}, ${text}`,
    `07#${'0'.repeat(64)}`,
    'key-mismatch',
  ],
])('refuses %s', (_what, pattern, attributes, key, rule) => {
  const codec = withSortKey(pattern, attributes);
  const item = { PK: { S: 'T' }, SK: { S: key }, n: { N: '7' }, a: { S: 'A' } };
  expect(refusal(codec.decode(item, 'thing'))).toMatchObject({ class: 'invalid-item', rule });
});

it.each([
  ['{a:trim}', ' \t'],
  ['{a:strip(-)}', '--'],
  ['{a:strip(-):lower}', '-'],
])('builds no key from a value of which %s leaves nothing', (pattern, a) => {
  const codec = withSortKey(pattern, text);
  expect(refusal(codec.encode('thing', { a }))).toMatchObject({ rule: 'component-empty', path: '/a' });
  expect(accepted(codec.encode('thing', { a: `${a}x` }))).toMatchObject({ SK: { S: 'x' } });
});

it('writes a literal for what is absent or NULL, and refuses the literal as a value', () => {
  const codec = withSortKey('{n:02}#{a:or(-)}', `${small}, a: { type: string, max_length: 9, nullable: true }`);
  const key = (record: object): unknown => accepted(codec.encode('thing', { n: '1', ...record }))['SK'];
  expect(key({})).toEqual({ S: '01#-' });
  expect(key({ a: null })).toEqual({ S: '01#-' });
  expect(key({ a: 'x' })).toEqual({ S: '01#x' });
  expect(refusal(codec.encode('thing', { n: '1', a: '-' }))).toMatchObject({ rule: 'reserved', path: '/a' });
  const item = { PK: { S: 'T' }, SK: { S: '01#-' }, n: { N: '1' } };
  expect(accepted(codec.decode(item)).record).toEqual({ n: '1' });
  expect(refusal(codec.decode({ ...item, a: { S: 'x' } }))).toMatchObject({ rule: 'key-mismatch' });
  expect(refusal(codec.decode({ ...item, SK: { S: '01#x' } }))).toMatchObject({ rule: 'key-mismatch' });
});

it('parses a key by itself, with what cannot be undone under its label', () => {
  const codec = withSortKey('{n:02}#{at:date}#{a:percent}', `${small}, ${text}, ${time('iso-seconds')}`);
  const key = { PK: { S: 'T' }, SK: { S: '07#2024-01-02#a%23b' } };
  expect(accepted(codec.parseKey('thing', 'primary', key))).toEqual({ n: '7', 'at:date': '2024-01-02', a: 'a#b' });
});

it('builds keys from members of maps', () => {
  const codec = withSortKey(
    '{state.name}',
    'state: { type: map, required: true, members: { name: { type: string, max_length: 9, required: true } } }',
  );
  const item = accepted(codec.encode('thing', { state: { name: 'open' } }));
  expect(item['SK']).toEqual({ S: 'open' });
  expect(refusal(codec.decode({ ...item, SK: { S: 'shut' } }))).toMatchObject({ rule: 'key-mismatch', path: '/SK' });
});

const date = '2024-12-31';

it.each([
  ['year', '2024', '0000'],
  ['month', '2024-12', '2024-13'],
  ['date', date, '2024-13-01'],
  ['date', date, '2024-12-32'],
  ['date', date, '2024-00-10'],
  ['date', '2024-02-29', '2023-02-29'],
  ['hour', `${date}T00`, '2024-04-31T00'],
  ['iso-seconds', `${date}T00:00:00Z`, '2024-02-30T00:00:00Z'],
  ['date', date, '2024-10-00'],
  ['hour', `${date}T23`, `${date}T24`],
  ['iso-seconds', `${date}T23:59:59Z`, `${date}T25:59:59Z`],
  ['iso-milliseconds', `${date}T23:59:59.999Z`, `${date}T23:60:59.999Z`],
  ['iso-microseconds', `${date}T23:59:59.999999Z`, `${date}T23:59:60.999999Z`],
  ['epoch-seconds', '1735689599', '01735689599'],
  ['epoch-milliseconds', '-1', '-0'],
])('parses the %s %s by itself, and not %s', (unit, good, bad) => {
  const codec = withSortKey(`X#{at:${unit}}`, time('rfc3339'));
  const parse = (text: string): unknown =>
    codec.parseKey('thing', 'primary', { PK: { S: 'T' }, SK: { S: `X#${text}` } });
  expect(parse(good)).toMatchObject({ ok: true, value: { [`at:${unit}`]: good } });
  expect(parse(bad)).toMatchObject({ ok: false, error: { class: 'invalid-key' } });
});

it('writes no key of which nothing is left', () => {
  const codec = withSortKey('{n:02}#{a:strip(-)}', `${small}, ${text}`);
  expect(refusal(codec.encode('thing', { n: '1', a: '--' }))).toMatchObject({ rule: 'component-empty', path: '/a' });
});
