import { closed, count, flag, ids, notes, own, prose, text, texts } from './parts.ts';

const pattern = {
  type: ['string', 'number'],
  minLength: 1,
  description: 'The pattern of a sort key, or the start of it; of a key of type N a number.',
} as const;

const sort = {
  ...closed({
    begins_with: pattern,
    equals: pattern,
    between: { type: 'array', minItems: 2, maxItems: 2, items: pattern },
    less_than: pattern,
    at_most: pattern,
    greater_than: pattern,
    at_least: pattern,
  }),
  minProperties: 1,
  maxProperties: 1,
} as const;

const partition = {
  type: 'object',
  minProperties: 1,
  additionalProperties: {
    type: ['string', 'number', 'boolean', 'object'],
    properties: { parameter: text },
    required: ['parameter'],
    patternProperties: own,
    additionalProperties: false,
  },
  description: 'The value of every component of the partition key.',
} as const;

const offset = { type: 'integer', minimum: -1_000_000_000, maximum: 1_000_000_000 } as const;

/** The moment of the question, or a time before or after it. */
export const defaultNow = {
  type: ['boolean', 'object'],
  properties: { days: offset, hours: offset, minutes: offset, seconds: offset },
  minProperties: 1,
  patternProperties: own,
  additionalProperties: false,
  description: 'What stands in for a timestamp: the moment of the question, or so long after it, or before.',
} as const;

/** What reads a table once. */
const stepKeys = {
  description: prose,
  operation: { enum: ['get', 'batch_get', 'query', 'scan'] },
  table: text,
  index: text,
  returns: texts,
  partition,
  sort,
  filter: prose,
  projection: texts,
  order: { enum: ['ascending', 'descending'] },
  limit: count,
  paginated: flag,
  consistency: { enum: ['eventual', 'strong'] },
  reason: prose,
  path: { enum: ['hot', 'cold', 'maintenance'] },
  ...notes,
  parameters: { type: 'object', additionalProperties: { $ref: '#/$defs/accessPatternParameter' } },
} as const;

const accessPatternShape = closed({
  ...stepKeys,
  steps: { type: 'array', minItems: 1, items: { $ref: '#/$defs/accessPatternStep' } },
});

/** A question that an application asks, and how the tables answer it. */
export const accessPatternsShape = {
  type: 'object',
  propertyNames: ids,
  additionalProperties: { $ref: '#/$defs/accessPattern' },
} as const;

export const accessPatternDefinitions = {
  accessPattern: accessPatternShape,
  accessPatternStep: closed(stepKeys, ['operation']),
} as const;
