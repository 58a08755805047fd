import { expect, it } from 'vitest';
import { operations } from '../../../src/check/registry.ts';
import { parseConfig } from '../../../src/config/parse.ts';
import type { Capabilities } from '../../../src/plan/capabilities.ts';
import { staleKnown } from '../../../src/plan/known.ts';
import type { Outcome } from '../../../src/plan/outcome.ts';
import { type PlannedCase, planRun, type Selection } from '../../../src/plan/plan.ts';
import type { VectorFile } from '../../../src/vector/vector.ts';
import { known, metaVector, outcome } from '../../support/outcomes.ts';
import { rateLimits as codec } from '../../support/schemas.ts';
import { selectingAll } from '../../support/selection.ts';
import { readVector } from '../../support/vectors.ts';

// What a run says of entries for cases of which it makes only some: two vectors of one shape, with the same keys.

const everything: Capabilities = Object.fromEntries(operations.map((op) => [op, true as const]));
const capabilities: { readonly [name: string]: Capabilities } = {
  reference: everything,
  ada: everything,
  bob: everything,
  // Reads every item of the reference, and of others one of each shape.
  reader: { 'item.get': true },
};
const implementations = Object.keys(capabilities).slice(1);
const config = parseConfig(
  'itemproof.yaml',
  `schema: s\nvectors: v\nimplementations:\n${implementations.map((name) => `  ${name}: { command: [x] }\n`).join('')}`,
).config;
const one = metaVector('one');
const older = readVector(codec, 'entity_meta', 'older', one.item);
const head = { format: 1, schema: 'rate-limits', record_type: 'entity_meta', digest: 'sha256:0' } as const;
const files: readonly VectorFile[] = [
  { ...head, kind: 'items', vectors: [one, metaVector('two')] },
  { ...head, kind: 'reads', vectors: [older] },
];

/** What a run says of one entry, when all fails that `fails` says, and nothing else. */
function said(
  change: Parameters<typeof known>[2],
  slug: string,
  selection: Partial<Selection> = {},
  fails: (planned: PlannedCase) => boolean = () => false,
  absent: string | null = null,
): string {
  if (config === undefined) throw new Error('the configuration is right');
  const participants = Object.entries(capabilities).map(([name, each]) => ({
    name,
    capabilities: each,
    reasonOf: () => 'by design',
    storeNeeds: [],
    absent: name === absent ? 'not here' : null,
  }));
  const outcomes = planRun(codec.model, files, participants, { ...selectingAll, ...selection }).map(
    (planned): Outcome => ({
      planned,
      result:
        planned.notRun === null ? outcome(fails(planned) ? 'failed' : 'passed').result : { notRun: planned.notRun },
    }),
  );
  const whole = Object.keys(selection).every((key) => key === 'everyRead');
  const text = staleKnown({ ...config, known: [known(3, [slug], change)] }, outcomes, whole).join('\n');
  return text === '' ? 'nothing' : (/never made|passes/.exec(text)?.[0] ?? text);
}

const read = { check: 'cross-read' } as const;
const alone = { vectors: ['entity_meta/two'] };

it('leaves a cross-read that only --every-read or --vector makes to them', () => {
  for (const writer of [null, 'bob', 'reference']) {
    expect(said({ ...read, writer }, 'two')).toBe('nothing');
    expect(said({ ...read, writer }, 'two', { everyRead: true })).toBe('passes');
    expect(said({ ...read, writer }, 'two', alone)).toBe('passes');
    expect(said({ ...read, writer }, 'two', { everyRead: true }, () => true)).toBe('nothing');
    expect(said({ ...read, writer }, 'one')).toBe('passes');
  }
});

it('says that a cross-read is never made where no run can make it', () => {
  for (const everyRead of [false, true]) {
    expect(said({ ...read, writer: 'reader' }, 'two', { everyRead })).toBe('never made');
    expect(said(read, 'older', { everyRead })).toBe('never made');
    expect(said({ check: 'item-decode-refusal' }, 'two', { everyRead })).toBe('never made');
    expect(said({ check: 'read-back', implementation: 'reader' }, 'two', { everyRead })).toBe('never made');
    expect(said({ check: 'key-parse', implementation: 'reader' }, 'two', { everyRead })).toBe('never made');
  }
});

it('does not call an entry stale for any writer while a writer is left out', () => {
  const ofBob = ({ writer }: PlannedCase): boolean => writer === 'bob';
  const entry = { ...read, implementation: 'reader' };
  expect(said(entry, 'two', {}, ofBob)).toBe('nothing');
  expect(said(entry, 'two', { everyRead: true }, ofBob)).toBe('nothing');
  expect(said(entry, 'two', { everyRead: true })).toBe('passes');
  expect(said({ ...entry, writer: 'reference' }, 'two')).toBe('passes');
  expect(said(entry, 'one', { writers: ['reference'] }, ofBob)).toBe('nothing');
  expect(said(entry, 'one', { implementations: ['reader', 'ada'] }, ofBob)).toBe('nothing');
  expect(said(entry, 'one', {}, ofBob, 'bob')).toBe('nothing');
  expect(said(entry, 'one', { checks: ['cross-read'] })).toBe('passes');
});

it('leaves the parsing of a key that another vector has to a run of that vector', () => {
  const parse = { check: 'key-parse' } as const;
  expect(said(parse, 'two')).toBe('nothing');
  expect(said(parse, 'two', alone)).toBe('passes');
  expect(said(parse, 'one')).toBe('passes');
  expect(said(parse, 'one', { indexes: ['primary'] }, ({ index }) => index === 'gsi4')).toBe('nothing');
});
