import { expect, it } from 'vitest';
import type { Config, KnownFailure } from '../../../src/config/config.ts';
import { caseEvent, findingsOf } from '../../../src/plan/findings.ts';
import { indexKnown, staleKnown } from '../../../src/plan/known.ts';
import type { Outcome } from '../../../src/plan/outcome.ts';
import { known, outcome } from '../../support/outcomes.ts';

function config(...entries: KnownFailure[]): Config {
  return {
    file: 'itemproof.yaml',
    schema: '',
    schemaAt: { file: 'itemproof.yaml', line: 1, column: 9, path: 'schema' },
    vectors: '',
    store: 'embedded',
    implementations: [],
    known: entries,
    knownFiles: [],
  };
}

it.each<[string, Outcome, KnownFailure | undefined, object]>([
  ['passed', outcome('passed'), undefined, { status: 'passed' }],
  ['failed', outcome('failed'), undefined, { status: 'failed' }],
  ['known', outcome('failed'), known(3, ['one']), { status: 'known', reason: 'it has always been so' }],
  ['passed, though it should fail', outcome('passed'), known(3, ['one']), { status: 'passed' }],
  ['not run', outcome({ notRun: 'not here' }), known(3, ['one']), { status: 'not_run', reason: 'not here' }],
  ['failed elsewhere', outcome('failed'), known(3, ['two']), { status: 'failed' }],
  ['failed for somebody else', outcome('failed'), known(3, ['one'], { implementation: 'bob' }), { status: 'failed' }],
  ['failed in another check', outcome('failed'), known(3, ['one'], { check: 'key-build' }), { status: 'failed' }],
  ['crashed, which is never known', outcome('failed', { kind: 'crashed' }), known(3, ['one']), { status: 'failed' }],
  ['timed out, which is never known', outcome('failed', { kind: 'timeout' }), known(3, ['one']), { status: 'failed' }],
  [
    'broke the protocol, which is never known',
    outcome('failed', { kind: 'protocol-violation' }),
    known(3, ['one']),
    { status: 'failed' },
  ],
])('tells what became of a case that %s', (_what, result, entry, expected) => {
  const find = indexKnown(entry === undefined ? [] : [entry]);
  expect(caseEvent(result, find)).toEqual({
    type: 'case',
    check: 'item-encode',
    implementation: 'ada',
    vector: 'entity_meta/one',
    ...expected,
  });
});

it('knows a cross-read by its writer, or whoever wrote', () => {
  const from = (writer: string): Outcome => outcome('failed', { check: 'cross-read', writer });
  const one = indexKnown([known(1, ['one'], { check: 'cross-read', writer: 'bob' })]);
  const any = indexKnown([known(1, ['one'], { check: 'cross-read' })]);
  expect(
    [one(from('bob')), one(from('eve')), any(from('bob')), any(from('eve'))].map((each) => each !== undefined),
  ).toEqual([true, false, true, true]);
});

it.each<[string, readonly KnownFailure[], readonly Outcome[], readonly string[]]>([
  ['nothing while it fails', [known(3, ['one'])], [outcome('failed')], []],
  ['nothing while it is not run', [known(3, ['one'])], [outcome({ notRun: 'x' })], []],
  [
    'nothing while another writer fails',
    [known(3, ['one'], { check: 'cross-read' })],
    [
      outcome('passed', { check: 'cross-read', writer: 'bob' }),
      outcome('failed', { check: 'cross-read', writer: 'eve' }),
    ],
    [],
  ],
  [
    'that it passes',
    [known(3, ['one', 'two'])],
    [outcome('passed'), outcome('failed', { vector: 'two' })],
    ['itemproof.yaml:3 expects ada to fail item-encode of entity_meta/one, which passes; remove it there'],
  ],
  [
    'the first three of many that pass',
    [known(3, ['a', 'b', 'c', 'd', 'e'])],
    ['a', 'b', 'c', 'd', 'e'].map((vector) => outcome('passed', { vector })),
    [
      'itemproof.yaml:3 expects ada to fail item-encode of entity_meta/a, entity_meta/b, entity_meta/c and 2 more, which passes; remove it there',
    ],
  ],
])('says of a known failure %s', (_what, entries, outcomes, expected) => {
  expect(staleKnown(config(...entries), outcomes)).toEqual(expected);
});

