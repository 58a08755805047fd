const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const scalar = { type: ['string', 'number', 'boolean'] } as const;

/**
 * The shapes of conditions: of what must hold between the attributes of a record, or of an item that an operation
 * changes. They differ in what a value can refer to, and in what can be asked.
 *
 * @param name the name of the definition, under `$defs`
 * @param references what stands for a value: `attribute`, and what else there is
 * @param questions the operators beside those of values
 */
function conditionShape(name: string, references: readonly string[], questions: readonly string[]): object {
  const condition = { $ref: `#/$defs/${name}` };
  const conditions = { type: 'array', minItems: 1, items: condition };
  const named = Object.fromEntries(references.map((each) => [each, text]));
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
      ...Object.fromEntries(questions.map((each) => [each, flag])),
      equals: operand,
      in: { type: 'array', minItems: 1, items: operand },
      less_than: operand,
      at_most: operand,
      greater_than: operand,
      at_least: operand,
      starts_with: operand,
    },
    patternProperties: { '^x-': true },
    additionalProperties: false,
  };
  return {
    type: 'object',
    minProperties: 1,
    properties: { any_of: conditions, all_of: conditions, not: condition },
    additionalProperties: predicate,
  };
}

const condition = { $ref: '#/$defs/condition' } as const;

/** The shapes of rules and of the conditions in them. */
export const conditionShapes = {
  rule: {
    type: 'object',
    properties: {
      name: text,
      description: text,
      if: condition,
      // biome-ignore lint/suspicious/noThenProperty: a key of the language
      then: condition,
      else: condition,
      assert: condition,
    },
    patternProperties: { '^x-': true },
    additionalProperties: false,
  },
  condition: conditionShape('condition', ['attribute'], ['present', 'empty']),
  operationCondition: conditionShape('operationCondition', ['attribute', 'parameter'], ['exists', 'present', 'empty']),
} as const;
