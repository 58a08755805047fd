import { closed, ids, notes, prose, text, texts } from './parts.ts';

const anything = { type: ['string', 'number', 'boolean', 'array', 'object', 'null'] } as const;
const assignments = { type: 'object', minProperties: 1, additionalProperties: anything } as const;
const condition = { $ref: '#/$defs/operationCondition' } as const;

const operationKeys = {
  description: { ...prose, description: 'What is done; text for people.' },
  record_type: { ...text, description: 'The kind of item that is written.', examples: ['order'] },
  type: {
    enum: ['put', 'update', 'delete', 'check', 'transaction', 'batch'],
    description: 'How DynamoDB is told.',
  },
  writer: { ...text, description: 'Which of the writers of the record type does it.', examples: ['api'] },
  condition: {
    ...condition,
    description: 'What must hold of the stored item, or nothing is written.',
    examples: [{ PK: { exists: false } }],
  },
  set: { ...assignments, description: 'Attributes and their new values.', examples: [{ status: 'sent' }] },
  add: {
    ...assignments,
    description: 'What to add to numbers, and members to add to sets.',
    examples: [{ balance: 5 }],
  },
  remove: { ...texts, description: 'Attributes to take away.', examples: [['note']] },
  delete: { ...assignments, description: 'Members to take out of sets.', examples: [{ labels: ['new'] }] },
  if_not_exists: {
    ...assignments,
    description: 'Values for attributes that are not there.',
    examples: [{ opened_by: 'api' }],
  },
  append: { ...assignments, description: 'Items to put at the end of lists.', examples: [{ entries: ['x'] }] },
  version: { ...text, description: 'The attribute that must be as it was read, and is one more afterwards.' },
  returns: {
    enum: ['none', 'all_old', 'all_new', 'updated_old', 'updated_new'],
    description: 'What of the item comes back.',
    default: 'none',
  },
  idempotency: {
    enum: ['natural', 'token', 'none'],
    description: 'Why the same request twice does no harm, if it does none.',
  },
  reason: { ...prose, description: 'Why it is done so; required of a transaction.' },
  failure: {
    ...text,
    description: 'What a writer is told when the condition does not hold.',
    examples: ['condition-failed'],
  },
  ...notes,
} as const;

/** What changes items, and on what condition. */
export const operationsShape = {
  type: 'object',
  description: 'What changes items, by name.',
  propertyNames: ids,
  additionalProperties: { $ref: '#/$defs/operation' },
} as const;

export const operationDefinitions = {
  operation: closed(
    {
      ...operationKeys,
      fallback: { ...text, description: 'The operation that is done instead, when a condition does not hold.' },
      steps: {
        type: 'array',
        minItems: 1,
        maxItems: 100,
        items: { $ref: '#/$defs/operationStep' },
        description: 'The writes of a transaction, at most 100, or of a batch, at most 25.',
      },
    },
    ['type'],
  ),
  operationStep: closed(operationKeys, ['type']),
} as const;