it('says of a whole run which known failures it never makes', () => {
  const read = { check: 'cross-read', writer: 'bob' } as const;
  const gap = outcome({ notRun: 'no item.put' }, { check: 'cross-read', writer: 'eve' });
  const outcomes = [outcome('failed', read), { ...gap, planned: { ...gap.planned, gap: true as const } }];
  const entries = ['bob', 'dan', 'eve'].map((writer, line) => known(line, ['one'], { check: 'cross-read', writer }));
  const never = (writer: string, line: number): string =>
    `itemproof.yaml:${line} lists entity_meta/one for cross-read of what ${writer} writes, which is never made of them; remove it`;
  expect(staleKnown(config(...entries), outcomes, true)).toEqual([never('dan', 1), never('eve', 2)]);
  expect(staleKnown(config(known(3, ['one'], { check: 'cross-read' })), outcomes, true)).toEqual([]);
  expect(staleKnown(config(...entries), outcomes)).toEqual([]);
});

it('tells entries of two files at the same place apart', () => {
  const at = (file: string, implementation: string): KnownFailure =>
    known(3, ['one'], { implementation, at: { file, line: 3, column: 5, path: 'known[0]' } });
  const outcomes = [outcome('failed'), outcome('passed', { implementation: 'bob' })];
  expect(staleKnown(config(at('a.yaml', 'ada'), at('b.yaml', 'bob')), outcomes)).toEqual([
    'b.yaml:3 expects bob to fail item-encode of entity_meta/one, which passes; remove it there',
  ]);
});

const none = indexKnown([]);

it('puts together what fails in the same way', () => {
  const outcomes = [
    outcome('failed', { vector: 'three' }),
    outcome('failed', { vector: 'one' }),
    outcome('failed', { vector: 'one', path: ['name', 'S'] }),
    outcome('failed', { vector: 'two', path: ['ttl'] }),
    outcome('failed', { vector: 'two', kind: 'refused' }),
    outcome('failed', { vector: 'two', actual: 'x' }),
    outcome('failed', { vector: 'two', implementation: 'bob' }),
    outcome('failed', { vector: 'two', check: 'item-decode' }),
    outcome('passed', { vector: 'two' }),
    outcome({ notRun: 'x' }, { vector: 'two' }),
  ];
  const findings = findingsOf(outcomes, none, 'itemproof run');
  expect(
    findings.map((each) => [
      each.implementation,
      each.check,
      each.problem,
      each.path.join('.'),
      each.vectors.length,
      each.cases,
    ]),
  ).toEqual([
    ['ada', 'item-encode', 'wrong', 'name', 2, 3],
    ['ada', 'item-encode', 'wrong', 'ttl', 1, 1],
    ['ada', 'item-encode', 'refused', 'name', 1, 1],
    ['ada', 'item-encode', 'wrong', 'name', 1, 1],
    ['bob', 'item-encode', 'wrong', 'name', 1, 1],
    ['ada', 'item-decode', 'wrong', 'name', 1, 1],
  ]);
  expect([findings[0]?.vector, findings[0]?.vectors]).toEqual([
    'entity_meta/one',
    ['entity_meta/three', 'entity_meta/one'],
  ]);
});

