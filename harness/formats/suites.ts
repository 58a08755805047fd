/** A shipped contract and the folder of its golden vectors, relative to the package. */
export type Suite = { readonly schema: string; readonly vectors: string };

/**
 * Every shipped contract that has committed vectors: all but those in a `history` folder, which nobody implements any more.
 * The folder has the name that the schema has; a test holds this list against the schemas.
 */
export const suites: readonly Suite[] = [
  { schema: 'schema/domains/bookstore/schema.yaml', vectors: 'vectors/bookstore' },
  { schema: 'schema/domains/dialogue/schema.yaml', vectors: 'vectors/dialogue' },
  { schema: 'schema/domains/dialogue/rfc-0058.yaml', vectors: 'vectors/dialogue-encrypted' },
  { schema: 'schema/domains/document/schema.yaml', vectors: 'vectors/document' },
  { schema: 'schema/domains/execution-state/schema.yaml', vectors: 'vectors/execution-state' },
  { schema: 'schema/domains/rate-limits/schema.yaml', vectors: 'vectors/rate-limits' },
];
