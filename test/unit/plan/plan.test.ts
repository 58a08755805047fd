import { expect, it } from 'vitest';
import { checks, operations } from '../../../src/check/registry.ts';
import type { Capabilities } from '../../../src/plan/capabilities.ts';
import { narrowsCases, type Participant, type PlannedCase, planRun, type Selection } from '../../../src/plan/plan.ts';
import type { VectorFile } from '../../../src/vector/vector.ts';
import { metaVector } from '../../support/outcomes.ts';
import { rateLimits as codec } from '../../support/schemas.ts';
import { selectingAll } from '../../support/selection.ts';
import { itemVector, keyVector, orderVector, readVector, refusalVector } from '../../support/vectors.ts';

const everything: Capabilities = Object.fromEntries(operations.map((op) => [op, true as const]));
function participant(name: string, change: Partial<Participant> = {}): Participant {
  return { name, capabilities: everything, reasonOf: () => 'by design', storeNeeds: [], absent: null, ...change };
}

function file(recordType: string, content: Pick<VectorFile, 'kind' | 'vectors'>): VectorFile {
  const head = { format: 1, schema: 'rate-limits', record_type: recordType, digest: 'sha256:0' } as const;
  return { ...head, ...content } as VectorFile;
}

const one = metaVector('one');
const two = metaVector('two');
const items = file('entity_meta', { kind: 'items', vectors: [one, two] });
const reads = file('entity_meta', { kind: 'reads', vectors: [readVector(codec, 'entity_meta', 'older', one.item)] });
const refusals = file('entity_meta', {
  kind: 'refusals',
  vectors: [
    refusalVector(codec, 'entity_meta', 'encode', { op: 'item.encode', record: {} }),
    refusalVector(codec, 'entity_meta', 'build', { op: 'key.build', record: {} }),
    refusalVector(codec, 'entity_meta', 'parse', { op: 'key.parse', index: 'gsi1', key: {} }),
    refusalVector(codec, 'entity_meta', 'decode', { op: 'item.decode', item: {} }),
  ],
});

/** A planned case in one line. */
function line({ check, implementation, writer, vector, index, entry, notRun }: PlannedCase): string {
  const from = writer === undefined ? '' : ` of ${writer}`;
  return `${vector.id.replace('entity_meta/', '')} ${check}${index === undefined ? '' : ` ${index}`}${entry === undefined ? '' : ` #${entry}`} by ${implementation}${from}${notRun === null ? '' : `: ${notRun}`}`;
}

function plan(
  participants: readonly Participant[],
  change: Partial<Selection> = {},
  ...rest: [(readonly VectorFile[])?, (readonly string[])?]
): readonly string[] {
  const [files = [items, reads, refusals], lacks = []] = rest;
  return planRun(codec.model, files, participants, { ...selectingAll, ...change }, lacks).map(line);
}

it('asks for the keys of a vector of keys, and parses each of them', () => {
  const vectors = [keyVector(codec, 'entity_meta', 'keys', { ...one.record, parent_id: 'p' })];
  expect(plan([participant('ada')], {}, [file('entity_meta', { kind: 'keys', vectors })])).toEqual([
    'keys key-build by ada',
    'keys key-parse primary by ada',
    'keys key-parse gsi1 by ada',
    'keys key-parse gsi4 by ada',
  ]);
});

it('asks for a key that several vectors have once, whichever vectors are chosen', () => {
  const vectors = [
    keyVector(codec, 'entity_meta', 'first', one.record),
    keyVector(codec, 'entity_meta', 'same', { ...one.record, name: 'other' }),
    keyVector(codec, 'entity_meta', 'other', { ...one.record, entity_id: 'other' }),
  ];
  const files = [file('entity_meta', { kind: 'keys', vectors })];
  const parses = (change: Partial<Selection>): readonly string[] =>
    plan([participant('ada'), participant('bob')], { checks: ['key-parse'], ...change }, files);
  expect(parses({})).toEqual([
    'first key-parse primary by ada',
    'first key-parse gsi4 by ada',
    'first key-parse primary by bob',
    'first key-parse gsi4 by bob',
    'other key-parse primary by ada',
    'other key-parse gsi4 by ada',
    'other key-parse primary by bob',
    'other key-parse gsi4 by bob',
  ]);
  expect(parses({ vectors: ['entity_meta/same'], implementations: ['ada'] })).toEqual([
    'same key-parse primary by ada',
    'same key-parse gsi4 by ada',
  ]);
});

