import { expect, it } from 'vitest';
import { generateVectors } from '../../../src/generate/vectors.ts';
import type { Codec } from '../../../src/item/codec.ts';
import { coverageOf, isUncovered } from '../../../src/vector/coverage/coverage.ts';
import { coverageTable } from '../../../src/vector/coverage/table.ts';
import type { ItemVector, ReadVector, RefusalVector, VectorFile } from '../../../src/vector/vector.ts';
import { codecOf, readText } from '../../support/codec.ts';
import { everyType } from '../../support/schemas.ts';
import { smallCodec } from '../../support/small.ts';
import { itemVector, readVector, refusalVector } from '../../support/vectors.ts';

const codec = smallCodec(
  `
state: { type: string, enum: [open, shut], default: open }
note: { type: string }
address: { type: map, members: { city: { type: string, default: Rome }, kinds: { type: string_set, items: { type: string, enum: [home, work] } } } }
either: { type: union, variants: [{ type: integer }, { type: list, items: { type: boolean } }] }
again: { type: string, computed_from: 'AGAIN#{id}' }
b_{limit}_x: { type: integer }
`,
  {
    thing: `
indexes: { by_x: { pk_pattern: 'X#{note}', sk_pattern: '{id}', when: note } }
rules: [{ name: no-note-when-shut, if: { state: shut }, then: { note: { present: false } } }]`,
  },
);

function filesOf(
  of: Codec,
  {
    items = [],
    reads = [],
    refusals = [],
  }: {
    readonly items?: readonly ItemVector[];
    readonly reads?: readonly ReadVector[];
    readonly refusals?: readonly RefusalVector[];
  },
): readonly VectorFile[] {
  const head = { format: 1, schema: of.model.name, record_type: 'thing', digest: 'sha256:0' } as const;
  return [
    { ...head, kind: 'items', vectors: items },
    { ...head, kind: 'reads', vectors: reads },
    { ...head, kind: 'refusals', vectors: refusals },
  ];
}

/** What these vectors exercise: `kind name`, with the vectors that are accepted and refused. */
function exercised(vectors: Parameters<typeof filesOf>[1]): readonly string[] {
  return coverageOf(codec, filesOf(codec, vectors))
    .filter(({ accepted, refused }) => accepted + refused > 0)
    .map(({ kind, name, accepted, refused }) => `${kind} ${name}: ${accepted}+${refused}`);
}

const item = (record: Parameters<typeof itemVector>[3]): ItemVector => itemVector(codec, 'thing', 'one', record);
const minimal = [
  'attribute id: 1+0',
  'index primary: 1+0',
  'component primary PK {id}: 1+0',
  'computed again: 1+0',
  'component again {id}: 1+0',
];

it('lists every part of a record type, and none of them has a vector at first', () => {
  const parts = coverageOf(codec, []);
  expect(parts.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
    'attribute state',
    'default state (written)',
    'default state (read)',
    'enum state = open',
    'enum state = shut',
    'attribute note',
    'attribute address',
    'attribute address/city',
    'default address/city (written)',
    'default address/city (read)',
    'attribute address/kinds',
    'enum address/kinds/* = home',
    'enum address/kinds/* = work',
    'attribute either',
    'variant either (integer)',
    'variant either (list)',
    'attribute id',
    'family b_{limit}_x',
    'index primary',
    'component primary PK {id}',
    'index by_x',
    'component by_x XPK {note}',
    'component by_x XSK {id}',
    'computed again',
    'component again {id}',
    'rule no-note-when-shut',
  ]);
  expect(parts.every(({ accepted, refused }) => accepted + refused === 0)).toBe(true);
});

it('counts what a record and its item have, and defaults only where they are needed', () => {
  expect(exercised({ items: [item({ id: 'x' })] })).toEqual([
    'attribute state: 1+0',
    'default state (written): 1+0',
    'enum state = open: 1+0',
    ...minimal,
  ]);
  const given = exercised({ items: [item({ id: 'x', state: 'shut' })] });
  expect(given).toEqual(['attribute state: 1+0', 'enum state = shut: 1+0', ...minimal]);
});

