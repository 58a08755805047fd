/** Pieces of JSON Schema that the shapes of the design sections are made of. */

export const text = { type: 'string', minLength: 1 } as const;
export const prose = { type: 'string' } as const;
export const flag = { type: 'boolean' } as const;
export const count = { type: 'integer', minimum: 1, maximum: 1_000_000_000_000 } as const;
export const amount = { type: 'number', minimum: 0 } as const;
export const texts = { type: 'array', minItems: 1, uniqueItems: true, items: text } as const;
export const own = { '^x-': true } as const;

/** A mapping with these keys and keys of the user's own, and no others. */
export function closed<const Properties extends object>(
  properties: Properties,
  required: readonly string[] = [],
): {
  readonly type: 'object';
  readonly properties: Properties;
  readonly required: readonly string[];
  readonly patternProperties: typeof own;
  readonly additionalProperties: false;
} {
  return { type: 'object', properties, required, patternProperties: own, additionalProperties: false };
}

/** The names under which access patterns and operations stand. */
export const ids = {
  pattern: '^[A-Za-z][A-Za-z0-9_-]*$',
  description: 'a name has letters, digits, "_" and "-", and starts with a letter',
} as const;

/** What people want to know of a read or a write. Rates are never invented: what is missing is not known. */
export const notes = {
  rps: { ...closed({ peak: amount, average: amount, source: prose }), minProperties: 1 },
  latency_ms: amount,
  owner: text,
  status: text,
  complexity: { enum: ['SIMPLE', 'MODERATE', 'COMPLEX'] },
  suitability: { enum: ['HIGH', 'MEDIUM', 'LOW'] },
} as const;

/** `deprecated: true`, or since when, why, and what to use instead. */
export const deprecated = {
  type: ['boolean', 'object'],
  properties: { since: text, reason: prose, use: text },
  patternProperties: own,
  additionalProperties: false,
  description: 'No new items are written. `use` names what stands in its place.',
} as const;

export const sourceOfTruth = {
  enum: ['git', 'dynamodb', 'external'],
  description: 'Where a value is changed; elsewhere are copies.',
} as const;
