import { expect, it } from 'vitest';
import { generateVectors } from '../../src/generate/vectors.ts';
import type { Codec } from '../../src/item/codec.ts';
import type { JsonObject } from '../../src/value/json.ts';
import { codecOf, recordTypeOf } from '../support/codec.ts';
import { compileContract, contracts, contractText } from './support/contracts.ts';

const execution = codecOf(contractText('execution-state/schema'));
const encrypted = codecOf(contractText('dialogue/rfc-0058'));

const at = '2026-07-01T08:00:00.000Z';
const task = {
  id: 't-1',
  version: '1',
  description: 'Ask',
  date: '2026-07-01',
  taskHistory: [],
  createdAt: at,
  updatedAt: at,
};
const card = { id: 'c-1', version: '1', createdAt: at, updatedAt: at };
const active = { ...card, status: 'active', stage: 'announced', taskCount: '2', openTaskCount: '1' };
const archived = {
  ...card,
  status: 'archived',
  stage: 'done',
  taskCount: '2',
  openTaskCount: '0',
  completedAt: at,
  completedBy: 'u-1',
  activeStageBeforeCompletion: 'announced',
};
const artifact = {
  id: 'a-1',
  type: 'report',
  title: 'Report',
  status: 'draft',
  storageProvider: 'github',
  storageUri: 'https://example.com/a-1',
  dataClass: 'internal',
  sourceType: 'manual-link',
  createdAt: at,
  updatedAt: at,
};
const job = {
  id: 'j-1',
  assistantType: 'podcast',
  title: 'Draft',
  status: 'draft',
  inputRefs: [],
  outputArtifactIds: [],
  logRefs: [],
  approvalRequired: true,
  attemptCount: '0',
  maxAttempts: '2',
  createdAt: at,
  updatedAt: at,
};
const ref = {
  dialogue_id: 'nvidia-analysis',
  source_type: 'P',
  source_id: 'P0101',
  ref_type: 'support',
  target_type: 'P',
  target_id: 'P0001',
  created_at: '2026-02-03T10:00:00Z',
};

type Case = {
  readonly rule: string;
  readonly codec: Codec;
  readonly recordType: string;
  readonly kept: JsonObject;
  readonly broken: JsonObject;
};

const cases: readonly Case[] = [
  {
    rule: 'waiting-needs-follow-up',
    codec: execution,
    recordType: 'task',
    kept: { ...task, status: 'waiting', waitingFor: 'guest', followUpAt: at },
    broken: { ...task, status: 'waiting', waitingFor: 'guest' },
  },
  {
    rule: 'done-with-a-link',
    codec: execution,
    recordType: 'task',
    kept: { ...task, status: 'done', proofRequirement: { type: 'url', required: true }, link: 'https://example.com' },
    broken: { ...task, status: 'done', proofRequirement: { type: 'url', required: true } },
  },
  {
    rule: 'done-with-a-link',
    codec: execution,
    recordType: 'task',
    kept: { ...task, status: 'done', proofRequirement: { type: 'url', required: false } },
    broken: { ...task, status: 'done', proofRequirement: { type: 'url', required: true } },
  },
  {
    rule: 'open-tasks-are-tasks',
    codec: execution,
    recordType: 'card',
    kept: { ...active, openTaskCount: '2' },
    broken: { ...active, openTaskCount: '3' },
  },
  {
    rule: 'active-shape',
    codec: execution,
    recordType: 'card',
    kept: active,
    broken: { ...active, openTaskCount: '0' },
  },
  { rule: 'active-shape', codec: execution, recordType: 'card', kept: active, broken: { ...active, stage: 'done' } },
  {
    rule: 'active-shape',
    codec: execution,
    recordType: 'card',
    kept: { ...active, taskCount: '0', openTaskCount: '0' },
    broken: { ...active, completedAt: at },
  },
  {
    rule: 'archived-shape',
    codec: execution,
    recordType: 'card',
    kept: archived,
    broken: { ...archived, openTaskCount: '1' },
  },
  {
    rule: 'stored-with-checksum',
    codec: execution,
    recordType: 'artifact',
    kept: { ...artifact, storageProvider: 's3', checksum: 'sha256:0' },
    broken: { ...artifact, storageProvider: 's3' },
  },
  {
    rule: 'decided-with-time',
    codec: execution,
    recordType: 'artifact',
    kept: { ...artifact, status: 'approved', reviewedAt: at },
    broken: { ...artifact, status: 'approved' },
  },
  {
    rule: 'belongs-to-work',
    codec: execution,
    recordType: 'assistant_job',
    kept: { ...job, cardId: 'c-1' },
    broken: job,
  },
  {
    rule: 'only-tensions-are-resolved',
    codec: encrypted,
    recordType: 'ref',
    kept: { ...ref, ref_type: 'resolve', target_type: 'T', target_id: 'T0002' },
    broken: { ...ref, ref_type: 'resolve' },
  },
  {
    rule: 'refined-into-the-same-kind',
    codec: encrypted,
    recordType: 'ref',
    kept: { ...ref, ref_type: 'refine' },
    broken: { ...ref, ref_type: 'refine', target_type: 'R', target_id: 'R0001' },
  },
  {
    rule: 'source-type-of-source-id',
    codec: encrypted,
    recordType: 'ref',
    kept: ref,
    broken: { ...ref, source_id: 'R0101' },
  },
];