it('counts what an item lacks and a reader supplies', () => {
  const read = readVector(codec, 'thing', 'old', { PK: { S: 'T#x' }, again: { S: 'AGAIN#x' }, address: { M: {} } });
  expect(exercised({ reads: [read] })).toEqual([
    'attribute state: 1+0',
    'default state (read): 1+0',
    'enum state = open: 1+0',
    'attribute address: 1+0',
    'attribute address/city: 1+0',
    'default address/city (read): 1+0',
    'attribute id: 1+0',
    'computed again: 1+0',
    'component again {id}: 1+0',
  ]);
});

it('looks into maps, sets, unions and families', () => {
  const record = { id: 'x', state: 'open', address: { kinds: ['work'] }, either: [true], 'b_{limit}_x': { rpm: '1' } };
  expect(exercised({ items: [item(record)] })).toEqual([
    'attribute state: 1+0',
    'enum state = open: 1+0',
    'attribute address: 1+0',
    'attribute address/city: 1+0',
    'default address/city (written): 1+0',
    'attribute address/kinds: 1+0',
    'enum address/kinds/* = work: 1+0',
    'attribute either: 1+0',
    'variant either (list): 1+0',
    'attribute id: 1+0',
    'family b_{limit}_x: 1+0',
    ...minimal.slice(1),
  ]);
});

it('counts an index where the record is in it', () => {
  const counted = exercised({ items: [item({ id: 'x', state: 'open', note: 'n' })] });
  expect(counted).toContain('index by_x: 1+0');
  expect(counted).toContain('component by_x XPK {note}: 1+0');
});

it('counts a refusal for what it names', () => {
  const refused = (input: Parameters<typeof refusalVector>[3]): readonly string[] =>
    exercised({ refusals: [refusalVector(codec, 'thing', 'no', input)] });
  expect(refused({ op: 'item.encode', record: { id: 'x', address: { city: true } } })).toEqual([
    'attribute address: 0+1',
    'attribute address/city: 0+1',
  ]);
  expect(refused({ op: 'item.encode', record: { id: 'x', 'b_{limit}_x': { rpm: 'x' } } })).toEqual([
    'family b_{limit}_x: 0+1',
  ]);
  expect(refused({ op: 'key.parse', index: 'primary', key: { PK: { S: 'T#' } } })).toEqual([
    'index primary: 0+1',
    'component primary PK {id}: 0+1',
  ]);
  expect(refused({ op: 'item.decode', item: { PK: { S: 'T#x' }, again: { S: 'x' } } })).toEqual([
    'computed again: 0+1',
  ]);
  expect(refused({ op: 'item.encode', record: { id: 'x', unknown: true } })).toEqual([]);
});

it('counts a rule only where somebody breaks it', () => {
  const kept = exercised({ items: [item({ id: 'x', state: 'shut' })] });
  expect(kept.filter((each) => each.startsWith('rule'))).toEqual([]);
  const input = { op: 'item.encode', record: { id: 'x', state: 'shut', note: 'n' } } as const;
  expect(exercised({ refusals: [refusalVector(codec, 'thing', 'no', input)] })).toEqual([
    'rule no-note-when-shut: 0+1',
  ]);
});

it('shows for each record type how many parts of each kind have vectors', () => {
  const counted = coverageOf(codec, filesOf(codec, { items: [item({ id: 'x' })] }));
  expect(coverageTable(counted)).toEqual([
    '       attribute  family  index  component  enum  default  rule  computed  variant',
    'thing        2/7     0/1    1/2        2/4   1/4      1/4   0/1       1/1      0/2',
  ]);
});

it('finds every part of a small schema in what is generated from it', () => {
  const without = coverageOf(codec, generateVectors(codec)).filter(({ accepted, refused }) => accepted + refused === 0);
  expect(without.map(({ kind, name }) => `${kind} ${name}`)).toEqual([]);
});

it.each(['bookstore', 'dialogue', 'document', 'rate-limits'])(
  'finds every part of %s in what is generated',
  (domain) => {
    const shipped = codecOf(readText(`schema/domains/${domain}/schema.yaml`));
    const without = coverageOf(shipped, generateVectors(shipped)).filter(isUncovered);
    expect(without.map(({ recordType, kind, name }) => `${recordType} ${kind} ${name}`)).toEqual([]);
  },
);

it('finds every type and key in what is generated', () => {
  const without = coverageOf(everyType, generateVectors(everyType)).filter(isUncovered);
  expect(without.map(({ recordType, kind, name }) => `${recordType} ${kind} ${name}`)).toEqual([]);
});
