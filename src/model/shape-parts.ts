/** Pieces of JSON Schema that the shape of the language is made of. */
export const text = { type: 'string' } as const;
/** The name of an attribute; DynamoDB has none without a character. */
export const attributeName = { type: 'string', minLength: 1 } as const;
export const named = { pattern: '[^]', description: 'a name has one character or more' } as const;
export const flag = { type: 'boolean' } as const;
export const scalar = { type: ['string', 'number', 'boolean'] } as const;
export const texts = { type: 'array', items: text } as const;
/** Keys that are the user's own. */
export const own = { '^x-': true } as const;

/** How many attributes the key of an index can have. The comment is the advice to whoever writes more. */
export const severalAttributes = {
  minItems: 1,
  maxItems: 4,
  $comment: 'a global index has up to four attributes in its key, a table and a local index have one',
} as const;

/** What becomes of attributes that the schema does not explain. */
export const unknownAttributes = { enum: ['ignore', 'preserve', 'reject'] } as const;

/** Which items are meant: those with an attribute, with several, or with some values of them. */
export const condition = {
  oneOf: [
    text,
    { ...texts, minItems: 1 },
    {
      type: 'object',
      minProperties: 1,
      additionalProperties: { oneOf: [scalar, { type: 'array', minItems: 1, uniqueItems: true, items: scalar }] },
    },
  ],
} as const;
