import { expect, it } from 'vitest';
import { type DesignCase, edited, healthyBackground, reportsOf } from '../../../../support/design.ts';

/** Each rule of what must hold between items, with an edit of the healthy schema that breaks it. */
const cases: readonly DesignCase[] = [
  [
    'attribute: order.line_count',
    'attribute: order.lines',
    [
      '[reference-unknown] invariants.lines.attribute (order.lines): "order" has no attribute "lines"; there is "id", "total", "line_count", "cheapest", "tags"',
    ],
  ],
  [
    'attribute: order.line_count',
    'attribute: ordr.line_count',
    [
      '[reference-unknown] invariants.lines.attribute (ordr.line_count): there is no record type "ordr"; did you mean "order"?',
    ],
  ],
  [
    'attribute: order.line_count',
    "attribute: 'order.tags[]'",
    [
      "[value-conflict] invariants.lines.attribute ('order.tags[]'): this means every item of a list, and one value must hold; name one attribute",
    ],
  ],
  [
    'attribute: order.line_count',
    'attribute: order.tags',
    [
      '[value-conflict] invariants.lines.attribute (order.tags): this is of type list, and a count is a number; name a number',
    ],
  ],
  [
    'attribute: order.line_count',
    'attribute: order.id',
    [
      '[value-conflict] invariants.lines.attribute (order.id): this is of type string, and a count is a number; name a number',
    ],
  ],
  [
    '{ count: line }',
    '{ count: lines }',
    [
      '[reference-unknown] invariants.lines.equals.count (lines): there is no record type "lines"; did you mean "line"?',
    ],
  ],
  [
    '{ count: line }',
    '{ cont: line }',
    ['[unknown-key] invariants.lines.equals.cont (cont): unknown key "cont"; did you mean "count"?'],
  ],
  [
    '{ count: line }',
    '{ count: line, sum: line.price }',
    [
      '[value-invalid] invariants.lines.equals (equals): "equals" must have at most 1 entry, and has 2; remove all but 1',
    ],
  ],
  [
    '    equals: { count: line }\n',
    '',
    [
      '[missing-key] invariants.lines (lines): nothing says what "order.line_count" must be; add "equals:", "at_most:" or "at_least:"',
    ],
  ],
  [
    '    equals: { count: line }\n',
    '    equals: { count: line }\n    at_most: { count: line }\n',
    [
      '[value-conflict] invariants.lines.at_most (at_most): "equals" says already what must hold; write a second invariant for it',
    ],
  ],
  [
    'sum: line.price',
    'sum: line.status',
    [
      '[value-conflict] invariants.total.at_least.sum (line.status): "status" is of type string, which has no sum; name a number',
    ],
  ],
  [
    'sum: line.price',
    'sum: line.prize',
    [
      '[reference-unknown] invariants.total.at_least.sum (line.prize): "line" has no attribute "prize"; did you mean "price"?',
    ],
  ],
  [
    'minimum: line.price',
    'minimum: line.status',
    [
      '[value-conflict] invariants.cheapest.attribute (order.cheapest): the other attribute is text, and this one is a number; name an attribute of the same type',
    ],
  ],
  [
    '    match: { order_id: id }\n',
    '    match: { order: id }\n',
    [
      '[reference-unknown] invariants.lines.match.order (order): "line" has no attribute "order"; there is "order_id", "number", "price", "status", "note"',
    ],
  ],
  [
    '    match: { order_id: id }\n',
    '    match: { order_id: ids }\n',
    ['[reference-unknown] invariants.lines.match.order_id (ids): "order" has no attribute "ids"; did you mean "id"?'],
  ],
  [
    '    match: { order_id: id }\n',
    '    match: { number: id }\n',
    [
      '[value-conflict] invariants.lines.match.number (id): the other attribute is text, and this one is a number; name an attribute of the same type',
    ],
  ],
  [
    'in: [open, sent]',
    'in: [open, set]',
    ['[value-invalid] invariants.lines.where.status.in[1] (set): "set" is not in the enum; did you mean "sent"?'],
  ],
  [
    'in: [open, sent]',
    'equals: { parameter: status }',
    [
      '[value-conflict] invariants.lines.where ({ status: { equals: { parameter: status } }, note: { exists: false } }): an invariant always holds, and no caller gives it a parameter; write a value, or "{ attribute: … }"',
    ],
  ],
  [
    'in: [open, sent] }',
    'exists: true }, not: { any_of: [{ note: { parameter: x } }]}',
    [
      '[value-conflict] invariants.lines.where ({ status: { exists: true }, not: { any_of: [{ note: { parameter: x } }]}, note: { exists: false } }): an invariant always holds, and no caller gives it a parameter; write a value, or "{ attribute: … }"',
    ],
  ],
  [
    '{ status: { in',
    '{ state: { in',
    [
      '[reference-unknown] invariants.lines.where.state (state): "line" has no attribute "state"; did you mean "status"?',
    ],
  ],
  [
    'minimum: line.price',
    'minimum: order.tags',
    [
      '[value-conflict] invariants.cheapest.at_most.minimum (order.tags): "tags" is of type list, of which none is the minimum; name a number, a time or a text',
    ],
  ],
  [
    'attribute: order.total, at_least: { sum: line.price }, match: { order_id: id }',
    'attribute: order.total, at_least: { sum: order.total }, match: { id: id }',
    [
      '[value-conflict] invariants.total.at_least (at_least): "total" is one of those that it is compared with; name another attribute, or say with "match" or "where" which of the others are meant',
    ],
  ],
  [
    'at_most: { minimum: line.price }',
    'at_most: { minimum: order.cheapest }',
    [
      '[value-conflict] invariants.cheapest.at_most (at_most): "cheapest" is one of those that it is compared with; name another attribute, or say with "match" or "where" which of the others are meant',
    ],
  ],
  [
    '      note: { type: string }\ninvariants:\n',
    '      note: { type: string }\n      sold_at: { type: timestamp, format: epoch-seconds }\ninvariants:\n  when: { attribute: order.total, at_least: { sum: line.sold_at } }\n',
    [
      '[value-conflict] invariants.when.at_least.sum (line.sold_at): "sold_at" is of type timestamp, which has no sum; name a number',
    ],
  ],
  [
    '      note: { type: string }\ninvariants:\n',
    '      note: { type: string }\n      sold_at: { type: timestamp, format: epoch-seconds }\ninvariants:\n  when: { attribute: line.sold_at, equals: { count: order } }\n',
    [
      '[value-conflict] invariants.when.attribute (line.sold_at): this is of type timestamp, and a count is a number; name a number',
    ],
  ],
  [
    'attribute: order.total, at_least: { sum',
    'attribute: order.line_count, equals: { sum',
    [
      '[value-conflict] invariants.total.attribute (order.line_count): "line_count" is of type integer, and "price" may have digits after the point; make "line_count" a decimal, or write "scale: 0" at "price"',
    ],
  ],
  [
    'attribute: order.total, at_least: { sum',
    'attribute: order.line_count, equals: { maximum',
    [
      '[value-conflict] invariants.total.attribute (order.line_count): "line_count" is of type integer, and "price" may have digits after the point; make "line_count" a decimal, or write "scale: 0" at "price"',
    ],
  ],
];

