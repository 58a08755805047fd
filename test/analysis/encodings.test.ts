import { it } from 'vitest';
import { type Case, expectImplications, tableOf } from './support.ts';

function keyed(pattern: string, declaration: string): string {
  return tableOf(`
  a:
    pk_pattern: "A#{name}"
    sk_pattern: "${pattern}"
    attributes: { value: { ${declaration}, required: true }, other: { type: string, pattern: "[a-z]{4}", required: true } }
`);
}

const text = 'type: string, pattern: "[a-z#]+", max_length: 200';
const at = 'record_types.a.sk_pattern';

const cases: readonly Case[] = [
  { what: 'padded numbers', schema: keyed('S#{value:02}', 'type: integer, minimum: 0, maximum: 99'), expected: [] },
  {
    what: 'times as seconds since 1970',
    schema: keyed('S#{value:epoch-seconds}#{other}', 'type: timestamp, format: iso-seconds'),
    expected: [['key-order', at, '10 comes before 9']],
  },
  {
    what: 'times cut to the day',
    schema: keyed('S#{value:date}#{other}', 'type: timestamp, format: iso-seconds'),
    expected: [],
  },
  {
    what: 'a shard before what is sharded',
    schema: keyed('S#{value:shard(crc32,4)}#{value:percent}', text),
    expected: [],
  },
  {
    what: 'a shard of something else, before an identifier',
    schema: keyed('S#{value:shard(crc32,4)}#{other}', text),
    expected: [],
  },
  {
    what: 'a shard, and nothing behind it',
    schema: keyed('S#{value:shard(crc32,4)}', text),
    expected: [['key-ambiguous', at, 'two values of "value"']],
  },
  {
    what: 'lower case, which is folded on purpose',
    schema: keyed('S#{value:lower}', 'type: string, pattern: "[A-Za-z]+", max_length: 9'),
    expected: [],
  },
  {
    what: 'escaped text of three bytes for each',
    schema: keyed('S#{value:percent}', text.replace('200', '341')),
    expected: [['key-size', at, 'can take 1025 bytes']],
  },
  { what: 'the same, one shorter', schema: keyed('S#{value:percent}', text.replace('200', '340')), expected: [] },
  {
    what: 'a hash, which is short whatever is hashed',
    schema: keyed('S#{value:sha256}', 'type: string, max_length: 5000'),
    expected: [],
  },
];

it.each(cases)('looks at what encodings write: $what', expectImplications);