/** A record with every attribute, as the generator makes it, with some of them changed and some taken away. */
function completeRecord(codec: Codec, recordType: string, changes: JsonObject, without: readonly string[]): JsonObject {
  const [items] = generateVectors(codec, [recordTypeOf(codec, recordType)]);
  const [vector] = items?.kind === 'items' ? items.vectors : [];
  if (vector === undefined) throw new TypeError(`no vector of ${recordType}`);
  const record = { ...vector.record, ...changes };
  return Object.fromEntries(Object.entries(record).filter(([name]) => !without.includes(name)));
}

type Change = {
  readonly rule: string;
  readonly codec: Codec;
  readonly recordType: string;
  /** What makes the rule apply, in a record that keeps it. */
  readonly changes: JsonObject;
  /** Attributes without which, or values with which, it is broken. */
  readonly without?: readonly string[];
  readonly to?: JsonObject;
};

const proof = (type: string): JsonObject => ({ status: 'done', proofRequirement: { type, required: true } });

const changes: readonly Change[] = [
  {
    rule: 'done-with-a-comment',
    codec: execution,
    recordType: 'task',
    changes: proof('comment'),
    without: ['comment'],
  },
  {
    rule: 'done-with-a-status',
    codec: execution,
    recordType: 'task',
    changes: proof('external-status'),
    without: ['externalStatus'],
  },
  {
    rule: 'retired-with-a-reason',
    codec: execution,
    recordType: 'task',
    changes: { status: 'todo' },
    without: ['templateRetiredReason'],
  },
  {
    rule: 'summary-or-change',
    codec: execution,
    recordType: 'audit_event',
    changes: {},
    without: ['summary', 'after'],
  },
  {
    rule: 'duplicate-of-something',
    codec: execution,
    recordType: 'intake_item',
    changes: { status: 'duplicate' },
    without: ['resolutionReason'],
  },
  {
    rule: 'revoked-by-somebody',
    codec: execution,
    recordType: 'identity_binding',
    changes: { status: 'revoked' },
    without: ['revokedBy'],
  },
  {
    rule: 'deleted-at-a-time',
    codec: execution,
    recordType: 'conversation',
    changes: { status: 'deleted' },
    without: ['deletedAt'],
  },
  {
    rule: 'payload-or-reference',
    codec: execution,
    recordType: 'conversation_event',
    changes: {},
    without: ['payload', 'payloadRef'],
  },
  {
    rule: 'forwards',
    codec: execution,
    recordType: 'summary_checkpoint',
    changes: { fromSequence: '9', throughSequence: '10' },
    to: { throughSequence: '8' },
  },
  {
    rule: 'target-type-of-target-id',
    codec: encrypted,
    recordType: 'ref',
    changes: ref,
    to: { target_id: 'T0001' },
  },
];

it.each(changes)(
  '$recordType: $rule, in a complete record',
  ({ rule, codec, recordType, changes: made, without, to }) => {
    expect(codec.encode(recordType, completeRecord(codec, recordType, made, []))).toMatchObject({ ok: true });
    const refused = codec.encode(recordType, completeRecord(codec, recordType, { ...made, ...to }, without ?? []));
    expect(refused).toMatchObject({ ok: false, error: { class: 'invalid-record', rule: 'rule' } });
    expect(refused.ok ? '' : refused.error.message).toContain(rule);
  },
);

it('every rule of every contract has a case', () => {
  const tested = new Set([...cases, ...changes].map(({ recordType, rule }) => `${recordType}/${rule}`));
  const all = contracts.flatMap((name) =>
    (compileContract(name).model?.recordTypes ?? []).flatMap((recordType) =>
      recordType.rules.map((rule) => `${recordType.name}/${rule.name}`),
    ),
  );
  expect(all.length).toBeGreaterThan(20);
  expect(all.filter((rule) => !tested.has(rule))).toEqual([]);
});

it.each(cases)('$recordType: $rule', ({ rule, codec, recordType, kept, broken }) => {
  expect(codec.encode(recordType, kept)).toMatchObject({ ok: true });
  const refused = codec.encode(recordType, broken);
  expect(refused).toMatchObject({ ok: false, error: { class: 'invalid-record', rule: 'rule' } });
  expect(refused.ok ? '' : refused.error.message).toContain(rule);
});
