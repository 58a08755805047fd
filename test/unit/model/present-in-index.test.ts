import { expect, it } from 'vitest';
import { reportsOf } from '../../support/design.ts';

/** A queue of what is ready, in an index that holds nothing else. */
function queue(when: string, readyAt: string): string {
  return `
table: { name: things, keys: { primary: { partition_key: PK }, queue: { partition_key: QPK } } }
record_types:
  thing:
    pk_pattern: 'THING#{id}'
    indexes: { queue: { when: ${when}, pk_pattern: 'READY#{ready_at}' } }
    attributes:
      id: { type: string, max_length: 40, required: true }
      state: { type: string, enum: [ready, held, done], required: true }
      kind: { type: string, enum: [a, b], required: true }
      ready_at: { type: timestamp, format: iso-seconds, ${readyAt} }
`;
}

it.each([
  ['present in every item of the index', '{ state: [ready] }', 'present_when: { state: [ready] }'],
  ['present in those and in others', '{ state: [ready] }', 'present_when: { state: [ready, held] }'],
  ['asked for', '{ kind: [a], ready_at: ["2024-01-01T00:00:00Z"] }', 'required: false'],
])('takes a component that is %s', (_what, when, readyAt) => {
  expect(reportsOf(queue(when, readyAt))).toEqual([]);
});

it.each([
  ['missing in some items of the index', '{ state: [ready, held] }', 'present_when: { state: [ready] }'],
  ['there when another attribute says so', '{ kind: [a] }', 'present_when: { state: [ready] }'],
  ['there with values that nobody asks for', 'state', 'present_when: { state: [ready] }'],
])('refuses a component that is %s, and says what can be done', (_what, when, readyAt) => {
  expect(reportsOf(queue(when, readyAt))).toEqual([
    '[component-may-be-absent] record_types.thing.indexes.queue.pk_pattern (\'READY#{ready_at}\'): "{ready_at}" may be missing, and then there is no key; make "ready_at" required, or add "on_missing: omit"',
  ]);
});

it('refuses one that is there and may be NULL', () => {
  const [report] = reportsOf(queue('{ state: [ready] }', 'nullable: true, present_when: { state: [ready] }'));
  expect(report).toContain('"{ready_at}" may be NULL');
});
