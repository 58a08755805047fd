/** The shapes of tables and of their keys. */
import { capacityShape, tableDesignKeys } from './design/shape/table.ts';
import { attributeName, flag, own, severalAttributes, text, texts } from './shape-parts.ts';

const keyAttribute = {
  oneOf: [
    attributeName,
    {
      type: 'object',
      properties: {
        name: { ...attributeName, description: 'The name of the attribute.', examples: ['GSI1SK'] },
        type: { enum: ['S', 'N', 'B'], description: 'The DynamoDB type of the attribute.', default: 'S' },
      },
      required: ['name'],
      additionalProperties: false,
    },
  ],
} as const;

const keyAttributes = { oneOf: [keyAttribute, { type: 'array', items: keyAttribute, ...severalAttributes }] } as const;

export const keysShape = {
  type: 'object',
  properties: {
    primary: { $ref: '#/$defs/key', description: 'The primary key of the table.', examples: [{ partition_key: 'PK' }] },
  },
  required: ['primary'],
  additionalProperties: { $ref: '#/$defs/key' },
} as const;

export const keyShape = {
  type: 'object',
  properties: {
    kind: { enum: ['gsi', 'lsi'], description: 'Whether the index is global or local.', default: 'gsi' },
    index_name: {
      type: 'string',
      pattern: '^[a-zA-Z0-9_.-]{3,255}$',
      description: 'The name of the index in DynamoDB. Default: its name here.',
      examples: ['by-customer'],
    },
    partition_key: {
      ...keyAttributes,
      description: 'The attribute of the partition key; of a global index a list of up to four.',
      examples: ['PK', { name: 'number', type: 'N' }],
    },
    sort_key: {
      ...keyAttributes,
      description: 'The attribute of the sort key; of a global index a list of up to four.',
      examples: ['SK', { name: 'created_at', type: 'N' }],
    },
    projection: {
      oneOf: [
        { enum: ['ALL', 'KEYS_ONLY'] },
        {
          type: 'object',
          properties: {
            include: {
              ...texts,
              minItems: 1,
              description: 'The attributes that the index has beside the keys.',
              examples: [['status']],
            },
          },
          required: ['include'],
          additionalProperties: false,
        },
      ],
      description: 'Which attributes of an item the index has.',
      default: 'ALL',
      examples: [{ include: ['status'] }],
    },
    sparse: { ...flag, description: 'Items that lack a component of the key are not in the index.', default: false },
    reserved: { ...flag, description: 'The index exists, and no record type may fill it.', default: false },
    capacity: {
      ...capacityShape,
      description: 'The capacity of a global index, if it is another one than that of its table.',
      examples: [{ read: 5, write: 5 }],
    },
    description: { ...text, description: 'What the key is for; text for people.' },
    justification: { ...text, description: 'Why the index is there; text for people.' },
    renamed_from: {
      ...text,
      minLength: 1,
      description: 'What the index was called before.',
      examples: ['by_bundle'],
    },
  },
  patternProperties: own,
  additionalProperties: false,
} as const;

export const tableShape = {
  type: 'object',
  properties: {
    billing_mode: {
      enum: ['PAY_PER_REQUEST', 'PROVISIONED'],
      description: 'Whether requests are paid one by one, or capacity is.',
      default: 'PAY_PER_REQUEST',
    },
    stream: {
      enum: ['NEW_AND_OLD_IMAGES', 'NEW_IMAGE', 'OLD_IMAGE', 'KEYS_ONLY'],
      description: 'What the stream of the table has of a changed item. Default: there is no stream.',
    },
    ttl: { ...attributeName, description: 'The attribute of Time to Live.', examples: ['expires_at'] },
    tags: {
      type: 'object',
      additionalProperties: text,
      description: 'The tags of the table, from name to text.',
      examples: [{ team: 'orders' }],
    },
    description: { ...text, description: 'What the table is for; text for people.' },
    ...tableDesignKeys,
    keys: { $ref: '#/$defs/keys', description: 'The primary key, and indexes under names of your choice.' },
  },
  patternProperties: own,
  additionalProperties: false,
} as const;
