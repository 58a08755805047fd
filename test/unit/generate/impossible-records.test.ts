import { expect, it } from 'vitest';
import { compileSchema } from '../../../src/compile.ts';
import { impossibleRecords } from '../../../src/generate/impossible-records.ts';
import { usableVectors } from '../../../src/generate/usable-vectors.ts';
import { type Codec, compileCodec } from '../../../src/item/codec.ts';

const enumeration = 's: { type: string, enum: [a, b], required: true }';

/** Lines of a record type beside those that all have, and the rule by which none can be made; `undefined` where one can. */
const cases: readonly (readonly [what: string, lines: readonly string[], rule: string | undefined])[] = [
  ['nothing special', [`attributes: { ${enumeration} }`], undefined],
  ['an item that is larger than it may be', ['max_item_bytes: 5', `attributes: { ${enumeration} }`], 'item-size'],
  ['a bound on items that can be kept', ['max_item_bytes: 500', `attributes: { ${enumeration} }`], undefined],
  ['a text longer than any item', ['attributes: { s: { type: string, min_length: 500000 } }'], 'item-size'],
  [
    'a list longer than any item',
    ['attributes: { s: { type: list, items: { type: string, min_length: 5000 }, min_items: 100 } }'],
    'item-size',
  ],
  [
    'an example longer than any item',
    [`attributes: { s: { type: string, examples: ["${'x'.repeat(410_000)}"] } }`],
    'item-size',
  ],
  [
    'a key longer than any key',
    ['sk_pattern: "{s}"', 'attributes: { s: { type: string, pattern: "[a-z]+", min_length: 1025, required: true } }'],
    'key-too-long',
  ],
  [
    'a key of long characters',
    ['sk_pattern: "{s}"', 'attributes: { s: { type: string, pattern: "[ä-ü]+", min_length: 513, required: true } }'],
    'key-too-long',
  ],
  [
    'a rule that forbids every value',
    [`attributes: { ${enumeration} }`, 'rules: [{ assert: { not: { s: { in: [a, b] } } } }]'],
    'required',
  ],
  [
    'a rule that forbids some',
    [`attributes: { ${enumeration} }`, 'rules: [{ assert: { not: { s: { in: [a] } } } }]'],
    undefined,
  ],
];

it.each(cases)('finds whether a record can be made: %s', (_, lines, rule) => {
  const codec = codecOf(lines);
  const found = impossibleRecords(codec.model.recordTypes, () => codec);
  expect(found.map(({ refusal }) => refusal?.match(/\[([a-z-]+)\]$/)?.[1])).toEqual(rule === undefined ? [] : [rule]);
  // What is made of the schema afterwards says the same.
  expect(usableVectors(codec).impossible.map(({ refusal }) => refusal)).toEqual(found.map(({ refusal }) => refusal));
});

it('makes no codec for record types beyond doubt', () => {
  const { model } = codecOf([`attributes: { ${enumeration} }`]);
  const compile = (): Codec => {
    throw new TypeError('nobody needs it');
  };
  expect(impossibleRecords(model.recordTypes, compile)).toEqual([]);
});

function codecOf(lines: readonly string[]): Codec {
  const sort = lines.some((line) => line.startsWith('sk_pattern')) ? [] : ['sk: "#A"'];
  const text = [
    'table: { name: table, keys: { primary: { partition_key: PK, sort_key: SK } } }',
    "parameters: { id: { type: string, pattern: '[a-z]{1,9}' } }",
    'record_types:',
    '  order:',
    ...['pk_pattern: "O#{id}"', ...sort, ...lines].map((line) => `    ${line}`),
  ].join('\n');
  const { model, diagnostics } = compileSchema('schema.yaml', text);
  if (model === undefined) throw new TypeError(JSON.stringify(diagnostics));
  return compileCodec(model);
}
