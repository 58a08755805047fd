import { expect, it } from 'vitest';
import { type DesignCase, edited, reportsOf } from '../../../support/design.ts';

/** Each rule of record types, with an edit of the healthy schema that breaks it. */
const cases: readonly DesignCase[] = [
  [
    '    id: customer_id\n    owner',
    '    id: custmer_id\n    owner',
    [
      '[reference-unknown] record_types.customer.id (custmer_id): "customer" has no attribute "custmer_id"; did you mean "customer_id"?',
    ],
  ],
  [
    '    id: customer_id\n    owner',
    '    id: name\n    owner',
    [
      '[id-not-in-key] record_types.customer.id (name): "name" is no part of the primary key, so two items may have the same "name"; write "{name}" in the pattern of the primary key, or name another attribute',
    ],
  ],
  [
    'renamed_from: client',
    'renamed_from: order',
    [
      '[value-conflict] record_types.customer.renamed_from (order): there still is a record type "order", so this one was not renamed; remove "order" if this one has taken its place, or remove "renamed_from"',
    ],
  ],
  [
    'deprecated: { use: order }',
    'deprecated: { use: ordr }',
    [
      '[reference-unknown] record_types.audit.deprecated.use (ordr): there is no record type "ordr"; did you mean "order"?',
    ],
  ],
  [
    'lifecycle: durable',
    'lifecycle: ephemeral',
    [
      '[missing-key] record_types.customer.lifecycle (lifecycle): "customer" is ephemeral, and nothing says when items expire; add "ttl: { attribute: … }"',
    ],
  ],
  [
    'mode: merge',
    'mode: overwrite',
    [
      '[value-invalid] record_types.customer.writers[1].mode (overwrite): "mode" cannot be "overwrite"; there is "replace", "merge", "append"',
    ],
  ],
  [
    'writers: [api, { name: importer',
    'writers: [api, { name: api',
    [
      '[value-conflict] record_types.customer.writers[1] ({ name: api, mode: merge, description: Once a night. }): the writer "api" is listed twice; remove one of them',
    ],
  ],
  [
    'readers: [api, { name: dashboard',
    'readers: [api, { name: api',
    [
      '[value-conflict] record_types.customer.readers[1] ({ name: api, description: Counts them once a minute. }): the reader "api" is listed twice; remove one of them',
    ],
  ],
  [
    'readers: [dashboard]',
    'readers: [{ description: Shows them. }]',
    [
      '[missing-key] record_types.cart.readers[0] ({ description: Shows them. }): "readers[0]" has no "name"; add "name:"',
    ],
  ],
  [
    'readers: [dashboard]',
    'writers: [api]',
    [
      '[value-conflict] record_types.cart.writers (writers): nothing writes such items any more ("read_only"), so nobody is a writer; remove "writers", or "read_only"',
    ],
  ],
  [
    "cart: { type: string, pattern: '[0-9]+'",
    "cart: { type: string, user_editable: true, pattern: '[0-9]+'",
    [
      '[value-conflict] record_types.cart.attributes.cart.user_editable (true): nothing writes "cart" any more ("read_only"), so no user can change it; write "user_editable: false", or remove "read_only"',
    ],
  ],
  [
    '    table: emails\n    attributes',
    '    table: emails\n    read_only: true\n    attributes',
    [
      '[value-conflict] record_types.customer.unique[0].record_type (email_lookup): nothing writes lookup items of "email_lookup" any more ("read_only"), and items of "customer" need them; name another record type, or write "read_only" here too',
    ],
  ],
  [
    'read_only: { since: 1.0.0, reason',
    'read_only: { sicne: 1.0.0, reason',
    ['[unknown-key] record_types.cart.read_only.sicne (sicne): unknown key "sicne"; did you mean "since"?'],
  ],
  [
    'writers: [{ name: api, mode: append }]',
    'writers: [{ name: api, mode: replace }]',
    [
      '[value-conflict] record_types.audit.writers[0].mode (replace): items are never changed ("append_only"), and "api" changes them; write "mode: append"',
    ],
  ],
  [
    'max_item_bytes: 4096',
    'max_item_bytes: 409601',
    [
      '[value-invalid] record_types.customer.max_item_bytes (409601): "max_item_bytes" must be at most 409600, and is 409601; write 409600 or less',
    ],
  ],
  [
    '    version: 2',
    '    version: 0',
    ['[value-invalid] record_types.customer.version (0): "version" must be at least 1, and is 0; write 1 or more'],
  ],
  [
    'source_of_truth: dynamodb',
    'source_of_truth: dynamo',
    [
      '[value-invalid] record_types.customer.source_of_truth (dynamo): "source_of_truth" cannot be "dynamo"; did you mean "dynamodb"?',
    ],
  ],
  [
    'omit: [password_hash]',
    'omit: [password_hsh]',
    [
      '[reference-unknown] record_types.customer.export.omit[0] (password_hsh): "customer" has no attribute "password_hsh"; did you mean "password_hash"?',
    ],
  ],
  [
    'redact: [email]',
    'redact: [password_hash]',
    [
      '[value-conflict] record_types.customer.export.redact[0] (password_hash): "password_hash" is omitted, so there is nothing to redact; remove it from "redact" or from "omit"',
    ],
  ],
  [
    'sort: customer_id }',
    'sort: password_hash }',
    [
      '[value-conflict] record_types.customer.export.sort (password_hash): "password_hash" is omitted, so nobody can see this order; sort by an attribute that is exported, or remove "password_hash" from "omit"',
    ],
  ],
  [
    'file: customers.jsonl, ',
    '',
    ['[missing-key] record_types.customer.export (export): "export" has no "file"; add "file:"'],
  ],
  [
    'examples: [{',
    'examples: [text, {',
    [
      '[wrong-type] record_types.customer.examples[0] (text): "examples[0]" must be a mapping, and is "text"; write a mapping here, or remove the key',
    ],
  ],
  [
    'attributes: [email], strategy: table',
    'attributes: [emial], strategy: table',
    [
      '[reference-unknown] record_types.customer.unique[0].attributes[0] (emial): "customer" has no attribute "emial"; did you mean "email"?',
    ],
  ],
  [
    'strategy: table, record_type: email_lookup',
    'strategy: table',
    [
      '[missing-key] record_types.customer.unique[0].strategy (table): "strategy: table" needs a record type for the lookup items; add "record_type:"',
    ],
  ],
  [
    'strategy: table, record_type: email_lookup',
    'strategy: table, record_type: email_lokup',
    [
      '[reference-unknown] record_types.customer.unique[0].record_type (email_lokup): there is no record type "email_lokup"; did you mean "email_lookup"?',
    ],
  ],
  [
    'record_type: email_lookup, description: One',
    'record_type: customer, description: One',
    [
      '[value-conflict] record_types.customer.unique[0].record_type (customer): "customer" cannot be its own lookup; name a record type for the lookup items alone, whose key is made of the unique values',
    ],
  ],
  [
    'strategy: table, record_type',
    'strategy: item, record_type',
    [
      '[value-conflict] record_types.customer.unique[0].record_type (email_lookup): with "strategy: item" lookup items are not in another table, and "email_lookup" is; write "strategy: table"',
    ],
  ],
  [
    'record_type: email_lookup, description: One',
    'record_type: order, description: One',
    [
      '[value-conflict] record_types.customer.unique[0].record_type (order): with "strategy: table" lookup items are not in the same table, and "order" is; write "strategy: item"',
    ],
  ],
  [
    '[tenant, customer_id], strategy: key',
    '[name], strategy: key',
    [
      '[value-conflict] record_types.customer.unique[1].strategy (key): "name" is no part of the primary key, so the key does not make it unique; choose "table" or "item", with a record type of lookup items',
    ],
  ],
  [
    '[tenant, customer_id], strategy: key',
    '[tenant, customer_id], strategy: key, when: tier',
    [
      '[value-conflict] record_types.customer.unique[1].when (when): the primary key makes every item unique, whatever "when" says; remove "when", or choose another strategy',
    ],
  ],
  [
    'when: { tier: [gold] }',
    'when: { tier: [glod] }',
    [
      '[value-invalid] record_types.customer.unique[2].when.tier[0] (glod): "tier" can never be "glod"; did you mean "gold"?',
    ],
  ],
  [
    '[tenant, customer_id], strategy: key',
    '[tenant, customer_id], strategy: key, record_type: order',
    [
      '[value-conflict] record_types.customer.unique[1].record_type (order): "strategy: key" has no lookup items; remove "record_type", or choose "table" or "item"',
    ],
  ],
  [
    '    id: customer_id\n    owner',
    '    owner',
    [
      '[missing-key] record_types.customer.unique[2].strategy (deterministic_id): "customer" has no "id" that could be made from the attributes; add "id:" to the record type',
    ],
  ],
  [
    '{ attribute: expires_at, from',
    '{ attribute: expire_at, from',
    [
      '[reference-unknown] record_types.order.ttl.attribute (expire_at): "order" has no attribute "expire_at"; did you mean "expires_at"?',
    ],
  ],
  [
    '{ attribute: expires_at, from',
    '{ attribute: placed_at, from',
    [
      '[ttl-not-seconds] record_types.order.ttl.attribute (placed_at): "placed_at" is iso-seconds, and Time to Live reads epoch-seconds; make it "type: timestamp, format: epoch-seconds"',
      '[value-conflict] record_types.order.ttl.attribute (placed_at): the attribute of Time to Live of the table "shop" is "expires_at", so items would not expire; write "expires_at" here, or in the table',
    ],
  ],
  [
    'expires_at: { type: timestamp, format: epoch-seconds }',
    'expires_at: { type: timestamp, format: epoch-milliseconds }',
    [
      '[ttl-not-seconds] tables.shop.ttl (expires_at): "expires_at" of "order" is epoch-milliseconds, and Time to Live reads epoch-seconds; make it "type: timestamp, format: epoch-seconds"',
      '[ttl-not-seconds] record_types.order.ttl.attribute (expires_at): "expires_at" is epoch-milliseconds, and Time to Live reads epoch-seconds; make it "type: timestamp, format: epoch-seconds"',
    ],
  ],
  [
    '    ttl: expires_at\n',
    '',
    [
      '[value-conflict] record_types.order.ttl.attribute (expires_at): the table "shop" has no Time to Live, so items would not expire; add "ttl: expires_at" to the table',
      '[value-conflict] record_types.cart.ttl.attribute (expires_at): the table "shop" has no Time to Live, so items would not expire; add "ttl: expires_at" to the table',
    ],
  ],
  [
    'after: { days: 90, hours: 1 }, expired',
    'after: { days: 90, hours: 1 }, formula: Ninety days., expired',
    [
      '[value-conflict] record_types.order.ttl.formula (formula): "after" says when items expire already; keep "after" for a fixed time, or "formula" for any other',
    ],
  ],
  [
    'formula: opened + days × 86400, ',
    '',
    [
      '[missing-key] record_types.cart.ttl.uses (uses): nothing says what these attributes are used for; add "formula:"',
    ],
  ],
  [
    'uses: [opened, notes.days]',
    'uses: [opend, notes.dys, state.x]',
    [
      '[reference-unknown] record_types.cart.ttl.uses[0] (opend): "cart" has no attribute "opend"; did you mean "opened"?',
      '[reference-unknown] record_types.cart.ttl.uses[1] (notes.dys): "notes" has no member "dys"; did you mean "days"?',
      '[reference-unknown] record_types.cart.ttl.uses[2] (state.x): "state" is of type string, which has no members; remove ".x", or make "state" a map',
    ],
  ],
  [
    'from: placed_at, after',
    'after',
    [
      '[missing-key] record_types.order.ttl.after ({ days: 90, hours: 1 }): nothing says from when this time counts; add "from:" with a timestamp attribute',
    ],
  ],
  [
    'from: placed_at, after',
    'from: status, after',
    [
      '[value-conflict] record_types.order.ttl.from (status): "status" is no timestamp to count from; make "status" a timestamp, or name another attribute',
    ],
  ],
  [
    'from: placed_at, after',
    'from: placed, after',
    [
      '[reference-unknown] record_types.order.ttl.from (placed): "order" has no attribute "placed"; there is "customer_id", "order_id", "customer_name", "status", "placed_at", "expires_at", "total", "lines", "paid", "details"',
    ],
  ],
  [
    'after: { days: 90, hours: 1 }',
    'after: {}',
    [
      '[value-invalid] record_types.order.ttl.after (after): "after" must not be empty; write one key or more, or remove the key',
    ],
  ],
  [
    'after: { days: 90, hours: 1 }',
    'after: { weeks: 1 }',
    [
      '[unknown-key] record_types.order.ttl.after.weeks (weeks): unknown key "weeks"; there is "days", "hours", "minutes", "seconds"',
    ],
  ],
  [
    'email: a@example.com, name: Ann }]',
    'email: a@example.com, name: Ann }, { name: Ann, tenant: acme, customer_id: c1, email: a@example.com }]',
    [
      '[value-conflict] record_types.customer.examples[1] ({ name: Ann, tenant: acme, customer_id: c1, email: a@example.com }): another example is this record already; remove one of them',
    ],
  ],
  [
    "limit: { type: string, pattern: '[a-z]+', max_length: 20, examples: [tokens] }",
    "limit: { type: string, pattern: '[a-z]+', max_length: 20, examples: [tokens, calls, tokens] }",
    ['[value-conflict] parameters.limit.examples[2] (tokens): "tokens" is listed twice; remove one of them'],
  ],
  [
    "limit: { type: string, pattern: '[a-z]+', max_length: 20, examples: [tokens] }",
    "limit: { type: string, pattern: '[a-z]+', max_length: 20, examples: [] }",
    [
      '[value-invalid] parameters.limit.examples (examples): "examples" must not be empty; write one entry or more, or remove the key',
    ],
  ],
  [
    'points: { type: integer, stored_as: S }',
    'points: { type: integer, stored_as: S, examples: [1, 2, 1.0] }',
    [
      '[value-conflict] record_types.customer.attributes.points.examples[2] (1.0): "1" is listed twice; remove one of them',
    ],
  ],
];

it.each(cases)('reports all that is wrong after %j became %j', (from, to, reported) => {
  expect(reportsOf(edited(from, to))).toEqual(reported);
});
