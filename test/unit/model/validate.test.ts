import { expect, it } from 'vitest';
import { configSchema, knownSchema } from '../../../src/config/config-schema.ts';
import { languageSchema } from '../../../src/model/language-schema.ts';
import { shapeOf } from '../../../src/model/shape.ts';
import { parseSource } from '../../../src/model/source.ts';
import { describeViolation, validateShape } from '../../../src/model/validate.ts';
import { protocolSchema } from '../../../src/protocol/protocol-schema.ts';
import { manifestSchema, vectorSchema } from '../../../src/vector/vector-schema.ts';

type Case = readonly [schema: object, text: string, message: string, help?: string];

const list = (rule: object): object => ({ type: 'object', properties: { a: { type: 'array', ...rule } } });
const text = (rule: object): object => ({ type: 'object', properties: { a: { type: 'string', ...rule } } });
const map = (rule: object): object => ({ type: 'object', properties: { a: { type: 'object', ...rule } } });
const number = (rule: object): object => ({ type: 'object', properties: { a: { type: 'number', ...rule } } });

/** Every keyword with which our own schemas refuse something, and what a person is told then. */
const sentences: { readonly [keyword: string]: readonly Case[] } = {
  additionalProperties: [[{ ...text({}), additionalProperties: false }, 'b: x', 'unknown key "b"', 'there is "a"']],
  required: [[{ ...text({}), required: ['a'] }, 'b: 1', 'the document has no "a"', 'add "a:"']],
  type: [[text({}), 'a: [1]', '"a" must be text, and is [1]', 'write text here, or remove the key']],
  enum: [[text({ enum: ['one', 'two'] }), 'a: tow', '"a" cannot be "tow"', 'did you mean "two"?']],
  const: [[{ type: 'object', properties: { a: { const: 1 } } }, 'a: 2', '"a" must be 1, and is 2', 'write 1']],
  pattern: [
    [text({ pattern: '^b$' }), 'a: c', '"a" cannot be "c"', 'it must match ^b$'],
    [text({ pattern: '^b$', $comment: 'write b' }), 'a: c', '"a" cannot be "c"', 'write b'],
  ],
  propertyNames: [
    [
      map({ propertyNames: { pattern: '^b$', description: 'a name is b' } }),
      'a: { c: 1 }',
      '"c" cannot be a name here',
      'a name is b',
    ],
  ],
  oneOf: [
    [
      { type: 'object', properties: { a: { oneOf: [{ type: 'string' }, { type: 'array' }] } } },
      'a: 1',
      '"a" cannot be 1',
      'write text or a list, or remove the key',
    ],
  ],
  if: [
    [
      {
        ...text({}),
        if: { properties: { a: { const: 'x' } } },
        // biome-ignore lint/suspicious/noThenProperty: "then" is a keyword of JSON Schema
        then: { properties: { b: true }, required: ['b'] },
      },
      'a: x',
      'the document has no "b"',
      'add "b:"',
    ],
  ],
  minLength: [
    [
      text({ minLength: 1 }),
      'a: ""',
      '"a" must not be empty',
      'write a text of one character or more, or remove the key',
    ],
    [
      text({ minLength: 10 }),
      'a: "\u{1f600}b"',
      '"a" must have at least 10 characters, and has 2',
      'write 8 more characters, or remove the key',
    ],
  ],
  minItems: [
    [list({ minItems: 1 }), 'a: []', '"a" must not be empty', 'write one entry or more, or remove the key'],
    [
      list({ minItems: 2 }),
      'a: [1]',
      '"a" must have at least 2 entries, and has 1',
      'write 1 more entry, or remove the key',
    ],
  ],
  maxItems: [[list({ maxItems: 1 }), 'a: [1, 2]', '"a" must have at most 1 entry, and has 2', 'remove all but 1']],
  minProperties: [
    [map({ minProperties: 1 }), 'a: {}', '"a" must not be empty', 'write one key or more, or remove the key'],
  ],
  maxProperties: [
    [map({ maxProperties: 1 }), 'a: { b: 1, c: 2 }', '"a" must have at most 1 entry, and has 2', 'remove all but 1'],
  ],
  maxLength: [
    [
      map({ properties: { b: { type: 'string', maxLength: 2 } } }),
      'a: { b: äbc }',
      '"b" must have at most 2 characters, and has 3',
      'remove 1 character',
    ],
  ],
  uniqueItems: [[list({ uniqueItems: true }), 'a: [b, c, b]', '"a" has "b" twice', 'remove one of them']],
  minimum: [[number({ minimum: 1 }), 'a: 0', '"a" must be at least 1, and is 0', 'write 1 or more']],
  maximum: [[number({ maximum: 600 }), 'a: 601', '"a" must be at most 600, and is 601', 'write 600 or less']],
  exclusiveMinimum: [
    [number({ exclusiveMinimum: 0 }), 'a: -1', '"a" must be more than 0, and is -1', 'write more than 0'],
  ],
};