it.each(cases)('reports all that is wrong after %j became %j', (from, to, reported) => {
  expect(reportsOf(edited(from, to, healthyBackground))).toEqual(reported);
});

it.each([
  [
    'at_least: { sum: line.price }, match: { order_id: id }',
    'at_least: { sum: order.total }, match: { total: line_count }',
  ],
  ['at_least: { sum: line.price }, match: { order_id: id }', 'at_least: { sum: order.total }, where: { cheapest: 1 }'],
  ['attribute: order.total, at_least: { sum: line.price', 'attribute: order.line_count, at_least: { sum: line.price'],
  ['attribute: order.total, at_least: { sum: line.price', 'attribute: order.line_count, equals: { sum: line.number'],
  ['attribute: order.total, at_least: { sum: line.price', 'attribute: order.total, equals: { sum: line.number'],
])('says nothing after %j became %j', (from, to) => {
  expect(reportsOf(edited(from, to, healthyBackground))).toEqual([]);
});

it.each(['scale: 0', 'enum: [1, 2.0]'])('lets an integer be the sum of decimals of which it knows %s', (whole) => {
  const schema = edited(
    '{ type: decimal, required: true }\n      status',
    `{ type: decimal, ${whole}, required: true }\n      status`,
    healthyBackground,
  );
  const equal = ['attribute: order.total, at_least: { sum', 'attribute: order.line_count, equals: { sum'] as const;
  expect(reportsOf(edited(...equal, schema))).toEqual([]);
});
