import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Omission } from '../../../src/generate/omission.ts';
import { compileWhyNotItsFault } from '../../../src/generate/one-fault.ts';
import { completeRecord, withMember } from '../../../src/generate/record.ts';
import { generateVectors } from '../../../src/generate/vectors.ts';
import type { Refusal } from '../../../src/item/codec.ts';
import { refusalOf } from '../../../src/vector/refusal.ts';
import type { RefusalVector } from '../../../src/vector/vector.ts';
import { codecOf, readText } from '../../support/codec.ts';
import { smallCodec } from '../../support/small.ts';

const schemas = [
  'test/support/every-type.yaml',
  ...readdirSync('schema/domains').map((name) => `schema/domains/${name}/schema.yaml`),
];

/** The refusals of a schema, and what the generator leaves out for another fault. */
function refusalsOf(schema: string): {
  readonly vectors: readonly RefusalVector[];
  readonly faulty: readonly string[];
} {
  const omissions: Omission[] = [];
  const codec = codecOf(readText(schema));
  const files = generateVectors(codec, undefined, undefined, (omission) => omissions.push(omission));
  return {
    vectors: files.flatMap((file) => (file.kind === 'refusals' ? file.vectors : [])),
    faulty: omissions.flatMap(({ subject, reason }) => (/fault/.test(reason) ? [`${subject}: ${reason}`] : [])),
  };
}

/** The names of a subject or a path that both have: not the index, not the members of families, not the items of lists. */
function isWithin(vector: RefusalVector): boolean {
  const { op, scenario, subject = '', error } = vector;
  const names = subject.split('/').slice(op === 'key.parse' || scenario === 'foreign-key' ? 2 : 1);
  const found = error.path.split('/').slice(1);
  return names.every((name, index) => name.includes('{') || name === '*' || found[index] === name);
}

/** What these are about is in other places: a rule in the whole record, a group in another family, a family in an attribute. */
const elsewhere = new Set(['rule-broken', 'uneven-group']);

it.each(schemas)('every refusal of %s is about its subject', (schema) => {
  const { vectors, faulty } = refusalsOf(schema);
  expect(vectors.length).toBeGreaterThan(100);
  expect(faulty).toEqual([]);
  const off = vectors.filter((vector) => !elsewhere.has(vector.scenario ?? '') && !isWithin(vector));
  expect(off.map(({ id, error }) => `${id}: ${error.path}`)).toEqual([]);
  const presence = vectors.filter(
    ({ error, scenario }) => (error.rule === 'present-when') !== (scenario === 'condition-broken'),
  );
  expect(presence.map(({ id, error }) => `${id}: ${error.rule}`)).toEqual([]);
});

const dependent = smallCodec(`status: { type: string, enum: [open, shipped], required: true, default: open }
shipped_at: { type: timestamp, format: iso-seconds, present_when: { status: [shipped] } }`);
const [thing] = dependent.model.recordTypes;
if (thing === undefined) throw new TypeError('the schema has a record type');
const open = completeRecord(thing);

/** The draft of a vector about `shipped_at`, and what the codec says to it. */
function explain(base: typeof open, record: typeof open): string | undefined {
  if (thing === undefined) return 'no record type';
  const input = { op: 'item.encode', record } as const;
  const described = { slug: 'x', description: 'x', hazards: [], subject: '/shipped_at' };
  const refusal = refusalOf(dependent, thing.name, input) as Refusal;
  return compileWhyNotItsFault(dependent, thing)({ ...described, ...input, scenario: 'no-such-date', base }, refusal);
}

it('a fault of an attribute is in a record that has the attribute', () => {
  const vectors = generateVectors(dependent).flatMap((file) => (file.kind === 'refusals' ? file.vectors : []));
  const about = vectors.filter(({ subject, scenario }) => subject === '/shipped_at' && scenario !== 'condition-broken');
  expect(new Set(about.map(({ op }) => op))).toEqual(new Set(['item.encode', 'item.decode']));
  expect(about.filter((vector) => !JSON.stringify(vector).includes('"shipped"')).map(({ id }) => id)).toEqual([]);
});

it('a draft with a second fault is left out, and one with its own is kept', () => {
  const shipped = withMember(withMember(open, 'status', 'shipped'), 'shipped_at', '2024-01-02T03:04:05Z');
  const wrong = '2023-02-29T00:00:00Z';
  expect(explain(shipped, withMember(shipped, 'shipped_at', wrong))).toBeUndefined();
  expect(explain(open, withMember(open, 'shipped_at', wrong))).toMatch(
    /^refused for another fault: .*\[present-when]$/,
  );
  expect(explain(shipped, withMember(shipped, 'status', 'lost'))).toMatch(/^refused for another fault: .*\[enum]$/);
  const broken = withMember(shipped, 'status', 'lost');
  expect(explain(broken, withMember(broken, 'shipped_at', wrong))).toMatch(
    /^without its fault it is refused as well: /,
  );
});
