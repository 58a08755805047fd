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
];

it.each(cases)('reports all that is wrong after %j became %j', (from, to, reported) => {
  expect(reportsOf(edited(from, to, healthyBackground))).toEqual(reported);
});