it('asks for the keys of each record of an order vector, as cases of its index', () => {
  const records = ['u', 'v'].map((entity_id) => ({ ...one.record, entity_id }));
  const files = [
    file('entity_meta', {
      kind: 'order',
      vectors: [orderVector(codec, 'entity_meta', 'order', 'gsi4', records)],
    }),
  ];
  const both = ['order key-build gsi4 #0 by ada', 'order key-build gsi4 #1 by ada'];
  expect(plan([participant('ada')], {}, files)).toEqual(both);
  expect(plan([participant('ada')], { indexes: ['gsi4'] }, files)).toEqual(both);
  expect(plan([participant('ada')], { indexes: ['primary'] }, files)).toEqual([]);
});

it('plans every check of every vector', () => {
  expect(plan([participant('ada')])).toEqual([
    'one key-build by ada',
    'one key-parse primary by ada',
    'one key-parse gsi4 by ada',
    'one item-encode by ada',
    'one item-decode by ada',
    'one raw-put by ada',
    'one read-back by ada',
    'two key-build by ada',
    'two item-encode by ada',
    'two item-decode by ada',
    'two raw-put by ada',
    'two read-back by ada',
    'older item-decode by ada',
    'encode item-encode-refusal by ada',
    'build key-build-refusal by ada',
    'parse key-parse-refusal gsi1 by ada',
    'decode item-decode-refusal by ada',
  ]);
});

const reading = { checks: ['read-back', 'cross-read'] as const };

it('lets everyone read what everyone wrote, once for each shape of item', () => {
  const participants = [participant('ada'), participant('bob')];
  const first = [
    'one read-back by ada',
    'one cross-read by ada of bob',
    'one cross-read by bob of ada',
    'one read-back by bob',
  ];
  const second = first.map((each) => each.replace('one', 'two'));
  expect(plan(participants, reading)).toEqual([...first, 'two read-back by ada', 'two read-back by bob']);
  expect(plan(participants, { ...reading, everyRead: true })).toEqual([...first, ...second]);
  expect(plan(participants, { ...reading, vectors: ['entity_meta/two'] })).toEqual(second);
});

it('gives a reader that cannot write the items of the reference', () => {
  const reader = participant('ada', { capabilities: { 'item.get': true } });
  expect(
    plan([participant('reference'), reader], { ...reading, implementations: [] }).filter((each) =>
      each.includes('by ada'),
    ),
  ).toEqual([
    'one cross-read by ada of reference',
    'one read-back by ada: no item.put: by design',
    'two cross-read by ada of reference',
    'two read-back by ada: no item.put: by design',
  ]);
});

it('plans what cannot be compared, and says why', () => {
  const some = participant('ada', {
    capabilities: { 'key.build': ['bucket'], 'key.parse': ['entity_meta/gsi4'], 'item.get': true },
  });
  const gone = participant('bob', { absent: 'python3 is not here' });
  expect(plan([some, gone], { vectors: ['entity_meta/one'] })).toEqual([
    'one key-build by ada: no key.build: by design',
    'one key-parse primary by ada: no key.parse: by design',
    'one key-parse gsi4 by ada',
    'one item-encode by ada: no item.encode: by design',
    'one item-decode by ada: no item.decode: by design',
    'one raw-put by ada: no item.put: by design',
    'one read-back by ada: no item.put: by design',
    'one cross-read by ada of bob: nothing to read from bob (python3 is not here)',
    'one key-build by bob: python3 is not here',
    'one key-parse primary by bob: python3 is not here',
    'one key-parse gsi4 by bob: python3 is not here',
    'one item-encode by bob: python3 is not here',
    'one item-decode by bob: python3 is not here',
    'one raw-put by bob: python3 is not here',
    'one cross-read by bob of ada: python3 is not here',
    'one read-back by bob: python3 is not here',
  ]);
});

it('does not ask a store for what it cannot do', () => {
  const vector = { ...one, hazards: ['map-key-proto'] };
  const files = [file('entity_meta', { kind: 'items', vectors: [vector] })];
  const needy = participant('bob', { storeNeeds: ['transactions'] });
  const inStore = (lacks: readonly string[]): readonly string[] =>
    plan([participant('ada'), needy], {}, files, lacks).filter((each) => /put|read/.test(each));
  expect(inStore(['transactions'])).toEqual([
    'one raw-put by ada',
    'one read-back by ada',
    'one cross-read by ada of bob: the store lacks transactions',
    'one raw-put by bob: the store lacks transactions',
    'one cross-read by bob of ada: the store lacks transactions',
    'one read-back by bob: the store lacks transactions',
  ]);
  expect(inStore(['proto-attribute']).filter((each) => !each.endsWith(': the store lacks proto-attribute'))).toEqual(
    [],
  );
  expect(plan([participant('ada')], { checks: ['item-encode'] }, files, ['proto-attribute'])).toEqual([
    'one item-encode by ada',
  ]);
});

