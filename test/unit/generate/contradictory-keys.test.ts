import { expect, it } from 'vitest';
import { keyParsePartsApart } from '../../../harness/faults/key-parse-parts-apart.ts';
import { domainOf, falseAlarms } from '../../../harness/self-test/self-test.ts';
import { generateVectors } from '../../../src/generate/vectors.ts';
import { codecOf } from '../../support/codec.ts';

// Keys whose parts are right by themselves, and tell of no record together.

const events = codecOf(`
table:
  name: events
  keys:
    primary: { partition_key: PK, sort_key: SK }
    by_state: { partition_key: GSI1PK, sort_key: GSI1SK }
    by_reason: { partition_key: GSI2PK, sort_key: GSI2SK }
record_types:
  event:
    pk_pattern: '{id:shard(crc32,16)}#{at:month}'
    sk_pattern: '{at:date}#{id}'
    indexes:
      by_state: { when: { state: [open, held] }, pk_pattern: 'STATE#{state}', sk_pattern: '{id}' }
      by_reason: { on_missing: omit, pk_pattern: 'REASON#{reason}', sk_pattern: '{state}' }
    attributes:
      id: { type: string, pattern: '[a-z]+', max_length: 9, required: true }
      at: { type: timestamp, format: iso-seconds, required: true }
      state: { type: string, enum: [open, held, closed], required: true }
      reason: { type: string, pattern: '[a-z]+', max_length: 9, present_when: { state: [closed] } }
`);

const contradictions = generateVectors(events)
  .flatMap((file) => (file.kind === 'refusals' ? file.vectors : []))
  .filter(({ id }) => id.endsWith('-contradiction'));

it('puts another value into each place of a component on which something else in the key depends', () => {
  const shown = contradictions.map(({ scenario, subject, error }) => [scenario, subject, error.rule]);
  expect(shown).toEqual([
    ['contradictory-key', '/primary/SK/at', 'key-mismatch'],
    ['contradictory-key', '/primary/SK/id', 'key-mismatch'],
    ['contradictory-key', '/by_state/GSI1PK/state', 'index-key'],
    ['condition-broken', '/by_reason/GSI2PK/reason', 'present-when'],
  ]);
});

it('is missed by a program that parses each part of a key by itself', () => {
  const domain = domainOf(events.model);
  expect(falseAlarms(domain)).toEqual([]);
  const cases = (domain.cases.get('key-parse-refusal') ?? []).filter(({ vector }) => vector.endsWith('-contradiction'));
  const faulty = keyParsePartsApart.apply(domain.reference);
  const missed = cases.filter(({ judge }) => !judge(faulty).passed).map(({ vector }) => vector);
  expect(missed).toEqual([
    'event/parse-primary-sk-at-contradiction',
    'event/parse-primary-sk-id-contradiction',
    'event/parse-by_state-gsi1pk-state-contradiction',
    'event/parse-by_reason-gsi2sk-state-contradiction',
  ]);
});
