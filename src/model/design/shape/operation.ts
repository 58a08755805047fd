import { closed, ids, own, prose, scalar, text, texts } from './parts.ts';

const anything = { type: ['string', 'number', 'boolean', 'array', 'object', 'null'] } as const;
const assignments = { type: 'object', minProperties: 1, additionalProperties: anything } as const;
const operand = {
  type: ['string', 'number', 'boolean', 'object'],
  properties: { attribute: text, parameter: text },
  minProperties: 1,
  maxProperties: 1,
  patternProperties: own,
  additionalProperties: false,
} as const;

/** What an attribute must be like: the value itself, a list of them, or operators. */
const predicate = {
  type: ['string', 'number', 'boolean', 'array', 'object'],
  items: scalar,
  minItems: 1,
  minProperties: 1,
  properties: {
    attribute: text,
    parameter: text,
    exists: { type: 'boolean' },
    present: { type: 'boolean' },
    equals: operand,
    in: { type: 'array', minItems: 1, items: scalar },
    less_than: operand,
    at_most: operand,
    greater_than: operand,
    at_least: operand,
    starts_with: operand,
    empty: { type: 'boolean' },
  },
  patternProperties: own,
  additionalProperties: false,
} as const;

const condition = { $ref: '#/$defs/operationCondition' } as const;
const conditions = { type: 'array', minItems: 1, items: condition } as const;

const operationKeys = {
  description: prose,
  record_type: text,
  type: { enum: ['put', 'update', 'delete', 'transaction'] },
  writer: text,
  condition,
  set: { ...assignments, description: 'Attributes and their new values.' },
  add: { ...assignments, description: 'What to add to numbers, and members to add to sets.' },
  remove: { ...texts, description: 'Attributes to take away.' },
  delete: { ...assignments, description: 'Members to take out of sets.' },
  if_not_exists: { ...assignments, description: 'Values for attributes that are not there.' },
  append: { ...assignments, description: 'Items to put at the end of lists.' },
  version: { ...text, description: 'The attribute that must be as it was read, and is one more afterwards.' },
  returns: { enum: ['none', 'all_old', 'all_new', 'updated_old', 'updated_new'] },
  idempotency: { enum: ['natural', 'token', 'none'] },
  reason: prose,
  failure: text,
} as const;

/** What changes items, and on what condition. */
export const operationsShape = {
  type: 'object',
  propertyNames: ids,
  additionalProperties: { $ref: '#/$defs/operation' },
} as const;

export const operationDefinitions = {
  operation: closed(
    {
      ...operationKeys,
      steps: { type: 'array', minItems: 1, maxItems: 100, items: { $ref: '#/$defs/operationStep' } },
    },
    ['type'],
  ),
  operationStep: closed(operationKeys, ['type']),
  operationCondition: {
    type: 'object',
    minProperties: 1,
    properties: { any_of: conditions, all_of: conditions, not: condition },
    additionalProperties: predicate,
  },
} as const;
