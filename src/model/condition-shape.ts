const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const scalar = { type: ['string', 'number', 'boolean'] } as const;

/** What can be asked with yes or no. */
const questionTexts = {
  exists: 'Whether the attribute is there, be it NULL.',
  present: 'Whether the attribute is there and not NULL.',
  empty: 'Whether the value is an empty string, list, map or set.',
} as const;

/** What stands for a value that is not written out. */
const referenceTexts = {
  attribute: 'The attribute that has the value.',
  parameter: 'The parameter of the caller that is the value.',
} as const;

/**
 * The shapes of conditions: of what must hold between the attributes of a record, or of an item that an operation
 * changes. They differ in what a value can refer to, and in what can be asked.
 *
 * @param name the name of the definition, under `$defs`
 * @param references what stands for a value: `attribute`, and what else there is
 * @param questions the operators beside those of values
 */
function conditionShape(
  name: string,
  references: readonly (keyof typeof referenceTexts)[],
  questions: readonly (keyof typeof questionTexts)[],
): object {
  const condition = { $ref: `#/$defs/${name}` };
  const conditions = { type: 'array', minItems: 1, items: condition };
  const named = Object.fromEntries(references.map((each) => [each, { ...text, description: referenceTexts[each] }]));
  const operand = {
    type: [...scalar.type, 'object'],
    properties: named,
    minProperties: 1,
    maxProperties: 1,
    additionalProperties: false,
  };
  const predicate = {
    type: [...scalar.type, 'array', 'object'],
    items: scalar,
    minItems: 1,
    minProperties: 1,
    properties: {
      ...named,
      ...Object.fromEntries(questions.map((each) => [each, { ...flag, description: questionTexts[each] }])),
      equals: { ...operand, description: 'The value is equal to this one.' },
      in: { type: 'array', minItems: 1, items: operand, description: 'The value is one of these.' },
      less_than: { ...operand, description: 'The value is less than this: numbers by value, text by its bytes.' },
      at_most: { ...operand, description: 'The value is this or less.' },
      greater_than: { ...operand, description: 'The value is greater than this: numbers by value, text by its bytes.' },
      at_least: { ...operand, description: 'The value is this or greater.' },
      starts_with: { ...operand, description: 'The text starts with this one.' },
    },
    patternProperties: { '^x-': true },
    additionalProperties: false,
  };
  return {
    type: 'object',
    minProperties: 1,
    properties: {
      any_of: { ...conditions, description: 'At least one of these conditions holds.' },
      all_of: { ...conditions, description: 'Each of these conditions holds.' },
      not: { ...condition, description: 'This condition does not hold.' },
    },
    additionalProperties: predicate,
  };
}

const condition = { $ref: '#/$defs/condition' } as const;

/** The shapes of rules and of the conditions in them. */
export const conditionShapes = {
  rule: {
    type: 'object',
    properties: {
      name: { ...text, description: 'What the rule is called in messages.', examples: ['waiting-for-someone'] },
      description: { ...text, description: 'Why the rule is there; text for people.' },
      if: { ...condition, description: 'When "then" must hold, and else "else".', examples: [{ status: 'waiting' }] },
      // biome-ignore lint/suspicious/noThenProperty: a key of the language
      then: {
        ...condition,
        description: 'What must hold when "if" does.',
        examples: [{ waiting_for: { present: true } }],
      },
      else: {
        ...condition,
        description: 'What must hold when "if" does not.',
        examples: [{ waiting_for: { present: false } }],
      },
      assert: { ...condition, description: 'What must always hold.', examples: [{ open: { at_least: 0 } }] },
    },
    patternProperties: { '^x-': true },
    additionalProperties: false,
  },
  condition: conditionShape('condition', ['attribute'], ['present', 'empty']),
  operationCondition: conditionShape('operationCondition', ['attribute', 'parameter'], ['exists', 'present', 'empty']),
} as const;
