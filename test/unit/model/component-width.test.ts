import { expect, it } from 'vitest';
import { compileSchema } from '../../../src/compile.ts';
import { compileCodec } from '../../../src/item/codec.ts';
import { modelOf } from '../../support/design.ts';
import { accepted, refusal } from '../../support/results.ts';

// Components that touch: all values of the first have one length in the key.

function schema(pattern: string): string {
  return `
table: { name: things, keys: { primary: { partition_key: PK } } }
parameters:
  round: { type: integer, minimum: 0, maximum: 99 }
record_types:
  thing:
    pk_pattern: '${pattern}'
    attributes:
      id: { type: string, max_length: 40, required: true }
      n: { type: integer, minimum: 0, maximum: 99, required: true }
      two: { type: integer, minimum: 10, maximum: 99, required: true }
      state: { type: string, enum: [open, shut], required: true }
      word: { type: string, pattern: '[a-z]+', min_length: 3, max_length: 3, required: true }
      code: { type: string, pattern: '[a-z]{2}-[0-9]', required: true }
      uuid: { type: string, format: uuid, required: true }
      at: { type: timestamp, format: iso-seconds, required: true }
      zone: { type: timestamp, format: rfc3339, required: true }
      any: { type: string, min_length: 2, max_length: 2, required: true }
      maybe: { type: string, enum: [ab, cd] }
`;
}

const record = {
  id: 'x',
  n: '7',
  two: '10',
  state: 'open',
  word: 'abc',
  code: 'ab-1',
  uuid: '00000000-0000-0000-0000-000000000000',
  at: '2024-01-02T03:04:05Z',
  zone: '2024-01-02T03:04:05Z',
  any: 'éé',
};

it.each([
  ['{n:02}{id}', '07x'],
  ['{round:02}{n:03}{id}', '05007x'],
  ['{two}{id}', '10x'],
  ['{state}{id}', 'openx'],
  ['{state:upper}{id}', 'OPENx'],
  ['{word}{id}', 'abcx'],
  ['{code}{id}', 'ab-1x'],
  ['{uuid}{id}', '00000000-0000-0000-0000-000000000000x'],
  ['{at}{id}', '2024-01-02T03:04:05Zx'],
  ['{zone:date}{id}', '2024-01-02x'],
  ['{id:shard(crc32,10)}{id}', '3x'],
  ['{id:shard(crc32,16):02}{id}', '03x'],
  ['{maybe:or(--)}{id}', '--x'],
  ['A#{n:02}{id}#{n}', 'A#07x#7'],
])('writes and reads the key %j', (pattern, key) => {
  const codec = compileCodec(modelOf(schema(pattern)));
  const written = pattern.includes('round') ? { ...record, round: '5' } : record;
  const item = accepted(codec.encode('thing', written));
  expect(item['PK']).toEqual({ S: key });
  expect(accepted(codec.decode(item, 'thing')).record).toEqual(written);
  for (const other of [key.slice(1), `${key.slice(0, 1)}é${key.slice(2)}`, ''])
    expect(refusal(codec.decode({ ...item, PK: { S: other } }, 'thing'))).toMatchObject({ class: 'invalid-item' });
});

it.each([
  ['{n}{id}', 'a number of one digit or two'],
  ['{id}{n:02}', 'text'],
  ['{zone}{id}', 'times with offsets'],
  ['{at:epoch-seconds}{id}', 'seconds since 1970'],
  ['{any}{id}', 'two characters of any kind, which languages count differently'],
  ['{word:percent}{id}', 'what is escaped'],
  ['{id:shard(crc32,16)}{id}', 'a shard of one digit or two'],
  ['{maybe:or(-)}{id}', 'a word for absence of another length'],
])('refuses the pattern %j: %s', (pattern) => {
  expect(compileSchema('schema.yaml', schema(pattern)).diagnostics.map(({ code }) => code)).toContain(
    'adjacent-components',
  );
});
