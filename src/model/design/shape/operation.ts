import { closed, ids, notes, prose, text, texts } from './parts.ts';

const anything = { type: ['string', 'number', 'boolean', 'array', 'object', 'null'] } as const;
const assignments = { type: 'object', minProperties: 1, additionalProperties: anything } as const;
const condition = { $ref: '#/$defs/operationCondition' } as const;

const operationKeys = {
  description: prose,
  record_type: text,
  type: { enum: ['put', 'update', 'delete', 'check', 'transaction', 'batch'] },
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
  ...notes,
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
      fallback: { ...text, description: 'The operation that is done instead, when a condition does not hold.' },
      steps: { type: 'array', minItems: 1, maxItems: 100, items: { $ref: '#/$defs/operationStep' } },
    },
    ['type'],
  ),
  operationStep: closed(operationKeys, ['type']),
} as const;