it('asks who needs capitals told from small letters in a query for all but items in another case', () => {
  const other = { ...one, id: 'two', scenario: 'case-variant' } as const;
  const files = [file('entity_meta', { kind: 'items', vectors: [one, other] })];
  const needy = participant('bob', { storeNeeds: ['key-prefix-case'] });
  const puts = plan([participant('ada'), needy], { checks: ['raw-put'] }, files, ['key-prefix-case']);
  expect(puts).toEqual([
    'one raw-put by ada',
    'one raw-put by bob',
    'two raw-put by ada',
    'two raw-put by bob: the store lacks key-prefix-case',
  ]);
});

it('plans no parsing of a key that nobody can look up', () => {
  const vector = itemVector(codec, 'provisioner_state', 'one', {
    namespace_id: '_',
    last_applied: '2024-01-02T03:04:05Z',
    applied_hash: `sha256:${'0'.repeat(64)}`,
  });
  expect(Object.keys(vector.keys)).toEqual(['primary', 'gsi4']);
  const files = [file('provisioner_state', { kind: 'items', vectors: [vector] })];
  expect(plan([participant('ada')], { checks: ['key-parse'] }, files)).toEqual([
    'provisioner_state/one key-parse primary by ada',
  ]);
});

it.each<[string, Partial<Selection>, readonly string[]]>([
  ['an implementation', { implementations: ['bob'], vectors: ['entity_meta/older'] }, ['older item-decode by bob']],
  [
    'two that read each other',
    { implementations: ['ada', 'bob'], checks: ['cross-read'], vectors: ['entity_meta/one'] },
    ['one cross-read by ada of bob', 'one cross-read by bob of ada'],
  ],
  [
    'checks',
    { implementations: ['ada'], checks: ['key-parse-refusal', 'item-decode-refusal'] },
    ['parse key-parse-refusal gsi1 by ada', 'decode item-decode-refusal by ada'],
  ],
  ['a record type', { recordTypes: ['bucket'] }, []],
  ['a vector', { implementations: ['ada'], vectors: ['entity_meta/build'] }, ['build key-build-refusal by ada']],
  ['a vector that does not exist', { vectors: ['entity_meta/no'] }, []],
])('plans nothing else when %s is selected', (_what, selection, expected) => {
  expect(plan([participant('ada'), participant('bob'), participant('eve')], selection)).toEqual(expected);
});

it('plans nothing for record types that the schema does not have', () => {
  expect(plan([participant('ada')], {}, [file('no_such_type', { kind: 'items', vectors: [one] })])).toEqual([]);
});

it('needs the operation that the check is about', () => {
  for (const [id, { op }] of Object.entries(checks)) {
    const without = participant('ada', { capabilities: { ...everything, [op]: [] } });
    const cases = planRun(codec.model, [items, reads, refusals], [without, participant('bob')], selectingAll);
    const blocked = cases.filter((each) => each.check === id && each.implementation === 'ada');
    expect(blocked.length).toBeGreaterThan(0);
    expect(blocked.filter((each) => each.notRun === null)).toEqual([]);
  }
});

it('plans one key, and only what is about a key', () => {
  expect(plan([participant('ada')], { vectors: ['entity_meta/one', 'entity_meta/parse'], indexes: ['gsi4'] })).toEqual([
    'one key-parse gsi4 by ada',
  ]);
  expect(plan([participant('ada')], { indexes: ['gsi1'] })).toEqual(['parse key-parse-refusal gsi1 by ada']);
});

it('plans what one of them wrote, and lets it write for the others', () => {
  const both = [participant('ada'), participant('bob'), participant('eve')];
  const chosen = { vectors: ['entity_meta/one'], writers: ['bob'] };
  expect(plan(both, { ...chosen, implementations: ['ada'] })).toEqual(['one cross-read by ada of bob']);
  expect(plan(both, { ...chosen, implementations: ['ada', 'bob'], checks: ['read-back', 'cross-read'] })).toEqual([
    'one cross-read by ada of bob',
    'one read-back by bob',
  ]);
  expect(plan(both, chosen)).toEqual([
    'one cross-read by ada of bob',
    'one raw-put by bob',
    'one read-back by bob',
    'one cross-read by eve of bob',
  ]);
});

it.each<[Partial<Selection>, boolean]>([
  [{}, false],
  [{ implementations: ['ada'], everyRead: true }, false],
  [{ recordTypes: ['user'] }, true],
  [{ checks: ['raw-put'] }, true],
  [{ vectors: ['user/one'] }, true],
  [{ indexes: ['primary'] }, true],
  [{ writers: ['ada'] }, true],
  [{ quick: true }, true],
])('says of the selection %j whether it leaves out cases: %s', (change, expected) => {
  expect(narrowsCases({ ...selectingAll, ...change })).toBe(expected);
});
