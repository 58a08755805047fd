import { expect, it } from 'vitest';
import { compileSchema } from '../../src/compile.ts';

type Case = { readonly what: string; readonly recordTypes: string; readonly expected: readonly string[] };

const head = `
parameters:
  id: { type: string, pattern: '[a-z#]+', max_length: 30 }
  name: { type: string, pattern: '[a-z]+', max_length: 30 }
  long: { type: string, max_length: 300 }
  endless: { type: string }
  small: { type: integer, minimum: 0, maximum: 9 }
  count: { type: integer, minimum: 0, maximum: 10 }
  signed: { type: integer, minimum: -2, maximum: 9 }
table: { name: things, keys: { primary: { partition_key: PK, sort_key: SK } } }
record_types:
`;

const cases: readonly Case[] = [
  {
    what: 'literals that differ',
    recordTypes: 'a: { pk_pattern: "U#{name}", sk: A }\n  b: { pk_pattern: "U#{name}", sk: B }',
    expected: [],
  },
  {
    what: 'a constant that a component can be',
    recordTypes: 'a: { pk_pattern: "U#{name}", sk_pattern: "{name}" }\n  b: { pk_pattern: "U#{name}", sk: meta }',
    expected: ['key-collision: "a" and "b" can both have the key {"SK":"meta","PK":"U#meta"}'],
  },
  {
    what: 'a component that would need two values at once',
    recordTypes: 'a: { pk_pattern: "U#{name}", sk_pattern: "{name}" }\n  b: { pk: "U#one", sk: two }',
    expected: [],
  },
  {
    what: 'a constant that another component can be',
    recordTypes: 'a: { pk_pattern: "U#{name}", sk_pattern: "S#{id}" }\n  b: { pk_pattern: "U#{name}", sk: "S#x" }',
    expected: ['key-collision: "a" and "b" can both have the key {"PK":"U#a","SK":"S#x"}'],
  },
  {
    what: 'a component that swallows the other literal',
    recordTypes: 'a: { pk_pattern: "{id}", sk: A }\n  b: { pk_pattern: "x#{name}", sk: A }',
    expected: ['key-collision: "a" and "b" can both have the key {"PK":"x#a","SK":"A"}'],
  },
  {
    what: 'a shard of identifiers of one length, alone',
    recordTypes:
      'a: { pk_pattern: "U#{v:shard(crc32,16)}", sk: A, attributes: { v: { type: string, format: uuid, required: true } } }',
    expected: [
      'key-ambiguous: "a" has one key for two values of "v", "30000000-0000-0000-0000-000000000000" and "80000000-0000-0000-0000-000000000000": {"PK":"U#7","SK":"A"}',
    ],
  },
  {
    what: 'a separator that is taken out',
    recordTypes:
      'a: { pk_pattern: "U#{v:strip(-)}", sk: A, attributes: { v: { type: string, pattern: \'[0-9]{3}-?[0-9]{3}\', required: true } } }',
    expected: [
      'key-ambiguous: "a" has one key for two values of "v", "000000" and "000-000": {"PK":"U#000000","SK":"A"}',
    ],
  },
  {
    what: 'a shard behind a component that may contain what ends it, and before one of one value',
    recordTypes:
      'a: { pk_pattern: "{x}a{v:shard(crc32,3)}", sk_pattern: "{one}", attributes: { x: { type: string, pattern: \'[ab]{1,2}\', required: true }, v: { type: integer, minimum: 1, maximum: 3, required: true }, one: { type: string, enum: [A], required: true } } }',
    expected: ['key-ambiguous: "a" has one key for two values of "v", "3" and "2": {"PK":"ba1","SK":"A"}'],
  },
  {
    what: 'a shard that no value has',
    recordTypes:
      'a: { pk_pattern: "T#{v:shard(crc32,4)}", sk: A, attributes: { v: { type: string, enum: [x, y], required: true } } }\n  b: { pk: "T#0", sk: A }\n  c: { pk: "T#1", sk: A }',
    expected: ['key-collision: "a" and "c" can both have the key {"PK":"T#1","SK":"A"}'],
  },
  {
    what: 'a stripped text that is too short for the other',
    recordTypes:
      'a: { pk_pattern: "{v:strip(-)}", sk_pattern: "{v}", attributes: { v: { type: string, pattern: \'[0-9-]{2}\', required: true } } }\n  b: { pk_pattern: "{w}7", sk_pattern: "{name}", attributes: { w: { type: string, pattern: \'[0-9]{4}\', required: true } } }',
    expected: [],
  },
  {
    what: 'a hash, of a value that is known',
    recordTypes:
      'a: { pk_pattern: "T#{v:sha256}", sk_pattern: "{v}", attributes: { v: { type: string, max_length: 9, required: true } } }\n  b: { pk_pattern: "T#{h}", sk_pattern: "{s}", attributes: { h: { type: string, pattern: \'[0-9a-f]{64}\', required: true }, s: { type: string, pattern: \'[a-z]+\', max_length: 9, required: true } } }',
    expected: [
      'key-collision: "a" and "b" can both have the key {"SK":"a","PK":"T#ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"}',
    ],
  },
  {
    what: 'components of different alphabets',
    recordTypes: 'a: { pk_pattern: "{name}", sk: A }\n  b: { pk_pattern: "{small}", sk: A }',
    expected: [],
  },
  { what: 'one digit', recordTypes: 'a: { pk_pattern: "U#{name}", sk_pattern: "S#{small}" }', expected: [] },
  {
    what: 'one digit or two',
    recordTypes: 'a: { pk_pattern: "U#{name}", sk_pattern: "S#{count}" }',
    expected: ['key-order: "{count}" in the sort key "S#{count}" does not sort by value: as text, 10 comes before 9'],
  },
  {
    what: 'numbers below zero',
    recordTypes: 'a: { pk_pattern: "U#{name}", sk_pattern: "S#{signed}" }',
    expected: [
      'key-order: "{signed}" in the sort key "S#{signed}" does not sort by value: as text, -1 comes before -2',
    ],
  },
  {
    what: 'numbers in a partition key, which has no order',
    recordTypes: 'a: { pk_pattern: "U#{count}", sk: A }',
    expected: [],
  },
  {
    what: 'a sort key of four-byte characters',
    recordTypes: 'a: { pk_pattern: "U#{name}", sk_pattern: "S#{long}" }',
    expected: [
      'key-size: the sort key "S#{long}" can take 1202 bytes, 1200 in "{long}", and DynamoDB accepts 1024 bytes',
    ],
  },
  { what: 'the same in a partition key', recordTypes: 'a: { pk_pattern: "U#{long}", sk: A }', expected: [] },
  {
    what: 'a component without a limit',
    recordTypes: 'a: { pk_pattern: "U#{endless}", sk: A }',
    expected: [
      'key-size: the partition key "U#{endless}" has no limit, because "{endless}" has none: with 2047 bytes of it the key is too long, and DynamoDB accepts 2048 bytes',
    ],
  },
  {
    what: 'a family that may be called like an attribute',
    recordTypes: 'a: { pk: A, sk: A, attributes: { total: { type: integer }, "{name}": { type: integer } } }',
    expected: [
      'family-collision: a member named "total" would have the name of another attribute, "total"; such a record is refused',
    ],
  },
  {
    what: 'a family whose prefix keeps it apart',
    recordTypes: 'a: { pk: A, sk: A, attributes: { total: { type: integer }, "n_{name}": { type: integer } } }',
    expected: [],
  },
  {
    what: 'two families that share a name',
    recordTypes: 'a: { pk: A, sk: A, attributes: { "{name}b": { type: integer }, "a{name}": { type: integer } } }',
    expected: ['family-collision: "ab" is a member of "a{name}" and of "{name}b"; such a record is refused'],
  },
];

it.each(cases)('says what keys imply: $what', ({ recordTypes, expected }) => {
  const { diagnostics } = compileSchema('s.yaml', `${head}  ${recordTypes}\n`);
  expect(diagnostics.map(({ code, message }) => `${code}: ${message}`)).toEqual(expected);
});

it('an implication can be waived, with the rule and the path that it is reported with', () => {
  const source = `${head}  a: { pk_pattern: "U#{name}", sk_pattern: "S#{count}" }\nwaivers:\n  - { rule: key-order, at: record_types.a.sk_pattern, reason: nobody reads a range of it }\n`;
  expect(compileSchema('s.yaml', source).diagnostics).toEqual([]);
});

it('a waiver that waives nothing is an error, and the schema is refused', () => {
  const source = `${head}  a: { pk_pattern: "U#{name}", sk_pattern: "S#{small}" }\nwaivers:\n  - { rule: key-order, at: record_types.a.sk_pattern, reason: nobody reads a range of it }\n`;
  const { model, diagnostics } = compileSchema('s.yaml', source);
  expect(model).toBeUndefined();
  expect(diagnostics.map(({ code, position }) => [code, position.line])).toEqual([['waiver-unused', 14]]);
});
