/** The schemas that come with Itemproof. The first has most of what faults are about; the large one is asked only about the rest. */
export const shippedSchemas: readonly string[] = [
  'rate-limits/schema.yaml',
  'bookstore/schema.yaml',
  'document/schema.yaml',
  'dialogue/schema.yaml',
  'dialogue/rfc-0058.yaml',
  'execution-state/schema.yaml',
];
