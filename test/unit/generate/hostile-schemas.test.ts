import { expect, it } from 'vitest';
import { compileSchema } from '../../../src/compile.ts';
import { usableVectors } from '../../../src/generate/usable-vectors.ts';
import { generateVectors } from '../../../src/generate/vectors.ts';
import { compileCodec } from '../../../src/item/codec.ts';
import { formatVectorFile } from '../../../src/vector/format.ts';
import { readVectorFile } from '../../../src/vector/read.ts';
import { verifyVectors } from '../../../src/vector/verify.ts';
import { codecOf } from '../../support/codec.ts';

const id = "id: { type: string, pattern: '[a-z]{1,8}', required: true }";

/** A schema with one record type, of which the lines after its name are given, and its attributes beside `id`. */
function schemaOf({ head = KEYS, attributes = [] }: Shape): string {
  return `
table:
  name: example
  keys:
    primary: { partition_key: PK, sort_key: SK }
    gsi1: { partition_key: GSI1PK, sort_key: GSI1SK }
record_types:
  thing:
${head.map((line) => `    ${line}`).join('\n')}
    attributes:
${[id, ...attributes].map((line) => `      ${line}`).join('\n')}
`;
}

type Shape = { readonly head?: readonly string[]; readonly attributes?: readonly string[] };

const KEYS = ['pk_pattern: "T#{id}"', 'sk: "#META"'];

/** What becomes of a schema: refused when it is compiled, or else its impossible record types and what is left out. */
function outcomeOf(shape: Shape): readonly string[] {
  const { model, diagnostics } = compileSchema('schema.yaml', schemaOf(shape));
  if (model === undefined) return diagnostics.filter(({ severity }) => severity === 'error').map(() => 'refused');
  const codec = compileCodec(model);
  const { files, leftOut, impossible } = usableVectors(codec);
  for (const file of files) {
    expect(verifyVectors(codec, file)).toEqual([]);
    expect(readVectorFile('vectors.json', formatVectorFile(file)).diagnostics).toEqual([]);
  }
  const ids = files.flatMap((file) => file.vectors.map((vector) => vector.id));
  expect(new Set(ids).size).toBe(ids.length);
  if (impossible.length === 0) expect(ids).toContain('thing/complete');
  return [...impossible.map(() => 'impossible'), ...leftOut.map((draft) => `left out ${draft.id}`)];
}

const pk = (pattern: string): readonly string[] => [`pk_pattern: "${pattern}"`, 'sk_pattern: "X"'];
const sk = (pattern: string): readonly string[] => ['pk_pattern: "{id}"', `sk_pattern: "${pattern}"`];
const rules = (...each: readonly string[]): readonly string[] => [
  ...KEYS,
  'rules:',
  ...each.map((rule) => `  - ${rule}`),
];
const ruled = [
  's: { type: string, enum: [a, b], required: true }',
  'n: { type: integer, minimum: 0, maximum: 9, required: true }',
];

