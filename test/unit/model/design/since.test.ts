import { expect, it } from 'vitest';
import { type DesignCase, edited, reportsOf } from '../../../support/design.ts';

const later = 'is later than the schema, which is 1.0.0; write "version: 1.0.1" at the schema, or correct "since"';
const wanted = 'write three numbers with "." between them, and a suffix after "-" if you like';

/** Each rule of since when something is so, with an edit of the healthy schema that breaks it. */
const cases: readonly DesignCase[] = [
  [
    'read_only: { since: 1.0.0',
    'read_only: { since: 1.0.1',
    [`[value-conflict] record_types.cart.read_only.since (1.0.1): "1.0.1" ${later}`],
  ],
  [
    'deprecated: { use: order }',
    'deprecated: { use: order, since: 1.0.1 }',
    [`[value-conflict] record_types.audit.deprecated.since (1.0.1): "1.0.1" ${later}`],
  ],
  [
    'deprecated: { since: 1.0.0',
    'deprecated: { since: 1.0.1',
    [`[value-conflict] record_types.customer.attributes.password_hash.deprecated.since (1.0.1): "1.0.1" ${later}`],
  ],
  [
    'read_only: { since: 1.0.0',
    'read_only: { since: 2026-01-01',
    [`[value-invalid] record_types.cart.read_only.since (2026-01-01): "since" cannot be "2026-01-01"; ${wanted}`],
  ],
  [
    'deprecated: { since: 1.0.0',
    'deprecated: { since: v1',
    [
      `[value-invalid] record_types.customer.attributes.password_hash.deprecated.since (v1): "since" cannot be "v1"; ${wanted}`,
    ],
  ],
];

it.each(cases)('reports all that is wrong after %j became %j', (from, to, reported) => {
  expect(reportsOf(edited(from, to))).toEqual(reported);
});

it('takes a version before that of the schema, and any where the schema has none', () => {
  expect(reportsOf(edited('read_only: { since: 1.0.0', 'read_only: { since: 1.0.0-rc.1'))).toEqual([]);
  expect(reportsOf(edited('version: 1.0.0\ndomain', 'domain'))).toEqual([]);
});
