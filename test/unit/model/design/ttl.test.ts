import { expect, it } from 'vitest';
import { type DesignCase, edited, reportsOf } from '../../../support/design.ts';

const ofOrder = 'from: placed_at, after: { days: 90, hours: 1 }';

/** Each contradiction of when items expire, with an edit of the healthy schema that makes it. */
const cases: readonly DesignCase[] = [
  [
    'lifecycle: ephemeral',
    'lifecycle: durable',
    [
      '[value-conflict] record_types.order.lifecycle (lifecycle): "order" is durable, and "ttl" says when items expire; write "lifecycle: ephemeral", or remove "ttl"',
    ],
  ],
  [
    ofOrder,
    'from: expires_at, after: { days: 90 }',
    [
      '[value-conflict] record_types.order.ttl.from (expires_at): "expires_at" is when items expire, and does not count from itself; name the timestamp that it is computed from, or remove "from"',
    ],
  ],
  [
    'uses: [opened, notes.days]',
    'uses: [opened, expires_at]',
    [
      '[value-conflict] record_types.cart.ttl.uses[1] (expires_at): "expires_at" is what the formula computes, so it cannot use it; name what it is computed from',
    ],
  ],
];

it.each(cases)('reports all that is wrong after %j became %j', (from, to, reported) => {
  expect(reportsOf(edited(from, to))).toEqual(reported);
});

it.each([
  ['an item that expires at the time that another attribute says', 'from: placed_at'],
  ['a formula that counts from a time', 'from: placed_at, formula: the end of its year'],
  ['a time that nothing explains', 'description: Whoever writes it knows.'],
])('says nothing of %s', (_, ttl) => {
  expect(reportsOf(edited(`${ofOrder}, expired: absent, description: Law.`, ttl))).toEqual([]);
});
