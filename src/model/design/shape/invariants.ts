import { closed, ids, prose, text } from './parts.ts';

const amount = {
  ...closed({
    count: { ...text, description: 'How many items of this record type there are.', examples: ['line'] },
    sum: { ...text, description: 'The sum of an attribute over them: a record type, ".", and a path.' },
    minimum: { ...text, description: 'The smallest value of an attribute among them.', examples: ['line.price'] },
    maximum: { ...text, description: 'The largest value of an attribute among them.', examples: ['line.price'] },
  }),
  minProperties: 1,
  maxProperties: 1,
} as const;

/** What must hold between an item and others. */
export const invariantsShape = {
  type: 'object',
  minProperties: 1,
  propertyNames: ids,
  additionalProperties: {
    ...closed(
      {
        description: { ...prose, description: 'What must hold; text for people.' },
        attribute: {
          ...text,
          description: 'The attribute that depends on other items: a record type, ".", and a path.',
          examples: ['order.line_count'],
        },
        equals: { ...amount, description: 'It is this.', examples: [{ count: 'line' }] },
        at_most: { ...amount, description: 'It is this or less.', examples: [{ sum: 'line.price' }] },
        at_least: { ...amount, description: 'It is this or more.', examples: [{ maximum: 'line.price' }] },
        match: {
          type: 'object',
          minProperties: 1,
          additionalProperties: text,
          description: 'Which of the others count: an attribute of theirs, and that of the item which has its value.',
          examples: [{ order_id: 'order_id' }],
        },
        where: {
          $ref: '#/$defs/operationCondition',
          description: 'Of these only the ones of which this holds.',
          examples: [{ status: { in: ['open', 'waiting'] } }],
        },
      },
      ['attribute'],
    ),
  },
  description: 'What must hold between items, by name.',
  examples: [{ lines: { attribute: 'order.line_count', equals: { count: 'line' }, match: { order_id: 'order_id' } } }],
} as const;