const possible: readonly (readonly [what: string, shape: Shape])[] = [
  [
    'an attribute with a default in a key that an item need not have',
    {
      head: [...KEYS, 'indexes: { gsi1: { on_missing: omit, pk_pattern: "A#{who}", sk_pattern: "{rank}" } }'],
      attributes: [
        "who: { type: string, pattern: '[a-z]{1,8}' }",
        'rank: { type: integer, minimum: 0, required: true, default: 5 }',
      ],
    },
  ],
  [
    'the same in a key with a condition',
    {
      head: [...KEYS, 'indexes: { gsi1: { when: who, pk_pattern: "A#{who}", sk_pattern: "{rank:02}" } }'],
      attributes: [
        "who: { type: string, pattern: '[a-z]{1,8}' }",
        'rank: { type: integer, minimum: 0, maximum: 9, required: true, default: 5 }',
      ],
    },
  ],
  [
    'the same in a computed attribute',
    {
      attributes: [
        'o: { type: string, max_length: 3, default: abc }',
        'p: { type: string, max_length: 3 }',
        "c: { type: string, on_missing: omit, computed_from: 'X{o}#{p}' }",
      ],
    },
  ],
  [
    'a decimal in an open interval',
    { head: rules("{ assert: { d: { greater_than: 3, less_than: '3.1' } } }"), attributes: ['d: { type: decimal }'] },
  ],
  [
    'an integer in an open interval',
    {
      head: rules('{ assert: { n: { greater_than: 3, less_than: 5 } } }'),
      attributes: ['n: { type: integer, required: true }'],
    },
  ],
  [
    'rules that only another case of an enumeration keeps',
    { head: rules('{ if: { s: a }, then: { n: 1 } }', '{ if: { n: 1 }, then: { s: b } }'), attributes: ruled },
  ],
  ['a discriminator named __proto__', { head: [...KEYS, 'discriminator: { attribute: __proto__, value: x }'] }],
  [
    'components named like what every object has',
    { head: ['pk_pattern: "{__proto__}"', 'sk_pattern: "{constructor}"'] },
  ],
  [
    'attributes named like what every object has',
    { attributes: ['__proto__: { type: string }', 'constructor: { type: string, default: x }'] },
  ],
  [
    'a pattern whose first texts a computed attribute leaves nothing of',
    {
      attributes: [
        "isbn: { type: string, pattern: '[0-9X-]{10,17}' }",
        "c: { type: string, on_missing: omit, computed_from: 'X{isbn:strip(-)}' }",
      ],
    },
  ],
  [
    'three components of which keys leave nothing, one of them in a map',
    {
      head: pk('{id}#{m.a:strip(-)}#{b:strip(- )}#{c:trim}'),
      attributes: [
        "m: { type: map, required: true, members: { a: { type: string, pattern: '[-]{2}[a-z-]', required: true } } }",
        "b: { type: string, pattern: '[ 0-9-]{4,20}', required: true }",
        "c: { type: string, pattern: '[ #a]+', min_length: 3, required: true }",
      ],
    },
  ],
  ['an attribute with a line feed in its name', { attributes: ['"p\\nq": { type: string }'] }],
  [
    'a list that is always empty',
    { attributes: ['l: { type: list, max_items: 0, allow_empty: true, required: true }'] },
  ],
];

it.each(possible)('has a vector for everything: %s', (_what, shape) => {
  expect(outcomeOf(shape)).toEqual([]);
});

const impossible: readonly (readonly [what: string, shape: Shape])[] = [
  [
    'no whole number between its bounds',
    { attributes: ['i: { type: decimal, scale: 0, minimum: 0.1, maximum: 0.9, required: true }'] },
  ],
  [
    'no multiple between its bounds',
    { attributes: ['i: { type: integer, multiple_of: 10, minimum: 1, maximum: 9, required: true }'] },
  ],
  ['a text above the size of an item', { attributes: ['s: { type: string, min_length: 500000, required: true }'] }],
  [
    'a list above the size of an item',
    { attributes: ['l: { type: list, min_items: 200000, items: { type: string }, required: true }'] },
  ],
  [
    'two attributes that wait for each other',
    {
      attributes: [
        's: { type: string, enum: [a, b], present_when: { t: [a] } }',
        't: { type: string, enum: [a, b], present_when: { s: [a] } }',
      ],
    },
  ],
  [
    'a component whose only value stands for absence',
    { head: sk('{o:or(a)}'), attributes: ['o: { type: string, enum: [a] }'] },
  ],
  [
    'a date that its delimiter ends',
    { head: pk('{t:date}-{id}'), attributes: ['t: { type: timestamp, format: iso-seconds, required: true }'] },
  ],
  [
    'a negative number that a hyphen ends',
    { head: pk('{n}-{id}'), attributes: ['n: { type: integer, maximum: -1, required: true }'] },
  ],
  [
    'a number that one of its digits ends',
    { head: pk('{n}0{id}'), attributes: ['n: { type: integer, minimum: 10, maximum: 10, required: true }'] },
  ],
  [
    'a padded number that its zeros end',
    { head: pk('{n:04}0{id}'), attributes: ['n: { type: integer, minimum: 0, maximum: 10, required: true }'] },
  ],
  ['a digest that one of its digits ends', { head: pk('{id:sha256}a{id}') }],
  [
    'a partition key that is always too long',
    { head: pk('{id}#{o}'), attributes: ['o: { type: string, min_length: 2100, required: true }'] },
  ],
  [
    'a sort key that is always too long',
    { head: sk('{o}'), attributes: ['o: { type: string, min_length: 1100, required: true }'] },
  ],
  ['a sort key of which the literal is too long', { head: sk('y'.repeat(1100)) }],
  [
    'a component that is always empty',
    { head: sk('A{o}'), attributes: ['o: { type: string, max_length: 0, allow_empty: true, required: true }'] },
  ],
  [
    'a rule that no value of the type keeps',
    { head: rules('{ assert: { n: { at_least: 100 } } }'), attributes: ruled },
  ],
  [
    'rules that contradict each other in every case',
    {
      head: rules('{ if: { s: a }, then: { n: 1 }, else: { n: 2 } }', '{ assert: { n: { at_least: 5 } } }'),
      attributes: ruled,
    },
  ],
  [
    'a computed value that its own type never has',
    { attributes: ["c: { type: string, pattern: '[0-9]+', computed_from: 'X{id}' }"] },
  ],
];

