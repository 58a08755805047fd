/** A schema to begin with: small, complete, and clean. */
export const starterSchema = `# The contract of one DynamoDB table: its keys, its attributes, and what a reader may expect.
# After a change: npx itemproof check, then npx itemproof vectors generate.
format: 1
name: shop
version: 0.1.0

table:
  name: shop
  keys:
    primary: { partition_key: PK, sort_key: SK }
    # An index under a name of your choice; record types say how they fill it.
    gsi1: { partition_key: GSI1PK, sort_key: GSI1SK }

# Value domains with a name, for components of keys and for attributes.
parameters:
  customer: { type: string, pattern: '[a-z0-9-]+', max_length: 40, examples: [alice] }

record_types:
  order:
    description: What a customer bought.
    pk_pattern: "CUSTOMER#{customer}"
    sk_pattern: "ORDER#{order_id}"
    indexes:
      gsi1:
        # Only orders that were sent are in this index.
        when: sent_at
        pk: SENT
        sk_pattern: "{sent_at}#{order_id}"
    attributes:
      order_id: { type: string, pattern: '[0-9A-F]{8}', required: true }
      total: { type: integer, unit: cents, minimum: 0, required: true }
      status: { type: string, enum: [open, sent], required: true, default: open }
      # There exactly when the order was sent.
      sent_at: { type: timestamp, format: iso-seconds, present_when: { status: [sent] } }
      note: { type: string, max_length: 400, nullable: true }
`;

/** A configuration for it. The adapter is the reader's to write. */
export const starterConfig = `# Which implementations are compared, and with what.
format: 1
schema: schema.yaml
vectors: vectors

implementations:
  # Each is a program that answers to Itemproof's requests. How to write one: docs/write-an-adapter.md
  # Until there is one: npx itemproof run --implementation reference
  mine:
    command: [node, adapter.mjs]
`;