it('says all there is to say about a failure', () => {
  const wrong = outcome('failed', { expected: 'u', actual: 'x', stderr: 'a warning\n' });
  const [finding] = findingsOf(
    [{ ...wrong, sent: { name: { S: 'y' } }, stored: { name: { S: 'z' }, other: { S: '' } } }],
    none,
    'itemproof run',
  );
  expect(finding).toEqual({
    type: 'finding',
    status: 'failed',
    check: 'item-encode',
    implementation: 'ada',
    record_type: 'entity_meta',
    problem: 'wrong',
    path: ['name'],
    message: 'name is not right',
    vector: 'entity_meta/one',
    vectors: ['entity_meta/one'],
    cases: 1,
    hazards: [],
    expected: 'u',
    actual: 'x',
    sent: { S: 'y' },
    stored: { S: 'z' },
    at: expect.objectContaining({ path: 'record_types.entity_meta.attributes.name' }),
    stderr: 'a warning\n',
    replay: 'itemproof run --implementation ada --check item-encode --vector entity_meta/one',
  });
});

it('keeps known failures apart, each with its reason', () => {
  const find = indexKnown([known(1, ['one'], { reason: 'first' }), known(2, ['two'], { reason: 'second' })]);
  const outcomes = ['one', 'two', 'three'].map((vector) => outcome('failed', { vector }));
  expect(findingsOf(outcomes, find, '').map((each) => [each.status, each.reason, each.vector])).toEqual([
    ['known', 'first', 'entity_meta/one'],
    ['known', 'second', 'entity_meta/two'],
    ['failed', undefined, 'entity_meta/three'],
  ]);
});

it.each<[string, readonly Outcome[], readonly string[] | undefined]>([
  [
    'all answer the same',
    ['ada', 'bob'].map((implementation) => outcome('failed', { implementation, actual: 'x' })),
    ['ada', 'bob'],
  ],
  [
    'all but the reference',
    [
      ...['ada', 'bob'].map((implementation) => outcome('failed', { implementation, actual: 'x' })),
      outcome('passed', { implementation: 'reference' }),
    ],
    ['ada', 'bob'],
  ],
  [
    'one answers something else',
    [outcome('failed', { actual: 'x' }), outcome('failed', { implementation: 'bob', actual: 'y' })],
    undefined,
  ],
  ['one is right', [outcome('failed', { actual: 'x' }), outcome('passed', { implementation: 'bob' })], undefined],
  [
    'nobody else was asked',
    [outcome('failed', { actual: 'x' }), outcome({ notRun: 'x' }, { implementation: 'bob' })],
    undefined,
  ],
  [
    'they were asked something else',
    [outcome('failed', { actual: 'x' }), outcome('failed', { implementation: 'bob', actual: 'x', vector: 'two' })],
    undefined,
  ],
])('suspects the schema only when %s', (_what, outcomes, agreeing) => {
  expect(findingsOf(outcomes, none, '')[0]?.agreeing).toEqual(agreeing);
});

it('repeats a cross-read with its writer', () => {
  const [finding] = findingsOf([outcome('failed', { check: 'cross-read', writer: 'bob' })], none, 'itemproof run');
  expect(finding?.replay).toBe(
    'itemproof run --implementation ada --writer bob --check cross-read --vector entity_meta/one',
  );
  expect(finding?.writer).toBe('bob');
});

it.each<[string, Outcome, string]>([
  [
    'one key',
    outcome('failed', { check: 'key-parse', index: 'gsi4' }),
    '--implementation ada --check key-parse --vector entity_meta/one --index gsi4',
  ],
  [
    'a name that a shell would take apart',
    outcome('failed', { check: 'key-parse', index: "by date's" }),
    "--implementation ada --check key-parse --vector entity_meta/one --index 'by date'\\''s'",
  ],
  [
    'a reader of its own item',
    outcome('failed', { check: 'read-back' }),
    '--implementation ada --check read-back --vector entity_meta/one',
  ],
  [
    'a reader that answered with an earlier item of the same writer',
    stale(outcome('failed', { check: 'cross-read', writer: 'bob' }), 'two', 'bob'),
    '--implementation ada --writer bob --check cross-read --vector entity_meta/two --vector entity_meta/one',
  ],
  [
    'a reader that answered with an earlier item of another writer',
    stale(outcome('failed', { check: 'cross-read', writer: 'bob' }), 'two', 'eve'),
    '--implementation ada --writer eve --writer bob --check cross-read --vector entity_meta/two --vector entity_meta/one',
  ],
  [
    'a reader that answered with an earlier item of its own',
    stale(outcome('failed', { check: 'cross-read', writer: 'bob' }), 'two', 'ada'),
    '--implementation ada --writer ada --writer bob --check read-back --check cross-read --vector entity_meta/two --vector entity_meta/one',
  ],
  [
    'a reader of its own items that answered with the earlier one',
    stale(outcome('failed', { check: 'read-back' }), 'two', 'ada'),
    '--implementation ada --check read-back --vector entity_meta/two --vector entity_meta/one',
  ],
])('repeats %s, and nothing else', (_what, result, options) => {
  expect(findingsOf([result], none, 'itemproof run')[0]?.replay).toBe(`itemproof run ${options}`);
});