const examples = Object.entries(sentences).flatMap(([keyword, cases]) =>
  cases.map(([schema, source, message, help]) => ({ keyword, schema, source, message, help })),
);

it.each(examples)('puts "$keyword" of JSON Schema into words: $source', ({ schema, source, message, help }) => {
  const { root } = parseSource('x.yaml', source, 'write something');
  if (root === undefined) throw new Error('the example is no YAML');
  const diagnostics = validateShape(shapeOf(schema), 'x.yaml', root);
  expect(diagnostics.map((each) => [each.message, each.help])).toEqual([[message, help]]);
});

it('has words for every keyword of every schema that anything is held against', () => {
  const used = [
    configSchema,
    knownSchema,
    languageSchema,
    vectorSchema,
    manifestSchema,
    protocolSchema.$defs.hello,
  ].flatMap((schema) => [...keywordsOf(schema)]);
  expect([...new Set(used)].filter((keyword) => !Object.hasOwn(sentences, keyword))).toEqual([]);
});

it('a keyword without words would be found', () => {
  expect([...keywordsOf({ properties: { minimum: { items: { multipleOf: 2 } } } })]).toEqual(['multipleOf']);
});

it('tells what came from no file in the same words', () => {
  const shape = shapeOf({ ...text({ minLength: 1 }), required: ['a'], additionalProperties: false });
  const tell = (value: unknown): string | undefined => {
    return describeViolation(shape.errorsOf(value), 'the answer');
  };
  expect(tell({ a: 'x', b: 1 })).toBe('the answer: unknown key "b"; there is "a"');
  expect(tell({ a: '' })).toBe('"a" in the answer must not be empty');
  expect(tell({})).toBe('the answer has no "a"');
  expect(describeViolation([], 'the answer')).toBeUndefined();
});

it('writes places in lists in brackets, with the list that they are in', () => {
  const keys = { type: 'array', items: text({ minLength: 1 }) };
  const shape = shapeOf({ type: 'object', properties: { keys, 0: { type: 'string' } } });
  expect(describeViolation(shape.errorsOf({ keys: [{}, { a: '' }] }), 'the answer')).toBe(
    '"keys[1].a" in the answer must not be empty',
  );
  const messagesOf = (yaml: string): readonly string[] => {
    const { partial } = parseSource('schema.yaml', yaml, 'write something');
    return partial === undefined ? [] : validateShape(shape, 'schema.yaml', partial).map(({ message }) => message);
  };
  expect(messagesOf('keys: [{ a: x }, 5]')).toEqual(['"keys[1]" must be a mapping, and is 5']);
  expect(messagesOf('"0": 5')).toEqual(['"0" must be text, and is 5']);
});

it.each(['1.0', '1e3', '9007199254740993', '0.10'])('shows the number %s as it is written', (number) => {
  const shape = shapeOf({ type: 'object', properties: { version: { type: 'string' }, format: { const: 1 } } });
  const { partial } = parseSource('schema.yaml', `version: ${number}\nformat: ${number}1\n`, 'write something');
  const found = partial === undefined ? [] : validateShape(shape, 'schema.yaml', partial);
  expect(found.map(({ message }) => message)).toEqual([
    `"version" must be text, and is ${number}`,
    `"format" must be 1, and is ${number}1`,
  ]);
});

/** Keywords that say nothing themselves about a value: they lead to others, or only explain. */
const silent = new Set([
  '$comment',
  '$schema',
  '$id',
  '$ref',
  '$defs',
  'title',
  'description',
  'examples',
  'default',
  'then',
  'else',
]);
const leading = new Set(['properties', 'patternProperties', 'items', 'allOf']);

/** The keywords that can refuse a value; names of properties are no keywords. */
function* keywordsOf(schema: unknown): Generator<string> {
  if (typeof schema !== 'object' || schema === null) return;
  for (const [keyword, value] of Object.entries(schema)) {
    if (!silent.has(keyword) && !leading.has(keyword)) yield keyword;
    if (['properties', 'patternProperties', '$defs'].includes(keyword))
      for (const inner of Object.values(value)) yield* keywordsOf(inner);
    else if (['allOf'].includes(keyword)) for (const inner of value) yield* keywordsOf(inner);
    else if (['items', 'additionalProperties', 'then'].includes(keyword)) yield* keywordsOf(value);
    // What a branch of "oneOf", a name or a condition refuses is told by that keyword alone.
  }
}
