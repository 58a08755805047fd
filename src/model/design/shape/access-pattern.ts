import { closed, count, flag, ids, notes, own, prose, text, texts } from './parts.ts';

const pattern = {
  type: ['string', 'number'],
  minLength: 1,
} as const;

const sort = {
  ...closed({
    begins_with: { ...pattern, description: 'The sort key begins with this text.', examples: ['ORDER#2024-'] },
    equals: { ...pattern, description: 'The sort key is this one.', examples: ['#META'] },
    between: {
      type: 'array',
      minItems: 2,
      maxItems: 2,
      items: pattern,
      description: 'The sort key is from the first of these to the second, both included.',
      examples: [['AT#{since}', 'AT#{until}~']],
    },
    less_than: { ...pattern, description: 'The sort key is before this one.', examples: ['AT#{until}'] },
    at_most: { ...pattern, description: 'The sort key is this one or before it.', examples: ['AT#{until}'] },
    greater_than: { ...pattern, description: 'The sort key is behind this one.', examples: ['AT#{since}'] },
    at_least: { ...pattern, description: 'The sort key is this one or behind it.', examples: ['AT#{since}'] },
  }),
  minProperties: 1,
  maxProperties: 1,
  description: 'Which sort keys are read, as one comparison with the text of a key pattern.',
} as const;

const partition = {
  type: 'object',
  minProperties: 1,
  additionalProperties: {
    type: ['string', 'number', 'boolean', 'object'],
    properties: {
      parameter: { ...text, description: 'The parameter of the caller that is the value.', examples: ['order_id'] },
    },
    required: ['parameter'],
    patternProperties: own,
    additionalProperties: false,
  },
  description: 'The value of every component of the partition key. Default: parameters of their names.',
  examples: [{ order_id: { parameter: 'order_id' } }],
} as const;

const offset = { type: 'integer', minimum: -1_000_000_000, maximum: 1_000_000_000 } as const;

/** The moment of the question, or a time before or after it. */
export const defaultNow = {
  type: ['boolean', 'object'],
  properties: {
    days: { ...offset, description: 'Days after the moment; before it if negative.', examples: [-7] },
    hours: { ...offset, description: 'Hours after the moment; before it if negative.', examples: [-12] },
    minutes: { ...offset, description: 'Minutes after the moment; before it if negative.', examples: [-30] },
    seconds: { ...offset, description: 'Seconds after the moment; before it if negative.', examples: [-1] },
  },
  minProperties: 1,
  patternProperties: own,
  additionalProperties: false,
  description: 'What stands in for a timestamp: the moment of the question, or so long after it, or before.',
  examples: [true, { days: -7 }],
} as const;

/** What reads a table once. */
const stepKeys = {
  description: { ...prose, description: 'What is asked; text for people.' },
  operation: { enum: ['get', 'batch_get', 'query', 'scan'], description: 'How DynamoDB is asked.' },
  table: { ...text, description: 'Which of several tables is read. Default: the only one.' },
  index: { ...text, description: 'The key of the table by which is read.', default: 'primary' },
  returns: {
    ...texts,
    description: 'The record types that come back. Default: all that are in the index.',
    examples: [['order']],
  },
  partition,
  sort,
  filter: { ...prose, description: 'What is left out after reading, in words.', examples: ['open orders'] },
  projection: { ...texts, description: 'The attributes that are wanted. Default: all.', examples: [['status']] },
  order: {
    enum: ['ascending', 'descending'],
    description: 'The order of a query, by its sort key.',
    default: 'ascending',
  },
  limit: { ...count, description: 'How many items are wanted at once.', examples: [20] },
  paginated: { ...flag, description: 'A caller may ask for more.', default: false },
  consistency: {
    enum: ['eventual', 'strong'],
    description: 'Whether a read sees every write before it.',
    default: 'eventual',
  },
  reason: { ...prose, description: 'Why it is read so; text for people.' },
  path: {
    enum: ['hot', 'cold', 'maintenance'],
    description: 'Who waits: a user, a program in the background, or someone who looks after the data.',
    default: 'hot',
  },
  ...notes,
  parameters: {
    type: 'object',
    additionalProperties: { $ref: '#/$defs/accessPatternParameter' },
    description: 'What a caller gives, by name.',
    examples: [{ since: { type: 'timestamp', format: 'iso-seconds' } }],
  },
} as const;

const accessPatternShape = closed({
  ...stepKeys,
  steps: {
    type: 'array',
    minItems: 1,
    items: { $ref: '#/$defs/accessPatternStep' },
    description: 'Reads, one after the other.',
  },
});

/** A question that an application asks, and how the tables answer it. */
export const accessPatternsShape = {
  type: 'object',
  description: 'The questions that applications ask, by name.',
  propertyNames: ids,
  additionalProperties: { $ref: '#/$defs/accessPattern' },
} as const;

export const accessPatternDefinitions = {
  accessPattern: accessPatternShape,
  accessPatternStep: closed(stepKeys, ['operation']),
} as const;
