import { expect, it } from 'vitest';
import { type DesignCase, edited, reportsOf } from '../../../support/design.ts';

/** Each rule of access patterns, with an edit of the healthy schema that breaks it. */
const cases: readonly DesignCase[] = [
  [
    '    operation: get\n',
    '',
    [
      '[missing-key] access_patterns.customer_by_id (customer_by_id): "customer_by_id" does not say how it reads; add "operation:", or "steps:"',
    ],
  ],
  [
    '    operation: get\n',
    '    operation: fetch\n',
    [
      '[value-invalid] access_patterns.customer_by_id.operation (fetch): "operation" cannot be "fetch"; there is "get", "batch_get", "query", "scan"',
    ],
  ],
  [
    '    operation: query\n    table: shop\n    index: by_customer',
    '    operation: query\n    table: shp\n    index: by_customer',
    ['[reference-unknown] access_patterns.recent_orders.table (shp): there is no table "shp"; did you mean "shop"?'],
  ],
  [
    '    table: shop\n    index: by_customer',
    '    index: by_customer',
    [
      '[missing-key] access_patterns.recent_orders (operation: query): nothing says which of the tables is read; add "table:"',
    ],
  ],
  [
    'index: by_customer',
    'index: by_custmer',
    [
      '[index-unknown] access_patterns.recent_orders.index (by_custmer): the table "shop" has no index "by_custmer"; did you mean "by_customer"?',
    ],
  ],
  [
    'index: by_customer',
    'index: later',
    [
      '[value-conflict] access_patterns.recent_orders.index (later): the index "later" is reserved, so nothing is in it; read another index, or take "reserved" away from "later" and let a record type fill it',
    ],
  ],
  [
    '    returns: [order]',
    '    returns: [ordr]',
    [
      '[reference-unknown] access_patterns.recent_orders.returns[0] (ordr): there is no record type "ordr"; did you mean "order"?',
    ],
  ],
  [
    '    returns: [order]',
    '    returns: [customer]',
    [
      '[value-conflict] access_patterns.recent_orders.returns[0] (customer): "customer" is not in the index "by_customer"; add "indexes: { by_customer: … }" to the record type, or read another index',
    ],
  ],
  [
    '    returns: [order]',
    '    returns: [email_lookup]',
    [
      '[value-conflict] access_patterns.recent_orders.returns[0] (email_lookup): "email_lookup" is in the table "emails", and "shop" is read; read "emails" in a step of its own, or take "email_lookup" out of "returns"',
    ],
  ],
  [
    'partition: { tenant: { parameter: tenant }, customer_id: c1 }',
    'partition: { tenant: { parameter: tenat }, customer_id: c1 }',
    [
      '[reference-unknown] access_patterns.customer_by_id.partition.tenant.parameter (tenat): there is no parameter "tenat"; did you mean "tenant"?',
    ],
  ],
  [
    'partition: { tenant: { parameter: tenant }, customer_id: c1 }',
    'partition: { tenant: { parameter: tenant } }',
    [
      '[partition-incomplete] access_patterns.customer_by_id.partition (partition): the partition is not known without "customer_id"; add "customer_id:" with a value, or "{ parameter: … }"',
    ],
  ],
  [
    'partition: { tenant: { parameter: tenant }, customer_id: c1 }',
    'partition: { tenant: { parameter: tenant }, customer: c1 }',
    [
      '[partition-incomplete] access_patterns.customer_by_id.partition (partition): the partition is not known without "customer_id"; add "customer_id:" with a value, or "{ parameter: … }"',
      '[reference-unknown] access_patterns.customer_by_id.partition.customer (customer): "customer" is no component of the partition key of "primary"; there is "tenant", "customer_id"',
    ],
  ],
  [
    "sort: { equals: '#META' }",
    "sort: { equals: '#MET' }",
    [
      '[sort-mismatch] access_patterns.customer_by_id.sort.equals (\'#MET\'): no sort key is "#MET"; sort keys are "#META"',
    ],
  ],
  [
    "sort: { equals: '#META' }",
    "sort: { begins_with: '#META' }",
    [
      '[value-conflict] access_patterns.customer_by_id.sort.begins_with (begins_with): "get" needs the whole sort key; write "equals", or "operation: query"',
    ],
  ],
  [
    "sort: { begins_with: 'ORDER#A' }",
    "sort: { begins_with: 'ODER#' }",
    [
      '[sort-mismatch] access_patterns.customer_and_orders.sort.begins_with (\'ODER#\'): no sort key starts with "ODER#"; sort keys are "#META", "ORDER#{order_id}", "EVENT#{event_id}", "CART#{cart}"',
    ],
  ],
  [
    "sort: { begins_with: 'ORDER#A' }",
    "sort: { begins_with: 'ORDER#{order}' }",
    [
      '[reference-unknown] access_patterns.customer_and_orders.sort.begins_with (\'ORDER#{order}\'): "{order}" is neither a parameter nor a component of the sort key; there is "tenant", "limit", "address", "order_id", "event_id", "cart"',
    ],
  ],
  [
    "sort: { begins_with: 'ORDER#A' }",
    "sort: { begins_with: 'ORDER#{' }",
    [
      '[key-pattern-syntax] access_patterns.customer_and_orders.sort.begins_with ({): the brace that opens here is never closed; close it with "}", or write "{{" for a brace itself',
    ],
  ],
  [
    '{prefixes.at}{since}',
    '{prefixes.et}{since}',
    [
      '[reference-unknown] access_patterns.recent_orders.sort.between[0] ({): there is no prefix "et"; did you mean "at"?',
    ],
  ],
  [
    "sort: { begins_with: 'ORDER#A' }",
    "index: by_status\n    sort: { begins_with: 'ORDER#A' }",
    [
      '[sort-mismatch] access_patterns.customer_and_orders.sort (sort): "by_status" has no sort key; remove "sort"',
      '[reference-unknown] access_patterns.customer_and_orders.projection[1] (name): none of the record types that are read has an attribute "name"; there is "customer_id", "order_id", "customer_name", "status", "placed_at", "expires_at", "total", "lines", "paid", "details", "search_key", "PK", …',
      '[reference-unknown] access_patterns.customer_and_orders.projection[2] (\'b_{limit}_tk\'): none of the record types that are read has an attribute "b_{limit}_tk"; there is "customer_id", "order_id", "customer_name", "status", "placed_at", "expires_at", "total", "lines", "paid", "details", "search_key", "PK", …',
      '[projection-missing] access_patterns.customer_and_orders.projection[3] (search_key): the index "by_status" does not project "search_key"; add "search_key" to what the index includes, or read it from the table in another step',
    ],
  ],
  [
    "['{prefixes.at}{since}', 'AT#{until}~']",
    "['{prefixes.at}{since}']",
    [
      '[value-invalid] access_patterns.recent_orders.sort.between (between): "between" must have at least 2 entries, and has 1; write 1 more entry, or remove the key',
    ],
  ],
  [
    "['{prefixes.at}{since}', 'AT#{until}~']",
    "['{prefixes.at}{since}', 'BY#{until}']",
    [
      '[sort-mismatch] access_patterns.recent_orders.sort.between[1] (\'BY#{until}\'): no sort key compares with "BY#{until}"; sort keys are "AT#{placed_at}#{order_id}"',
    ],
  ],
  [
    'projection: [status, PK]',
    'projection: [stauts]',
    [
      '[reference-unknown] access_patterns.recent_orders.projection[0] (stauts): none of the record types that are read has an attribute "stauts"; did you mean "status"?',
    ],
  ],
  [
    'projection: [status, PK]',
    'projection: [total]',
    [
      '[projection-missing] access_patterns.recent_orders.projection[0] (total): the index "by_customer" does not project "total"; add "total" to what the index includes, or read it from the table in another step',
    ],
  ],
  [
    'order: descending',
    'order: down',
    [
      '[value-invalid] access_patterns.recent_orders.order (down): "order" cannot be "down"; there is "ascending", "descending"',
    ],
  ],
  [
    'limit: 20',
    'limit: 0',
    ['[value-invalid] access_patterns.recent_orders.limit (0): "limit" must be at least 1, and is 0; write 1 or more'],
  ],
  [
    '    order: descending',
    '    consistency: strong',
    [
      '[consistency-unavailable] access_patterns.recent_orders.consistency (strong): "by_customer" is a global index, which is always eventually consistent; read the table or a local index, or write "eventual"',
    ],
  ],
  [
    '    consistency: strong\n',
    '    index: by_total\n',
    [
      '[value-conflict] access_patterns.customer_by_id.returns[0] (customer): "customer" is not in the index "by_total"; add "indexes: { by_total: … }" to the record type, or read another index',
      '[value-conflict] access_patterns.customer_by_id.index (by_total): "get" reads the table itself, and no index; write "operation: query", or remove "index"',
    ],
  ],
  [
    '    consistency: strong\n',
    '    limit: 1\n',
    [
      '[value-conflict] access_patterns.customer_by_id.limit (limit): "limit" has no meaning for "operation: get"; remove "limit", or write "operation: query"',
    ],
  ],
  [
    'operation: scan, table: shop,',
    'operation: scan, table: shop, order: ascending,',
    [
      '[value-conflict] access_patterns.everything.order (order): "order" has no meaning for "operation: scan"; remove "order", or write "operation: query"',
    ],
  ],
  [
    '    path: cold\n',
    '    operation: query\n',
    [
      '[value-conflict] access_patterns.customer_by_email.operation (operation): "operation" says how one table is read, and "customer_by_email" has steps; move "operation" into a step',
    ],
  ],
  [
    '{ operation: batch_get, table: shop',
    '{ table: shop',
    [
      '[missing-key] access_patterns.customer_by_email.steps[1] ({ table: shop, returns: [customer] }): "steps[1]" has no "operation"; add "operation:"',
    ],
  ],
  [
    '{ operation: batch_get, table: shop',
    '{ operation: batch_get, table: shop, steps: []',
    [
      '[unknown-key] access_patterns.customer_by_email.steps[1].steps (steps): unknown key "steps"; there is "description", "operation", "table", "index", "returns", "partition", "sort", "filter", "projection", "order", "limit", "paginated", …',
    ],
  ],
  [
    "default: '2030-01-01T00:00:00Z'",
    "default: '2030-01-01T00:00:00Z', default_now: true",
    [
      '[value-conflict] access_patterns.recent_orders.parameters.until.default_now (default_now): "until" has both "default" and "default_now"; keep the one that callers rely on, and remove the other',
    ],
  ],
  [
    'since: { type: timestamp, format: iso-seconds, default_now: { days: -30, hours: 1 } }',
    'since: { type: string, default_now: true }',
    [
      '[value-conflict] access_patterns.recent_orders.parameters.since.default_now (default_now): "since" is of type string, and now is a timestamp; write "type: timestamp" with a format, or "default"',
    ],
  ],
  [
    'default_now: { days: -30, hours: 1 }',
    'default_now: { weeks: 1 }',
    [
      '[unknown-key] access_patterns.recent_orders.parameters.since.default_now.weeks (weeks): unknown key "weeks"; there is "days", "hours", "minutes", "seconds"',
    ],
  ],
  [
    "default: '2030-01-01T00:00:00Z'",
    'default: tomorrow',
    [
      '[default-invalid] access_patterns.recent_orders.parameters.until (until): the default of "until" is not one of its values: expected a timestamp of format iso-seconds, and found "tomorrow"; write a default that is one of its values, or change the type to allow this one',
    ],
  ],
  [
    'until: { type: timestamp,',
    'until: { type: timestmp,',
    [
      '[value-invalid] access_patterns.recent_orders.parameters.until.type (timestmp): "type" cannot be "timestmp"; did you mean "timestamp"?',
    ],
  ],
  [
    'rps: { peak: 500,',
    'rps: { peek: 500,',
    ['[unknown-key] access_patterns.customer_by_id.rps.peek (peek): unknown key "peek"; did you mean "peak"?'],
  ],
  [
    'complexity: SIMPLE',
    'complexity: EASY',
    [
      '[value-invalid] access_patterns.customer_by_id.complexity (EASY): "complexity" cannot be "EASY"; there is "SIMPLE", "MODERATE", "COMPLEX"',
    ],
  ],
  [
    '  everything: {',
    "  'all of it': {",
    [
      '[value-invalid] access_patterns.all of it (\'all of it\'): "all of it" cannot be a name here; a name has letters, digits, "_" and "-", and starts with a letter',
    ],
  ],
  [
    "    indexes:\n      by_customer: { pk_pattern: 'CUSTOMER#{customer_id}', sk_pattern: 'AT#{placed_at}#{order_id}' }\n",
    '    indexes:\n',
    [
      '[value-conflict] access_patterns.recent_orders.returns[0] (order): "order" is not in the index "by_customer"; add "indexes: { by_customer: … }" to the record type, or read another index',
    ],
  ],
];

it.each(cases)('reports all that is wrong after %j became %j', (from, to, reported) => {
  expect(reportsOf(edited(from, to))).toEqual(reported);
});
