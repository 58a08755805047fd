const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const scalar = { type: ['string', 'number', 'boolean'] } as const;

/** The shapes of rules and of the conditions in them. */
export const conditionShapes = {
  rule: {
    type: 'object',
    properties: {
      name: text,
      description: text,
      if: { $ref: '#/$defs/condition' },
      // biome-ignore lint/suspicious/noThenProperty: a key of the language
      then: { $ref: '#/$defs/condition' },
      else: { $ref: '#/$defs/condition' },
      assert: { $ref: '#/$defs/condition' },
    },
    patternProperties: { '^x-': true },
    additionalProperties: false,
  },
  condition: {
    type: 'object',
    minProperties: 1,
    properties: {
      any_of: { type: 'array', minItems: 1, items: { $ref: '#/$defs/condition' } },
      all_of: { type: 'array', minItems: 1, items: { $ref: '#/$defs/condition' } },
      not: { $ref: '#/$defs/condition' },
    },
    additionalProperties: { $ref: '#/$defs/predicate' },
  },
  predicate: {
    oneOf: [
      scalar,
      { type: 'array', minItems: 1, items: scalar },
      {
        type: 'object',
        minProperties: 1,
        properties: {
          present: flag,
          empty: flag,
          equals: { $ref: '#/$defs/operand' },
          in: { type: 'array', minItems: 1, items: { $ref: '#/$defs/operand' } },
          less_than: { $ref: '#/$defs/operand' },
          at_most: { $ref: '#/$defs/operand' },
          greater_than: { $ref: '#/$defs/operand' },
          at_least: { $ref: '#/$defs/operand' },
          starts_with: { $ref: '#/$defs/operand' },
          attribute: text,
        },
        additionalProperties: false,
      },
    ],
  },
  operand: {
    oneOf: [
      scalar,
      { type: 'object', properties: { attribute: text }, required: ['attribute'], additionalProperties: false },
    ],
  },
} as const;
