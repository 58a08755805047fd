import { it } from 'vitest';
import { type Case, expectImplications, tableOf } from './support.ts';

const cases: readonly Case[] = [
  {
    what: 'a number where an index has text',
    schema: tableOf('  a: { pk_pattern: "A#{name}", sk: A, attributes: { GSI1SK: { type: integer } } }\n'),
    expected: [
      [
        'index-attribute-type',
        'record_types.a.attributes.GSI1SK',
        'of type S in "gsi1"',
        'a value of type N, {"N":"1"}, in it',
      ],
    ],
  },
  {
    what: 'text where an index has a number',
    schema: tableOf(
      '  a: { pk_pattern: "A#{name}", sk: A, attributes: { GSI2SK: { type: timestamp, format: iso-seconds } } }\n',
    ),
    expected: [
      ['index-attribute-type', 'record_types.a.attributes.GSI2SK', 'of type N in "gsi2"', 'a value of type S'],
    ],
  },
  {
    what: 'a map where an index has text',
    schema: tableOf('  a: { pk_pattern: "A#{name}", sk: A, attributes: { GSI1PK: { type: map } } }\n'),
    expected: [['index-attribute-type', 'record_types.a.attributes.GSI1PK', 'a value of type M']],
  },
  {
    what: 'NULL where an index has text',
    schema: tableOf(
      '  a: { pk_pattern: "A#{name}", sk: A, attributes: { GSI1PK: { type: string, nullable: true } } }\n',
    ),
    expected: [['index-attribute-type', 'record_types.a.attributes.GSI1PK', 'can store NULL']],
  },
  {
    what: 'the empty text where an index has text',
    schema: tableOf(
      '  a: { pk_pattern: "A#{name}", sk: A, attributes: { GSI1PK: { type: string, allow_empty: true } } }\n',
    ),
    expected: [['index-attribute-type', 'record_types.a.attributes.GSI1PK', 'an empty value, {"S":""}, in it']],
  },
  {
    what: 'attributes of the types of the indexes',
    schema: tableOf(
      '  a: { pk_pattern: "A#{name}", sk: A, attributes: { GSI1PK: { type: string, max_length: 9 }, GSI2SK: { type: timestamp, format: epoch-seconds } } }\n',
    ),
    expected: [],
  },
  {
    what: 'one attribute as both parts of a key',
    schema: `
table: { name: things, keys: { primary: { partition_key: PK }, gsi1: { partition_key: X, sort_key: X } } }
record_types: { a: { pk: A } }
`,
    expected: [['key-attribute-repeated', 'table.keys.gsi1', '"gsi1" has the attribute "X" twice', 'no such index']],
  },
  {
    what: 'one attribute in two keys',
    schema: `
table: { name: things, keys: { primary: { partition_key: PK }, gsi1: { partition_key: X, sort_key: PK } } }
record_types: { a: { pk: A } }
`,
    expected: [],
  },
];

it.each(cases)('looks at the attributes that keys consist of: $what', expectImplications);
