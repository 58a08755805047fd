import { expect, it } from 'vitest';
import { applicableScenarios } from '../../../src/generate/coverage/applicable.ts';
import { shownScenarios } from '../../../src/generate/coverage/shown.ts';
import type { Omission } from '../../../src/generate/omission.ts';
import { generateVectors } from '../../../src/generate/vectors.ts';
import type { Codec } from '../../../src/item/codec.ts';
import type { AnyVector, VectorFile } from '../../../src/vector/vector.ts';
import { codecOf } from '../../support/codec.ts';

// Indexes in which the ordinary record is not: another value of an attribute brings an item there.

/** @param states in the order of the schema, so that the first of them is the ordinary one */
function jobs(states: string, rest = ''): Codec {
  return codecOf(`
table:
  name: jobs
  keys:
    primary: { partition_key: PK }
    by_state: { partition_key: GSI1PK, sort_key: { name: GSI1SK, type: N } }
    by_owner: { partition_key: GSI2PK, sort_key: GSI2SK }
record_types:
  job:
    pk_pattern: 'JOB#{id}'
    indexes:
      by_state: { when: { state: [flagged, held] }, pk_pattern: 'STATE#{state}', sk_pattern: '{score}' }
      by_owner: { when: { open: true, state: open }, pk_pattern: 'OWNER#{owner}', sk_pattern: '{id}' }
    attributes:
      id: { type: string, pattern: '[a-z]{1,8}', required: true }
      state: { type: string, enum: [${states}], required: true }
      open: { type: boolean, required: true }
      score: { type: integer, minimum: -100, maximum: 100, required: true }
      owner: { type: string, pattern: '[a-z#]{1,8}', required: true }
${rest}
`);
}

/** How many vectors of a kind are about an index, by what they are there for. */
function about(files: readonly VectorFile[], index: string): { readonly [what: string]: number } {
  const counts: { [what: string]: number } = {};
  const count = (what: string, vectors: readonly AnyVector[], isAbout: (vector: AnyVector) => boolean): void => {
    counts[what] = vectors.filter(isAbout).length;
  };
  const vectors = files.flatMap((file): readonly AnyVector[] => file.vectors);
  count('order', vectors, (vector) => 'entries' in vector && vector.index === index);
  count('parse', vectors, (vector) => 'error' in vector && vector.op === 'key.parse' && vector.index === index);
  count('keys', vectors, (vector) => 'keys' in vector && Object.hasOwn(vector.keys, index));
  return counts;
}

it.each([
  ['by_state', 'held, open, flagged', 'open, flagged, held'],
  ['by_owner', 'open, flagged, held', 'held, open, flagged'],
])(
  'an index has as many vectors of each kind whether or not the ordinary record is in it: %s',
  (index, inside, outside) => {
    const [ordinary, other] = [inside, outside].map((states) => about(generateVectors(jobs(states)), index));
    expect(ordinary?.['order']).toBeGreaterThan(0);
    expect(ordinary?.['parse']).toBeGreaterThan(5);
    expect(other).toMatchObject({ order: ordinary?.['order'], parse: ordinary?.['parse'] });
    expect(other?.['keys']).toBeGreaterThan(5);
  },
);

it('shows the edges of a component in the index that alone is made of it', () => {
  const files = generateVectors(jobs('open, flagged, held'));
  const scores = files
    .flatMap((file) => (file.kind === 'items' || file.kind === 'keys' ? file.vectors : []))
    .flatMap(({ keys }) => keys['by_state']?.['GSI1SK'] ?? []);
  for (const N of ['-100', '-1', '9', '10', '100']) expect(scores).toContainEqual({ N });
});

it('refuses to build a key of an index from what only its pattern refuses', () => {
  const codec = codecOf(`
table:
  name: jobs
  keys:
    primary: { partition_key: PK }
    by_owner: { partition_key: GSI2PK, sort_key: GSI2SK }
record_types:
  job:
    pk_pattern: 'JOB#{id}'
    indexes:
      by_owner: { when: { state: [held] }, pk_pattern: 'OWNER#{owner}#{state}', sk_pattern: '{id}' }
    attributes:
      id: { type: string, pattern: '[a-z]{1,8}', required: true }
      state: { type: string, enum: [open, held], required: true }
      owner: { type: string, pattern: '[a-z#]{1,8}', required: true }
`);
  const built = generateVectors(codec)
    .flatMap((file) => (file.kind === 'refusals' ? file.vectors : []))
    .filter((vector) => vector.op === 'key.build' && vector.error.path === '/owner');
  expect(built.map(({ id }) => id)).not.toEqual([]);
  for (const vector of built) expect(vector).toMatchObject({ record: { state: 'held' } });
});

