import { expect, it } from 'vitest';
import { compileSchema } from '../../src/compile.ts';
import { compileCodec } from '../../src/item/codec.ts';
import { type Case, expectImplications, tableOf } from './support.ts';

function sized(declaration: string, pattern = 'S#{value}'): string {
  return tableOf(`
  a:
    pk_pattern: "A#{name}"
    sk_pattern: "${pattern}"
    attributes: { value: { ${declaration}, required: true } }
`);
}

const large = ['key-size', 'record_types.a.sk_pattern'] as const;

const cases: readonly Case[] = [
  { what: 'ASCII up to the limit', schema: sized('type: string, pattern: "[ -~]+", max_length: 1022'), expected: [] },
  {
    what: 'ASCII beyond it',
    schema: sized('type: string, pattern: "[ -~]+", max_length: 1023'),
    expected: [[...large, 'can take 1025 bytes']],
  },
  {
    what: 'two bytes for each character',
    schema: sized('type: string, pattern: "[a-zä-ü]+", max_length: 512'),
    expected: [[...large, 'can take 1026 bytes']],
  },
  {
    what: 'one long character among short ones',
    schema: sized('type: string, pattern: "[a-z]+ä?", max_length: 1021'),
    expected: [],
  },
  {
    what: 'the same, one longer',
    schema: sized('type: string, pattern: "[a-z]+ä?", max_length: 1022'),
    expected: [[...large, 'can take 1025 bytes']],
  },
  {
    what: 'more characters at least than there may be bytes',
    schema: sized('type: string, pattern: "[a-z]+", min_length: 1100'),
    expected: [[...large, 'takes at least 1102 bytes, and DynamoDB accepts 1024']],
  },
  {
    what: 'a constant that is too long',
    schema: sized('type: string', 'S'.repeat(1025)),
    expected: [[...large, 'takes 1025 bytes']],
  },
  { what: 'a constant that just fits', schema: sized('type: string', 'S'.repeat(1024)), expected: [] },
  { what: 'as many bytes as there may be', schema: sized('type: string, max_bytes: 1022'), expected: [] },
  {
    what: 'one byte more',
    schema: sized('type: string, max_bytes: 1023'),
    expected: [[...large, 'can take 1025 bytes']],
  },
  {
    what: 'as many bytes as there may be, each written as three',
    schema: sized('type: string, max_bytes: 340', 'S#{value:percent}'),
    expected: [],
  },
  {
    what: 'one byte more, written as three',
    schema: sized('type: string, max_bytes: 341', 'S#{value:percent}'),
    expected: [[...large, 'can take 1025 bytes']],
  },
  {
    what: 'a pattern beside bytes',
    schema: sized('type: string, pattern: "[a-zä-ü]+", max_bytes: 1024'),
    expected: [[...large, 'can take 1026 bytes']],
  },
  { what: 'four bytes for any character', schema: sized('type: string, max_length: 255'), expected: [] },
  {
    what: 'the same, one longer',
    schema: sized('type: string, max_length: 256'),
    expected: [[...large, 'can take 1026 bytes']],
  },
  {
    what: 'text of which not all lengths are looked at',
    schema: sized('type: string, pattern: "[a-z]+", max_length: 5000'),
    expected: [[...large, 'can take at least 2053 bytes']],
  },
  {
    what: 'the same of any character',
    schema: sized('type: string, max_length: 5000'),
    expected: [[...large, 'can take at least 8198 bytes']],
  },
  { what: 'a pattern that ends by itself', schema: sized('type: string, pattern: "[a-z]{1,1022}"'), expected: [] },
  {
    what: 'a pattern that does not',
    schema: sized('type: string, pattern: "(?:[a-z]{2})+"'),
    expected: [[...large, 'has no limit, because "{value}" has none']],
  },
  {
    what: 'one component twice',
    schema: sized('type: string, pattern: "[a-z]+", max_length: 512', '{value}#{value}'),
    expected: [[...large, 'can take 1025 bytes']],
  },
  {
    what: 'the longest of a list',
    schema: sized(`type: string, enum: [a, ${'b'.repeat(1023)}]`),
    expected: [[...large, 'can take 1025 bytes']],
  },
  {
    what: 'numbers and times',
    schema: sized('type: timestamp, format: rfc3339').replace(/S#\{value\}/, 'S#{value}#{small}'),
    expected: [['key-order', 'record_types.a.sk_pattern']],
  },
];

it.each(cases)('measures the longest key: $what', expectImplications);

it('finds exactly the length from which on the codec refuses', () => {
  const { model } = compileSchema('s.yaml', sized('type: string, max_length: 256'));
  if (model === undefined) throw new Error('the schema is wrong');
  const codec = compileCodec(model);
  const built = (value: string): boolean => codec.buildKeys('a', { name: 'a', value }).ok;
  expect(built('\u{1f600}'.repeat(255))).toBe(true);
  expect(built('\u{1f600}'.repeat(256))).toBe(false);
});

/** A record type whose attribute is the partition key of an index. */
function ownKey(declaration: string): string {
  return `
table: { name: things, keys: { primary: { partition_key: PK }, own: { partition_key: { name: blob, type: B }, sparse: true } } }
record_types:
  a:
    pk_pattern: "A#{name}"
    indexes: { own: {} }
    attributes:
      name: { type: string, max_length: 9, required: true }
      blob: { type: binary, ${declaration}, required: true }
`;
}

const own = ['key-size', 'record_types.a.indexes.own'] as const;

const binaries: readonly Case[] = [
  { what: 'as many bytes as a key may have', schema: ownKey('max_length: 2048'), expected: [] },
  { what: 'one byte more', schema: ownKey('max_length: 2049'), expected: [[...own, 'can take 2049 bytes']] },
  { what: 'many more', schema: ownKey('max_length: 3000'), expected: [[...own, 'can take 3000 bytes']] },
  {
    what: 'as many as an item may have',
    schema: ownKey('max_length: 409601'),
    expected: [[...own, 'can take at least 409600 bytes']],
  },
];

it.each(binaries)('counts the bytes of a binary attribute, not its base64: $what', expectImplications);