it('takes a value of which something stays and something is left out, so that whoever leaves nothing out is seen', () => {
  const attributes = [
    "isbn: { type: string, pattern: '[0-9X-]{10,17}', required: true }",
    "c: { type: string, computed_from: '{isbn:strip(-)}' }",
  ];
  const codec = codecOf(schemaOf({ attributes }));
  const [items] = generateVectors(codec);
  expect(items?.vectors[0]).toMatchObject({
    record: { isbn: '00000000-0' },
    item: { isbn: { S: '00000000-0' }, c: { S: '000000000' } },
  });
  expect(codec.encode('thing', { id: 'a', isbn: '----------' })).toMatchObject({
    error: { path: '/isbn', message: expect.stringContaining('because it is part of a computed attribute') },
  });
});

/** The compiler may see it earlier, which is better still. */
it.each(impossible)('says that there is no record: %s', (_what, shape) => {
  expect(['refused', 'impossible']).toContain(outcomeOf(shape)[0]);
});

const partly: readonly (readonly [what: string, shape: Shape])[] = [
  [
    'defaults that come from each other',
    {
      attributes: [
        'a: { type: string, required: true, default_from: b }',
        'b: { type: string, required: true, default_from: a }',
      ],
    },
  ],
  [
    'a default from a default',
    {
      attributes: [
        'a: { type: string, required: true }',
        'b: { type: string, required: true, default_from: a, default_on: write }',
        'c: { type: string, required: true, default_from: b, default_on: write }',
      ],
    },
  ],
  [
    'a default from a wider attribute',
    {
      attributes: [
        'a: { type: string, required: true }',
        'b: { type: string, max_length: 2, required: true, default_from: a, default_on: write }',
      ],
    },
  ],
  [
    'a default from an optional attribute',
    { attributes: ['a: { type: string }', 'b: { type: string, required: true, default_from: a, default_on: write }'] },
  ],
  [
    'families of which one explains the members of the other',
    {
      head: pk('{id}'),
      attributes: ["'b_{p}': { type: string, required_members: [a] }", "'b_{p}_x': { type: string }"],
    },
  ],
  [
    'a component inside a map without members',
    { head: sk('{m.a}'), attributes: ['m: { type: map, required: true, values: { type: string, max_length: 5 } }'] },
  ],
  [
    'an attribute with a dot in its name as a component',
    { head: sk('{m.a}'), attributes: ['m.a: { type: string, max_length: 5, required: true }'] },
  ],
  [
    'a family of which every member is excluded',
    { head: pk('{id}'), attributes: ["'b_{p}': { type: string, excluded_members: [a] }"] },
  ],
  [
    'a computed value that its own type has now and then',
    { attributes: ["c: { type: string, max_length: 3, computed_from: 'X{id}' }"] },
  ],
];

it.each(partly)('throws nothing, and says so where a case has no place: %s', (_what, shape) => {
  for (const each of outcomeOf(shape)) expect(each).toMatch(/^(refused|impossible|left out thing\/[A-Za-z0-9_-]+)$/);
});

it('says of which record type there is no record, and what it is refused for', () => {
  const texts = ['a', 'b', 'c'].map((name) => `${name}: { type: string, min_length: 150000 }`);
  const codec = codecOf(schemaOf({ attributes: texts }));
  const [first, ...others] = usableVectors(codec).impossible;
  expect(others).toEqual([]);
  expect(first).toMatchObject({
    id: 'thing/complete',
    recordType: { name: 'thing' },
    refusal: expect.stringContaining('409600 bytes'),
  });
  expect(() => generateVectors(codec)).toThrow(/^the vector thing\/complete is refused: /);
});
