// Shapes that vectors, and cases that become vectors, have in common, as JSON Schema 2020-12.

export const text = { type: 'string' } as const;

export const object = { type: 'object' } as const;

/** An item in DynamoDB JSON, or the key attributes of one. */
export const item = {
  type: 'object',
  minProperties: 1,
  additionalProperties: { type: 'object', minProperties: 1, maxProperties: 1 },
} as const;

/** The key of each index that an item is in. */
export const keys = { type: 'object', additionalProperties: item } as const;

/** What an error of a refusal says. */
export const errorMembers = {
  class: { enum: ['invalid-record', 'invalid-item', 'invalid-key'] },
  path: text,
  rule: text,
} as const;
