/** The keys of values: of parameters, attributes, members and items. */
import { parameterSource } from './design/shape/sources.ts';
import { flag, named, scalar, text, texts } from './shape-parts.ts';

const decimal = { type: ['number', 'string'] } as const;
const size = { type: 'integer', minimum: 0 } as const;

export const valueKeys = {
  type: {
    enum: [
      'string',
      'integer',
      'decimal',
      'boolean',
      'binary',
      'timestamp',
      'list',
      'map',
      'string_set',
      'number_set',
      'binary_set',
      'union',
      'any',
    ],
    description: 'The logical type. The DynamoDB type follows from it.',
  },
  parameter: {
    ...text,
    description: 'The parameter whose type and constraints apply, instead of a type here.',
    examples: ['tenant'],
  },
  nullable: { ...flag, description: 'NULL may stand in place of a value.', default: false },
  allow_empty: {
    ...flag,
    description: 'An empty string, binary, list or map is a value. Default: true for list and map, false otherwise.',
  },
  min_length: { ...size, description: 'The smallest length, in code points; for binary in bytes.', examples: [1] },
  max_length: { ...size, description: 'The largest length, in code points; for binary in bytes.', examples: [64] },
  max_bytes: {
    type: 'integer',
    minimum: 1,
    description: 'The largest length of a string, in bytes of UTF-8, as DynamoDB counts.',
    examples: [1024],
  },
  pattern: {
    ...text,
    description: 'A regular expression that the whole value matches.',
    examples: ['[a-z][a-z0-9]{2,11}'],
  },
  enum: { type: 'array', minItems: 1, items: scalar, description: 'The only values.', examples: [['open', 'sent']] },
  const: { ...scalar, description: 'The only value.', examples: ['order'] },
  reserved: {
    ...texts,
    description: 'Values that the pattern allows and that are not allowed all the same.',
    examples: [['admin']],
  },
  minimum: {
    ...decimal,
    description: 'The smallest value. Quote a number that has more digits than a double holds.',
    examples: [0],
  },
  maximum: {
    ...decimal,
    description: 'The largest value. Quote a number that has more digits than a double holds.',
    examples: [100, '9999999999999999.99'],
  },
  format: {
    ...text,
    description: 'How a timestamp is written, or which named pattern a string has.',
    examples: ['iso-seconds', 'epoch-seconds', 'uuid'],
  },
  scale: {
    type: 'integer',
    minimum: 0,
    maximum: 38,
    description: 'How many digits stand after the point, at most.',
    examples: [2],
  },
  multiple_of: {
    type: 'integer',
    minimum: 1,
    description: 'A number that the value is a multiple of.',
    examples: [5],
  },
  stored_as: { enum: ['N', 'S'], description: 'The DynamoDB type of a number.', default: 'N' },
  variants: {
    type: 'array',
    minItems: 2,
    items: { $ref: '#/$defs/value' },
    description: 'The types that a union can have.',
    examples: [[{ type: 'string' }, { type: 'boolean' }]],
  },
  items: { $ref: '#/$defs/value', description: 'What a list or set holds.', examples: [{ type: 'string' }] },
  values: {
    $ref: '#/$defs/value',
    description: 'What a map holds, under any key.',
    examples: [{ type: 'integer' }],
  },
  members: {
    type: 'object',
    propertyNames: named,
    additionalProperties: { $ref: '#/$defs/attribute' },
    minProperties: 1,
    description: 'What a map holds, under these keys.',
    examples: [{ street: { type: 'string', required: true } }],
  },
  min_items: { ...size, description: 'The smallest number of items in a list.', examples: [1] },
  max_items: { ...size, description: 'The largest number of items in a list.', examples: [100] },
  empty_set: {
    enum: ['reject', 'omit'],
    description: 'What becomes of an empty set: a writer refuses it, or leaves the attribute out.',
    default: 'reject',
  },
  description: { ...text, description: 'What the value is; text for people.' },
  examples: {
    type: 'array',
    minItems: 1,
    items: scalar,
    description: 'Values for people, of a scalar type; the first one stands for the type in vectors.',
    examples: [['acme']],
  },
} as const;

const { parameter: _parameter, nullable: _nullable, ...keysOfParameters } = valueKeys;

/** A parameter is a value with a name, so it refers to no other one and is never NULL. */
export const parameterKeys = { ...keysOfParameters, source: parameterSource } as const;
