/** The shapes of record types and of what they say about indexes. */
import { recordTypeDesignKeys } from './design/shape/record-type.ts';
import { condition, named, own, severalAttributes, text, unknownAttributes } from './shape-parts.ts';

const pattern = { oneOf: [text, { type: 'array', items: text, ...severalAttributes }] } as const;

const patternKeys = {
  pk: { ...text, description: 'The partition key, a constant.', examples: ['SETTINGS'] },
  pk_pattern: {
    ...pattern,
    description: 'The partition key, with components in braces.',
    examples: ['CUSTOMER#{customer_id}'],
  },
  sk: { ...text, description: 'The sort key, a constant.', examples: ['#META'] },
  sk_pattern: { ...pattern, description: 'The sort key, with components in braces.', examples: ['ORDER#{order_id}'] },
} as const;

export const recordTypeShape = {
  type: 'object',
  properties: {
    description: { ...text, description: 'What the items are; text for people.' },
    table: { ...text, description: 'Which of several tables the items are in. Default: the only one.' },
    ...patternKeys,
    indexes: {
      type: 'object',
      additionalProperties: { $ref: '#/$defs/recordIndex' },
      description: 'The indexes that items of this record type are in, by their names in the table.',
      examples: [{ gsi1: { pk_pattern: 'CUSTOMER#{customer_id}' } }],
    },
    attributes: {
      type: 'object',
      propertyNames: named,
      additionalProperties: { $ref: '#/$defs/attribute' },
      description: 'The attributes of an item, by their names in DynamoDB.',
      examples: [{ customer_id: { type: 'string', required: true } }],
    },
    discriminator: {
      type: 'object',
      properties: {
        attribute: { ...text, minLength: 1, description: 'The attribute that has the constant.', examples: ['kind'] },
        value: { ...text, minLength: 1, description: 'The constant.', examples: ['order'] },
      },
      required: ['attribute', 'value'],
      additionalProperties: false,
      description: 'A constant that tells items of this record type from others.',
      examples: [{ attribute: 'kind', value: 'order' }],
    },
    rules: {
      type: 'array',
      items: { $ref: '#/$defs/rule' },
      description: 'What must hold between attributes.',
      examples: [[{ assert: { open: { at_most: { attribute: 'total' } } } }]],
    },
    unknown_attributes: {
      ...unknownAttributes,
      description:
        'What becomes of attributes that the record type does not explain. Default: that of the conventions.',
    },
    ...recordTypeDesignKeys,
  },
  patternProperties: own,
  additionalProperties: false,
} as const;

export const recordIndexShape = {
  type: 'object',
  properties: {
    when: {
      ...condition,
      description: 'The item is in the index only if these attributes are present and not NULL.',
      examples: ['customer', { status: ['waiting'] }],
    },
    on_missing: {
      enum: ['error', 'omit'],
      description: 'What becomes of the key without a component. Default: error, and omit for a sparse index.',
    },
    ...patternKeys,
    description: { ...text, description: 'Why the items are in the index; text for people.' },
  },
  patternProperties: own,
  additionalProperties: false,
} as const;
