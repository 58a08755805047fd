import { errorMembers, item, keys, object, text } from '../shapes.ts';
import type { VectorKind } from '../vector.ts';

// The shapes of cases that somebody writes down, as JSON Schema 2020-12, by the kind of the vector that they become.

function shape(required: { readonly [name: string]: object }, optional: { readonly [name: string]: object }): object {
  return {
    type: 'object',
    properties: { ...required, ...optional },
    required: Object.keys(required),
    additionalProperties: false,
  };
}

const error = shape({}, errorMembers);

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
