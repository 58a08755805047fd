import { expect, it } from 'vitest';
import { codecOf } from '../../support/codec.ts';
import { accepted, refusal } from '../../support/results.ts';

/** Whether a record keeps one rule. */
function keeps(rule: string, record: object): boolean {
  const codec = codecOf(`
table: { name: things, keys: { primary: { partition_key: PK } } }
record_types:
  thing:
    pk: T
    rules: [${rule}]
    attributes:
      status: { type: string, enum: [open, waiting, done], default: open }
      reason: { type: string, nullable: true, allow_empty: true }
      kind: { type: string }
      count: { type: integer }
      total: { type: integer }
      ratio: { type: decimal }
      flag: { type: boolean }
      tags: { type: list, items: { type: string } }
      inner: { type: map, members: { state: { type: string } } }
`);
  const result = codec.encode('thing', record);
  if (result.ok) return true;
  expect(refusal(result)).toEqual({ class: 'invalid-record', rule: 'rule', path: '' });
  return false;
}

const waiting = '{ if: { status: waiting }, then: { reason: { present: true } } }';

it.each<[string, string, object, boolean]>([
  ['a condition that does not hold', waiting, { status: 'open' }, true],
  ['a condition that holds, and its consequence', waiting, { status: 'waiting', reason: 'x' }, true],
  ['a consequence that does not hold', waiting, { status: 'waiting' }, false],
  ['NULL, which is not present', waiting, { status: 'waiting', reason: null }, false],
  ['empty text, which is present', waiting, { status: 'waiting', reason: '' }, true],
  ['a default, as a reader finds it', '{ assert: { status: open } }', {}, true],
  ['one of several values', '{ assert: { status: [open, done] } }', { status: 'waiting' }, false],
  ['else', '{ if: { flag: true }, then: { count: 1 }, else: { count: 2 } }', { flag: false, count: '2' }, true],
  [
    'else, broken',
    '{ if: { flag: true }, then: { count: 1 }, else: { count: 2 } }',
    { flag: false, count: '1' },
    false,
  ],
  ['numbers by value', '{ assert: { count: { at_most: { attribute: total } } } }', { count: '9', total: '10' }, true],
  [
    'numbers that are equal',
    '{ assert: { count: { less_than: { attribute: total } } } }',
    { count: '9', total: '9' },
    false,
  ],
  ['fractions by value', '{ assert: { ratio: { at_least: 0.5 } } }', { ratio: '0.50' }, true],
  ['a comparison with what is absent', '{ assert: { count: { at_most: 5 } } }', {}, false],
  [
    'the start of another attribute',
    '{ assert: { reason: { starts_with: { attribute: kind } } } }',
    { reason: 'P01', kind: 'P' },
    true,
  ],
  [
    'text in the order of its bytes',
    '{ assert: { kind: { less_than: { attribute: reason } } } }',
    { kind: '\uFFFD', reason: '\u{1F600}' },
    true,
  ],
  ['any of several', '{ assert: { any_of: [{ flag: true }, { count: 1 }] } }', { flag: false, count: '1' }, true],
  ['none of several', '{ assert: { any_of: [{ flag: true }, { count: 1 }] } }', { flag: false, count: '2' }, false],
  ['not', '{ assert: { not: { flag: true } } }', { flag: true }, false],
  ['not, of what is absent', '{ assert: { not: { flag: true } } }', {}, true],
  [
    'all of a mapping',
    '{ assert: { flag: true, count: { at_least: 1, at_most: 3 } } }',
    { flag: true, count: '4' },
    false,
  ],
  ['an empty list', '{ assert: { tags: { empty: false } } }', { tags: [] }, false],
  ['a member of a map', '{ assert: { inner.state: ready } }', { inner: { state: 'ready' } }, true],
  ['a member that is not there', '{ assert: { inner.state: { present: false } } }', { inner: {} }, true],
])('looks at %s', (_what, rule, record, expected) => {
  expect(keeps(rule, record)).toBe(expected);
});

it('refuses items that break a rule as it refuses records', () => {
  const codec = codecOf(`
table: { name: things, keys: { primary: { partition_key: PK } } }
record_types:
  thing:
    pk: T
    rules: [{ name: waiting-has-a-reason, if: { status: waiting }, then: { reason: { present: true } } }]
    attributes: { status: { type: string, enum: [open, waiting], required: true }, reason: { type: string } }
`);
  const item = accepted(codec.encode('thing', { status: 'waiting', reason: 'x' }));
  const { reason: _reason, ...broken } = item;
  const result = codec.decode(broken, 'thing');
  expect(refusal(result)).toEqual({ class: 'invalid-item', rule: 'rule', path: '' });
  expect(result.ok || result.error.message).toContain('a record that keeps the rule "waiting-has-a-reason"');
  expect(result.ok || result.error.at?.line).toBe(6);
});
