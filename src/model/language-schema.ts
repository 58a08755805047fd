/**
 * The shape of a schema file, as JSON Schema 2020-12. What shape cannot say - references, patterns, domains - is
 * checked by `normalise.ts`. `schema/language.schema.json` is written from this object, for editors.
 */
import { conditionShapes } from './condition-shape.ts';
import { defaultNow } from './design/shape/access-pattern.ts';
import { attributeFacetKeys } from './design/shape/attribute.ts';
import { recordTypeDesignKeys } from './design/shape/record-type.ts';
import { tableDesignKeys } from './design/shape/table.ts';
import { conventionDesignKeys, designDefinitions, topLevelDesignKeys } from './design/shape/top-level.ts';

const text = { type: 'string' } as const;
/** The name of an attribute; DynamoDB has none without a character. */
const attributeName = { type: 'string', minLength: 1 } as const;
const named = { pattern: '[^]', description: 'a name has one character or more' } as const;
const flag = { type: 'boolean' } as const;
const decimal = {
  type: ['number', 'string'],
  description: 'A number; quoted when it has more digits than a double holds.',
} as const;
const scalar = { type: ['string', 'number', 'boolean'] } as const;
const texts = { type: 'array', items: text } as const;
const own = { '^x-': true } as const;

const valueKeys = {
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
  parameter: { ...text, description: 'The parameter whose type and constraints apply, instead of a type here.' },
  nullable: { ...flag, description: 'NULL may stand in place of a value. Default: false.' },
  allow_empty: {
    ...flag,
    description: 'An empty string, binary, list or map is a value. Default: true for list and map, false otherwise.',
  },
  min_length: { type: 'integer', minimum: 0, description: 'In code points; for binary in bytes.' },
  max_length: { type: 'integer', minimum: 0, description: 'In code points; for binary in bytes.' },
  max_bytes: { type: 'integer', minimum: 1, description: 'Of a string: in bytes of UTF-8, as DynamoDB counts.' },
  pattern: { ...text, description: 'A regular expression that the whole value matches.' },
  enum: { type: 'array', minItems: 1, items: scalar, description: 'The only values there are.' },
  const: { ...scalar, description: 'The only value there is.' },
  reserved: { ...texts, description: 'Values that the pattern allows and that are not allowed all the same.' },
  minimum: { ...decimal, description: 'The smallest value.' },
  maximum: { ...decimal, description: 'The largest value.' },
  format: { ...text, description: 'How a timestamp is written, or which named pattern text has.' },
  scale: { type: 'integer', minimum: 0, maximum: 38, description: 'Digits after the point, at most.' },
  multiple_of: { type: 'integer', minimum: 1, description: 'A number that the value is a multiple of.' },
  stored_as: { enum: ['N', 'S'], description: 'The DynamoDB type of a number. Default: N.' },
  variants: {
    type: 'array',
    minItems: 2,
    items: { $ref: '#/$defs/value' },
    description: 'The types that a union can have.',
  },
  items: { $ref: '#/$defs/value', description: 'What a list or set holds.' },
  values: { $ref: '#/$defs/value', description: 'What a map holds, under any key.' },
  members: {
    type: 'object',
    propertyNames: named,
    additionalProperties: { $ref: '#/$defs/attribute' },
    minProperties: 1,
    description: 'What a map holds, under these keys.',
  },
  min_items: { type: 'integer', minimum: 0 },
  max_items: { type: 'integer', minimum: 0 },
  empty_set: { enum: ['reject', 'omit'], description: 'What becomes of an empty set. Default: reject.' },
  description: text,
  examples: { type: 'array', items: scalar },
} as const;

const { parameter: _parameter, nullable: _nullable, ...parameterKeys } = valueKeys;

const attributeKeys = {
  ...valueKeys,
  required: { ...flag, description: 'Every item has it. Default: false.' },
  default: { description: 'The value of an attribute that is missing.' },
  default_from: { ...text, description: 'The attribute whose value is the default.' },
  default_on: {
    enum: ['write', 'read', 'both'],
    description: 'Whether the writer stores the default, the reader supplies it, or both. Default: both.',
  },
  default_when_empty: { ...flag, description: 'An empty string in a record counts as missing.' },
  present_when: {
    type: 'object',
    additionalProperties: { type: 'array', items: scalar, minItems: 1 },
    minProperties: 1,
    maxProperties: 1,
    description: 'Present exactly when another attribute has one of these values.',
  },
  group: { ...text, description: 'Families of one group have the same members.' },
  excluded_members: { ...texts, description: 'Members that a family never has.' },
  computed_from: {
    ...text,
    description: 'A pattern. The writer builds the attribute from others, and readers check it.',
  },
  on_missing: { enum: ['error', 'omit'], description: 'What becomes of a computed attribute without a component.' },
  required_members: { ...texts, description: 'Members that a family always has.' },
  unit: text,
  role: text,
  ...attributeFacetKeys,
} as const;

const keyAttribute = {
  oneOf: [
    attributeName,
    {
      type: 'object',
      properties: { name: attributeName, type: { enum: ['S', 'N', 'B'] } },
      required: ['name'],
      additionalProperties: false,
    },
  ],
} as const;

const severalAttributes = {
  minItems: 1,
  maxItems: 4,
  description: 'a global index has up to four attributes in its key, a table and a local index have one',
} as const;

const keyAttributes = { oneOf: [keyAttribute, { type: 'array', items: keyAttribute, ...severalAttributes }] } as const;

