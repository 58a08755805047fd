/** Pieces of JSON Schema that the shapes of the design sections are made of. */

import { versionShape } from '../../version-shape.ts';

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
  rps: {
    ...closed({
      peak: { ...amount, description: 'The most requests per second.', examples: [500] },
      average: { ...amount, description: 'The requests per second on average; not more than "peak".', examples: [120] },
      source: { ...prose, description: 'Where the numbers are from.', examples: ['load test'] },
    }),
    minProperties: 1,
    description: 'Requests per second. What is missing is not known; it is not 0.',
  },
  latency_ms: { ...amount, description: 'How long it may take, in milliseconds.', examples: [20] },
  owner: { ...text, description: 'Who answers for it; text for people.', examples: ['team-sales'] },
  status: { ...text, description: 'How far it has come; text for people.', examples: ['agreed'] },
  complexity: { enum: ['SIMPLE', 'MODERATE', 'COMPLEX'], description: 'How hard it is.' },
  suitability: { enum: ['HIGH', 'MEDIUM', 'LOW'], description: 'How well DynamoDB suits it.' },
} as const;

/** `deprecated: true`, or since when, why, and what to use instead. */
export const deprecated = {
  type: ['boolean', 'object'],
  properties: {
    since: { ...versionShape, description: 'The version from which on it is deprecated.', examples: ['1.2.0'] },
    reason: { ...prose, description: 'Why it is deprecated; text for people.' },
    use: { ...text, description: 'The name of what stands in its place.', examples: ['full_name'] },
  },
  patternProperties: own,
  additionalProperties: false,
  description: 'It is not to be used any more. `use` names what stands in its place.',
  default: false,
} as const;

export const sourceOfTruth = {
  enum: ['git', 'dynamodb', 'external'],
  description: 'Where a value is changed; elsewhere are copies.',
} as const;