it('leaves an index alone that a rule keeps every record out of', () => {
  const rule = '    rules:\n      - { name: open_only, if: { id: { present: true } }, then: { state: open } }';
  const files = generateVectors(jobs('open, flagged, held', rule));
  expect(about(files, 'by_state')).toEqual({ order: 0, parse: 0, keys: 0 });
  expect(about(files, 'by_owner')['order']).toBeGreaterThan(0);
});

it('coverage asks for the keys of an index, also where the ordinary record is not in it', () => {
  const codec = jobs('open, flagged, held');
  const [recordType] = codec.model.recordTypes;
  const files = generateVectors(codec);
  const wanted = recordType === undefined ? [] : applicableScenarios(recordType);
  expect(wanted).toContainEqual({ scenario: 'sort-order', subject: '/by_state/GSI1SK/score' });
  expect(wanted).toContainEqual({ scenario: 'missing-key-attribute', subject: '/by_state/GSI1PK' });
  const missing = (given: readonly VectorFile[]): readonly string[] =>
    shownScenarios(codec.model.recordTypes, given, []).flatMap((each) =>
      each.shown || !each.subject.startsWith('/by_state/') ? [] : [`${each.scenario} ${each.subject}`],
    );
  expect(missing(files)).toEqual([]);
  expect(missing(files.filter(({ kind }) => kind !== 'order'))).toEqual(['sort-order /by_state/GSI1SK/score']);
});

it('shows each value that the condition of an index names, also where the attribute may have others', () => {
  const codec = codecOf(`
table:
  name: wards
  keys:
    primary: { partition_key: PK }
    by_zone: { partition_key: GSI1PK }
record_types:
  bed:
    pk_pattern: 'BED#{id}'
    indexes:
      by_zone: { when: { zone: [north, south] }, pk_pattern: 'ZONE#{zone}' }
    attributes:
      id: { type: string, pattern: '[a-z]{1,8}', required: true }
      zone: { type: string, pattern: '[a-z]+', max_length: 9, required: true }
`);
  const files = generateVectors(codec);
  const keys = files
    .flatMap((file) => (file.kind === 'items' ? file.vectors : []))
    .map((vector) => vector.keys['by_zone']);
  for (const zone of ['north', 'south']) expect(keys).toContainEqual({ GSI1PK: { S: `ZONE#${zone}` } });
  const conditions = shownScenarios(codec.model.recordTypes, files, []).filter(
    ({ scenario }) => scenario === 'index-condition',
  );
  expect(conditions).toMatchObject([{ subject: '/zone', shown: true }]);
});

/** Orders of which those that were sent are in an index. The ordinary one was not. */
function orders(sentIndex: string): Codec {
  return codecOf(`
table:
  name: shop
  keys:
    primary: { partition_key: PK }
    by_sent: { partition_key: GSI1PK, sort_key: GSI1SK }
record_types:
  order:
    pk_pattern: 'ORDER#{id}'
    indexes:
      by_sent: { ${sentIndex} }
    attributes:
      id: { type: string, pattern: '[a-z]{1,8}', required: true }
      status: { type: string, enum: [open, sent], required: true, default: open }
      sent_at: { type: timestamp, format: iso-seconds, present_when: { status: [sent] } }
      carrier: { type: string, enum: [air, sea], present_when: { status: [sent] } }
`);
}

it.each([
  ['the presence of an attribute that depends on another one', 'when: sent_at, pk: SENT, sk_pattern: "{sent_at}#{id}"'],
  ['attributes of its key', 'on_missing: omit, pk_pattern: "{carrier}", sk_pattern: "{sent_at}#{id}"'],
])('brings a record into an index by %s', (_what, sentIndex) => {
  const codec = orders(sentIndex);
  const omissions: Omission[] = [];
  const files = generateVectors(codec, undefined, undefined, (each) => omissions.push(each));
  const { order = 0, parse = 0 } = about(files, 'by_sent');
  expect(order).toBeGreaterThan(0);
  expect(parse).toBeGreaterThan(10);
  const left = shownScenarios(codec.model.recordTypes, files, omissions).filter(({ shown }) => !shown);
  expect(left.filter(({ reason }) => reason === undefined)).toEqual([]);
});

it('notices a part of the key that is always the same, in an index in which the ordinary record is not', () => {
  const keys = generateVectors(orders('when: sent_at, pk: SENT, sk_pattern: "{sent_at}#{id}"')).flatMap((file) =>
    file.kind === 'keys' ? file.vectors : [],
  );
  const ids = keys.flatMap(({ keys: { by_sent: key }, record }) => (key === undefined ? [] : [record['id']]));
  expect(new Set(ids).size).toBeGreaterThan(1);
});