const pattern = { oneOf: [text, { type: 'array', items: text, ...severalAttributes }] } as const;

const patternKeys = {
  pk: { ...text, description: 'The partition key, a constant.' },
  pk_pattern: { ...pattern, description: 'The partition key, with components in braces.' },
  sk: { ...text, description: 'The sort key, a constant.' },
  sk_pattern: { ...pattern, description: 'The sort key, with components in braces.' },
} as const;

export const languageSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'https://itemproof.dev/schema/language.schema.json',
  title: 'Itemproof schema, format 1',
  type: 'object',
  properties: {
    format: { const: 1 },
    name: { type: 'string', pattern: '^[a-z][a-z0-9-]*$' },
    version: { type: 'string', pattern: '^(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)(-[0-9A-Za-z.-]+)?$' },
    description: text,
    conventions: {
      type: 'object',
      properties: { unknown_attributes: { enum: ['ignore', 'preserve', 'reject'] }, ...conventionDesignKeys },
      patternProperties: own,
      additionalProperties: false,
    },
    prefixes: { type: 'object', additionalProperties: text },
    parameters: { type: 'object', additionalProperties: { $ref: '#/$defs/parameter' } },
    table: { $ref: '#/$defs/table' },
    tables: { type: 'object', minProperties: 1, additionalProperties: { $ref: '#/$defs/table' } },
    keys: { $ref: '#/$defs/keys' },
    record_types: {
      type: 'object',
      minProperties: 1,
      propertyNames: {
        pattern: '^[A-Za-z][A-Za-z0-9_-]*$',
        description: 'a name has letters, digits, "_" and "-", and starts with a letter',
      },
      additionalProperties: { $ref: '#/$defs/recordType' },
    },
    ...topLevelDesignKeys,
    waivers: {
      type: 'array',
      items: {
        type: 'object',
        properties: { rule: text, at: text, reason: { type: 'string', minLength: 10 } },
        required: ['rule', 'at', 'reason'],
        patternProperties: own,
        additionalProperties: false,
      },
    },
  },
  required: ['record_types'],
  patternProperties: own,
  additionalProperties: false,
  $defs: {
    value: { type: 'object', properties: valueKeys, patternProperties: own, additionalProperties: false },
    parameter: {
      type: 'object',
      properties: parameterKeys,
      required: ['type'],
      patternProperties: own,
      additionalProperties: false,
    },
    attribute: { type: 'object', properties: attributeKeys, patternProperties: own, additionalProperties: false },
    accessPatternParameter: {
      type: 'object',
      properties: { ...valueKeys, default: attributeKeys.default, default_now: defaultNow },
      patternProperties: own,
      additionalProperties: false,
    },
    ...designDefinitions,
    keys: {
      type: 'object',
      properties: { primary: { $ref: '#/$defs/key' } },
      required: ['primary'],
      additionalProperties: { $ref: '#/$defs/key' },
    },
    key: {
      type: 'object',
      properties: {
        kind: { enum: ['gsi', 'lsi'] },
        index_name: { type: 'string', pattern: '^[a-zA-Z0-9_.-]{3,255}$' },
        partition_key: keyAttributes,
        sort_key: keyAttributes,
        projection: {
          oneOf: [
            { enum: ['ALL', 'KEYS_ONLY'] },
            {
              type: 'object',
              properties: { include: { ...texts, minItems: 1 } },
              required: ['include'],
              additionalProperties: false,
            },
          ],
        },
        sparse: flag,
        reserved: flag,
        description: text,
        justification: text,
      },
      patternProperties: own,
      additionalProperties: false,
    },
    table: {
      type: 'object',
      properties: {
        billing_mode: { enum: ['PAY_PER_REQUEST', 'PROVISIONED'] },
        stream: { enum: ['NEW_AND_OLD_IMAGES', 'NEW_IMAGE', 'OLD_IMAGE', 'KEYS_ONLY'] },
        ttl: attributeName,
        tags: { type: 'object', additionalProperties: text },
        description: text,
        ...tableDesignKeys,
        keys: { $ref: '#/$defs/keys' },
      },
      patternProperties: own,
      additionalProperties: false,
    },
    recordType: {
      type: 'object',
      properties: {
        description: text,
        table: text,
        ...patternKeys,
        indexes: { type: 'object', additionalProperties: { $ref: '#/$defs/recordIndex' } },
        attributes: { type: 'object', propertyNames: named, additionalProperties: { $ref: '#/$defs/attribute' } },
        discriminator: {
          type: 'object',
          properties: { attribute: { ...text, minLength: 1 }, value: { ...text, minLength: 1 } },
          required: ['attribute', 'value'],
          additionalProperties: false,
          description: 'A constant that tells items of this record type from others.',
        },
        rules: { type: 'array', items: { $ref: '#/$defs/rule' }, description: 'What must hold between attributes.' },
        unknown_attributes: { enum: ['ignore', 'preserve', 'reject'] },
        ...recordTypeDesignKeys,
      },
      patternProperties: own,
      additionalProperties: false,
    },
    ...conditionShapes,
    recordIndex: {
      type: 'object',
      properties: {
        when: {
          oneOf: [text, { ...texts, minItems: 1 }, { type: 'object', minProperties: 1 }],
          description: 'The item is in the index only if these attributes are present and not NULL.',
        },
        on_missing: { enum: ['error', 'omit'], description: 'What becomes of the key without a component.' },
        ...patternKeys,
        description: text,
      },
      patternProperties: own,
      additionalProperties: false,
    },
  },
} as const;