function stale(result: Outcome, slug: string, writer: string): Outcome {
  return { ...result, stale: { vector: `entity_meta/${slug}`, writer } };
}

it('tells a stale answer from one that is only wrong', () => {
  const wrong = outcome('failed', { check: 'cross-read', writer: 'bob' });
  const findings = findingsOf([wrong, stale(wrong, 'two', 'eve')], none, '');
  expect(findings.map((each) => each.stale)).toEqual([undefined, { vector: 'entity_meta/two', writer: 'eve' }]);
});

it('calls nothing stale that is misread without a store, too', () => {
  const wrong = stale(outcome('failed', { check: 'cross-read', writer: 'bob' }), 'two', 'eve');
  const misread = outcome('failed', { check: 'item-decode' });
  const others = outcome('failed', { check: 'item-decode', implementation: 'eve' });
  const stales = (outcomes: readonly Outcome[]) =>
    findingsOf(outcomes, none, '').find(({ check }) => check === 'cross-read')?.stale;
  expect(stales([wrong, misread])).toBeUndefined();
  expect(stales([wrong, others])).toEqual(wrong.stale);
});

it.each<[string, readonly Outcome[], boolean | undefined]>([
  ['fails too', [outcome('failed'), outcome('failed', { implementation: 'reference' })], true],
  [
    'fails otherwise',
    [outcome('failed', { actual: 'x' }), outcome('failed', { implementation: 'reference', actual: 'y' })],
    true,
  ],
  ['passes', [outcome('failed'), outcome('passed', { implementation: 'reference' })], undefined],
  ['is not there', [outcome('failed')], undefined],
  ['was not run', [outcome('failed'), outcome({ notRun: 'x' }, { implementation: 'reference' })], undefined],
  [
    'fails something else',
    [outcome('failed'), outcome('failed', { implementation: 'reference', vector: 'two' })],
    undefined,
  ],
])('says of the reference that it %s', (_what, outcomes, expected) => {
  expect(findingsOf(outcomes, none, '')[0]?.reference_fails).toBe(expected);
});

it('does not say of the reference that it fails what it fails itself', () => {
  const [finding] = findingsOf([outcome('failed', { implementation: 'reference' })], none, '');
  expect(finding).not.toHaveProperty('reference_fails');
});

it.each<[string, Outcome, boolean]>([
  ['the store has no item', outcome('failed', { check: 'raw-put', path: [] }), true],
  ['the store has another item', { ...outcome('failed', { check: 'raw-put' }), stored: {} }, false],
  ['nothing was written, with an error', outcome('failed', { check: 'raw-put', kind: 'refused' }), false],
  ['a reader finds none', outcome('failed', { check: 'cross-read', writer: 'bob', kind: 'refused' }), true],
  ['a reader finds another', outcome('failed', { check: 'read-back' }), false],
  ['there is no store', outcome('failed', { kind: 'refused' }), false],
])('names the key when %s: %s', (_what, result, named) => {
  const [finding] = findingsOf([result], none, '');
  expect(finding?.key).toEqual(named ? { PK: { S: '_/ENTITY#u' }, SK: { S: '#META' } } : undefined);
});
