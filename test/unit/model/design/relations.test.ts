import { expect, it } from 'vitest';
import { type DesignCase, edited, reportsOf } from '../../../support/design.ts';

/** Each rule of relations, with an edit of the healthy schema that breaks it. */
const cases: readonly DesignCase[] = [
  [
    'from: order.customer_id',
    'from: ordr.customer_id',
    ['[reference-unknown] relations[0].from (ordr.customer_id): there is no record type "ordr"; did you mean "order"?'],
  ],
  [
    'from: order.customer_id',
    'from: order.custmer_id',
    [
      '[reference-unknown] relations[0].from (order.custmer_id): "order" has no attribute "custmer_id"; did you mean "customer_id"?',
    ],
  ],
  [
    'from: order.customer_id',
    'from: order',
    [
      '[reference-unknown] relations[0].from (order): "order" names a record type, and no attribute of it; write "order.", and the name of an attribute',
    ],
  ],
  [
    '    to: customer.customer_id\n    cardinality',
    '    cardinality',
    ['[missing-key] relations[0] (from: order.customer_id): "relations[0]" has no "to"; add "to:"'],
  ],
  [
    "'customer.friends[]'",
    'customer.friends',
    [
      '[relation-type] relations[1].from (customer.friends): a reference is one value, and a string_set is none; write "[]" after a list or set, for its items',
    ],
  ],
  [
    "'order.lines[].sku'",
    'order.lines.sku',
    [
      '[reference-unknown] relations[2].from (order.lines.sku): "lines" is a list, and only its items have members; write "lines[].sku"',
    ],
  ],
  [
    "'order.lines[].sku'",
    "'order.lines[].skew'",
    [
      '[reference-unknown] relations[2].from (\'order.lines[].skew\'): "lines[]" has no member "skew"; did you mean "sku"?',
    ],
  ],
  [
    "'order.lines[].sku'",
    "'order.lines[]'",
    [
      '[relation-type] relations[2].from (\'order.lines[]\'): a reference is one value, and a map is none; go on with "." and a member of the map',
    ],
  ],
  [
    "'order.lines[].sku'",
    "'order.status[]'",
    [
      '[reference-unknown] relations[2].from (\'order.status[]\'): "status" is of type string, which has no items; remove "[]"',
    ],
  ],
  [
    "'order.lines[].sku'",
    "'order.status.x'",
    [
      '[reference-unknown] relations[2].from (\'order.status.x\'): "status" is of type string, which has no members; remove ".x", or make "status" a map',
    ],
  ],
  [
    "'order.lines[].sku'",
    "'order.lines[0].sku'",
    [
      '[reference-unknown] relations[2].from (\'order.lines[0].sku\'): "order" has no attribute "lines[0]"; there is "customer_id", "order_id", "customer_name", "status", "placed_at", "expires_at", "total", "lines", "paid", "details", "tenant", "search_key"',
    ],
  ],
  [
    'from: order.customer_id',
    'from: customer.order_count',
    [
      '[relation-type] relations[0].from (customer.order_count): this is a number, and what it refers to is text; give both the same type',
    ],
  ],
  [
    'cardinality: many_to_one',
    'cardinality: many_to_few',
    [
      '[value-invalid] relations[0].cardinality (many_to_few): "cardinality" cannot be "many_to_few"; there is "one_to_one", "many_to_one", "one_to_many", "many_to_many"',
    ],
  ],
  [
    'on_missing: ignore',
    'on_missing: ingore',
    ['[value-invalid] relations[1].on_missing (ingore): "on_missing" cannot be "ingore"; did you mean "ignore"?'],
  ],
  [
    'counts: { average: 3.5,',
    'counts: { average: -1,',
    ['[value-invalid] relations[0].counts.average (-1): "average" must be at least 0, and is -1; write 0 or more'],
  ],
];

it.each(cases)('reports all that is wrong after %j became %j', (from, to, reported) => {
  expect(reportsOf(edited(from, to))).toEqual(reported);
});
