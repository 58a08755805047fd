import { it } from 'vitest';
import { type Case, expectImplications, tableOf } from './support.ts';

function ordered(declaration: string): string {
  return tableOf(`
  a:
    pk_pattern: "A#{name}"
    sk_pattern: "S#{value}"
    attributes: { value: { ${declaration}, required: true } }
`);
}

function feed(first: string, second: string, partition = 'FEED'): string {
  return tableOf(`
  first:
    pk_pattern: "A#{name}"
    sk: A
    indexes: { gsi1: { pk: FEED, sk_pattern: "{at}#{name}" } }
    attributes: { at: { type: timestamp, format: ${first}, required: true } }
  second:
    pk_pattern: "A#{name}"
    sk: B
    indexes: { gsi1: { pk: ${partition}, sk_pattern: "{at}#{name}" } }
    attributes: { at: { type: timestamp, format: ${second}, required: true } }
`);
}

const wrong = ['key-order', 'record_types.a.sk_pattern'] as const;

const cases: readonly Case[] = [
  {
    what: 'numbers of one and two digits',
    schema: ordered('type: integer, minimum: 5, maximum: 12'),
    expected: [[...wrong, '12 comes before 5']],
  },
  { what: 'numbers of two digits', schema: ordered('type: integer, minimum: 10, maximum: 99'), expected: [] },
  {
    what: 'numbers below zero',
    schema: ordered('type: integer, minimum: -9, maximum: 0'),
    expected: [[...wrong, '-1 comes before -2']],
  },
  {
    what: 'listed numbers in order',
    schema: ordered('type: integer, enum: [1, 20, 3]'),
    expected: [[...wrong, '20 comes before 3']],
  },
  { what: 'listed numbers that sort as text', schema: ordered('type: integer, enum: [1, 2, 30]'), expected: [] },
  { what: 'text, which has no other order', schema: ordered('type: string, max_length: 9'), expected: [] },
  {
    what: 'times in UTC, which sort as text',
    schema: ordered('type: timestamp, format: iso-milliseconds')
      .replace('iso-milliseconds', 'iso-seconds')
      .replace('S#{value}', 'S#{value}#{small}'),
    expected: [],
  },
  {
    what: 'times with offsets',
    schema: ordered('type: timestamp, format: rfc3339'),
    expected: [[...wrong, '2024-01-01T01:00:00Z comes before 2024-01-01T09:00:00+09:00']],
  },
  {
    what: 'numbers of milliseconds',
    schema: ordered('type: timestamp, format: epoch-milliseconds'),
    expected: [[...wrong, '10 comes before 9']],
  },
  {
    what: 'a number as a key attribute of its own, which DynamoDB orders by value',
    schema: tableOf(
      '  a: { pk_pattern: "A#{name}", sk: A, indexes: { gsi2: { pk: X, sk_pattern: "{n}" } }, attributes: { n: { type: integer, required: true } } }\n',
    ),
    expected: [],
  },
  {
    what: 'two record types that date one feed in two ways',
    schema: feed('iso-seconds', 'epoch-seconds'),
    expected: [
      ['key-order', 'record_types.second.indexes.gsi1.sk_pattern', '10 comes before 9'],
      [
        'key-order',
        'record_types.second.indexes.gsi1.sk_pattern',
        '"first" and "second"',
        '1704067201 comes before 2024-01-01T00:00:00Z',
      ],
    ],
  },
  { what: 'two record types that date one feed alike', schema: feed('iso-seconds', 'iso-seconds'), expected: [] },
  {
    what: 'two feeds, each dated in its way',
    schema: feed('iso-seconds', 'epoch-seconds', 'OTHER'),
    expected: [['key-order', 'record_types.second.indexes.gsi1.sk_pattern', '10 comes before 9']],
  },
];

it.each(cases)('compares the order of texts with that of values: $what', expectImplications);

/** Two record types in one index, with these sort keys, of a number "n" and a text "x" each. */
function numbered(
  first: readonly [sortKey: string, number: string, text?: string],
  second: readonly [sortKey: string, number: string, text?: string],
  partition = 'FEED',
): string {
  const [one, other] = [first, second].map(
    ([sortKey, number, text = '[a-z]{1,8}'], index) => `
    pk_pattern: "${'AB'[index]}#{name}"
    sk: A
    indexes: { gsi1: { pk: ${index === 0 ? 'FEED' : partition}, sk_pattern: "${sortKey}" } }
    attributes: { n: { type: integer, ${number}, required: true }, x: { type: string, pattern: '${text}', required: true } }`,
  );
  return tableOf(`
  first:${one}
  second:${other}
`);
}

const digits = 'minimum: 0, maximum: 9999';
const second = ['key-order', 'record_types.second.indexes.gsi1.sk_pattern'] as const;
const together = '"first" and "second" write numbers differently into "GSI1SK" of one partition: as text, ';

const numbers: readonly Case[] = [
  {
    what: 'of four digits and of six',
    schema: numbered(['{n:04}#{x}', digits], ['{n:06}#{x}', digits]),
    expected: [[...second, `${together}000010 comes before 0009`]],
  },
  {
    what: 'of six digits and of four, behind the same text',
    schema: numbered(['{x}#{n:06}', digits], ['{x}#{n:04}', digits]),
    expected: [[...second, `${together}000010 comes before 0009`]],
  },
  {
    what: 'that have two digits here and three there',
    schema: numbered(['{n}#{x}', 'minimum: 10, maximum: 99'], ['{n}#{x}', 'minimum: 100, maximum: 999']),
    expected: [[...second, `${together}100 comes before 99`]],
  },
  { what: 'of one width', schema: numbered(['{n:04}#{x}', digits], ['{n:04}#{name}', digits]), expected: [] },
  {
    what: 'of one width in all they can be',
    schema: numbered(['{n:02}#{x}', 'minimum: 10, maximum: 99'], ['{n}#{x}', 'minimum: 10, maximum: 50']),
    expected: [],
  },
  {
    what: 'of two widths in two partitions',
    schema: numbered(['{n:04}#{x}', digits], ['{n:06}#{x}', digits], 'OTHER'),
    expected: [],
  },
  {
    what: 'of two widths behind different literals',
    schema: numbered(['N#{n:04}#{x}', digits], ['M#{n:06}#{x}', digits]),
    expected: [],
  },
  {
    what: 'of two widths behind texts that are never the same',
    schema: numbered(['{x}#{n:04}', digits, '[a-z]'], ['{x}#{n:06}', digits, '[0-9]']),
    expected: [],
  },
  {
    what: 'one of which does not sort by itself',
    schema: numbered(['{n:04}#{x}', digits], ['{n}#{x}', digits]),
    expected: [[...second, '"{n}"', '10 comes before 9']],
  },
];

it.each(numbers)('compares numbers that two record types write into one partition: $what', expectImplications);
