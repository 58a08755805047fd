import type { VectorKind } from '../vector.ts';

// The shapes of cases that somebody writes down, as JSON Schema 2020-12, by the kind of the vector that they become.

const text = { type: 'string' } as const;
const object = { type: 'object' } as const;
const item = {
  type: 'object',
  minProperties: 1,
  additionalProperties: { type: 'object', minProperties: 1, maxProperties: 1 },
} as const;
const keys = { type: 'object', additionalProperties: item } as const;

function shape(required: { readonly [name: string]: object }, optional: { readonly [name: string]: object }): object {
  return {
    type: 'object',
    properties: { ...required, ...optional },
    required: Object.keys(required),
    additionalProperties: false,
  };
}

const error = shape({}, { class: { enum: ['invalid-record', 'invalid-item', 'invalid-key'] }, path: text, rule: text });

/** What a refusal holds beside its error, by its operation. */
const refused = {
  'key.build': { record: object },
  'item.encode': { record: object },
  'item.decode': { item: object },
  'key.parse': { index: text, key: object },
} as const;

const schemas: { readonly [kind in Exclude<VectorKind, 'refusals'>]: object } = {
  items: shape({ record: object }, { keys, item, read: object }),
  keys: shape({ record: object }, { keys }),
  reads: shape({ item }, { record: object }),
  order: shape(
    { index: text, entries: { type: 'array', minItems: 2, items: shape({ record: object }, { key: item }) } },
    {},
  ),
};

/**
 * The shape of a case.
 *
 * @param op the operation that a case of a refusal names
 */
export function caseSchemaOf(kind: VectorKind, op?: unknown): object {
  if (kind !== 'refusals') return schemas[kind];
  const members = Object.entries(refused).find(([name]) => name === op)?.[1];
  // Without an operation nobody knows what else belongs there.
  return members === undefined
    ? { type: 'object', properties: { op: { enum: Object.keys(refused) } }, required: ['op'] }
    : shape({ op: { const: op }, ...members }, { error });
}
