/** The schemas that come with Itemproof, small ones first: most faults are found there, and the large one is asked last. */
export const shippedSchemas: readonly string[] = [
  'bookstore/schema.yaml',
  'document/schema.yaml',
  'dialogue/schema.yaml',
  'rate-limits/schema.yaml',
  'dialogue/rfc-0058.yaml',
  'execution-state/schema.yaml',
];
