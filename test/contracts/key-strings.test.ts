import { expect, it } from 'vitest';
import type { Codec } from '../../src/item/codec.ts';
import { codecOf, recordTypeOf } from '../support/codec.ts';
import { accepted, refusal } from '../support/results.ts';
import { contractText } from './support/contracts.ts';

const codecs: { readonly [contract: string]: Codec } = Object.fromEntries(
  ['dialogue/schema', 'dialogue/rfc-0058', 'document/schema'].map((name) => [name, codecOf(contractText(name), name)]),
);

type Example = {
  readonly contract: string;
  readonly recordType: string;
  readonly pk: string;
  readonly sk: string;
  readonly components: { readonly [name: string]: string };
};

/** The strings of the documents, as they are written there. */
const examples: readonly Example[] = [
  { contract: 'dialogue/schema', recordType: 'meta', pk: 'nvidia-dec', sk: 'META', components: {} },
  {
    contract: 'dialogue/schema',
    recordType: 'expert',
    pk: 'nvidia-dec',
    sk: 'EXPERT#muffin',
    components: { expert_slug: 'muffin' },
  },
  {
    contract: 'dialogue/schema',
    recordType: 'perspective',
    pk: 'nvidia-dec',
    sk: 'PERSP#0#muffin#1',
    components: { round: '0', expert_slug: 'muffin', seq: '1' },
  },
  {
    contract: 'dialogue/schema',
    recordType: 'tension',
    pk: 'nvidia-dec',
    sk: 'TENSION#T01',
    components: { tension_id: 'T01' },
  },
  {
    contract: 'dialogue/schema',
    recordType: 'tension_event',
    pk: 'nvidia-dec',
    sk: 'TEVENT#T01#1706900000',
    components: { tension_id: 'T01', occurred_at: '1706900000' },
  },
  { contract: 'document/schema', recordType: 'meta', pk: 'letemcook', sk: 'META', components: {} },
  {
    contract: 'document/schema',
    recordType: 'document',
    pk: 'letemcook',
    sk: 'DOC#rfc#0051',
    components: { doc_type: 'rfc', number: '51' },
  },
  {
    contract: 'document/schema',
    recordType: 'link',
    pk: 'letemcook',
    sk: 'LINK#0051#0050',
    components: { source: '51', target: '50' },
  },
  {
    contract: 'dialogue/rfc-0058',
    recordType: 'perspective',
    pk: 'dialogue#nvidia-analysis',
    sk: 'perspective#01#02',
    components: { round: '1', seq: '2' },
  },
  {
    contract: 'dialogue/rfc-0058',
    recordType: 'move',
    pk: 'dialogue#nvidia-analysis',
    sk: 'move#01#muffin#01',
    components: { round: '1', expert_slug: 'muffin', seq: '1' },
  },
  {
    contract: 'dialogue/rfc-0058',
    recordType: 'ref',
    pk: 'dialogue#nvidia-analysis',
    sk: 'ref#P0101#support#P0001',
    components: { source_id: 'P0101', ref_type: 'support', target_id: 'P0001' },
  },
  {
    contract: 'dialogue/rfc-0058',
    recordType: 'tension_event',
    pk: 'dialogue#nvidia-analysis',
    sk: 'event#tension#T0001#2026-02-03T10:20:00Z',
    components: { tension_id: 'T0001', created_at: '2026-02-03T10:20:00Z' },
  },
];

const owner = { 'dialogue/schema': 'dialogue_id', 'dialogue/rfc-0058': 'dialogue_id', 'document/schema': 'realm_id' };

/** Every component of the primary key, with that of the partition key, which is in front of all of these. */
function allComponents({ contract, pk, components }: Example): { readonly [name: string]: string } {
  return { [owner[contract as keyof typeof owner]]: pk.replace(/^dialogue#/, ''), ...components };
}

it.each(examples)('$contract builds $pk | $sk', (example) => {
  const { contract, recordType, pk, sk } = example;
  const built = accepted(codecOfContract(contract).primaryKey(recordType, allComponents(example)));
  expect(built).toEqual({ pk: { S: pk }, sk: { S: sk } });
});

it.each(examples)('$contract reads $pk | $sk back', (example) => {
  const { contract, recordType, pk, sk } = example;
  const codec = codecOfContract(contract);
  const key = { pk: { S: pk }, sk: { S: sk } };
  expect(accepted(codec.identify(key)).name).toBe(recordType);
  expect(accepted(codec.parseKey(recordType, 'primary', key))).toEqual(allComponents(example));
});

/** What the arrows of the documents lead to: the attributes of each item, beside its key. */
const attributes: readonly (readonly [string, string, readonly string[]])[] = [
  ['dialogue/schema', 'meta', ['title', 'status', 'created_at']],
  ['dialogue/schema', 'expert', ['role', 'tier', 'score']],
  ['dialogue/schema', 'perspective', ['label', 'content', 'status']],
  ['dialogue/schema', 'tension', ['description', 'status']],
  ['dialogue/schema', 'tension_event', ['event_type', 'actor', 'reason']],
  ['document/schema', 'meta', ['name', 'path']],
  ['document/schema', 'document', ['title', 'status', 'content']],
  ['document/schema', 'link', ['link_type']],
];

it.each(attributes)('%s: a %s has the attributes of the document, and no others', (contract, recordType, expected) => {
  const { attributes: found, families } = recordTypeOf(codecOfContract(contract), recordType);
  expect(found.map(({ name }) => name)).toEqual(expected);
  expect(families).toEqual([]);
});

it.each([
  ['a number without its padding', 'DOC#rfc#51'],
  ['a number with too much of it', 'DOC#rfc#00051'],
  ['a type of document that there is not', 'DOC#memo#0051'],
])('does not read %s', (_what, sk) => {
  const key = { pk: { S: 'letemcook' }, sk: { S: sk } };
  expect(refusal(codecOfContract('document/schema').parseKey('document', 'primary', key))).toMatchObject({
    class: 'invalid-key',
  });
});

it.each(['économie-2', 'данные-2', '東京', '२०२६'])('a dialogue may be called "%s"', (slug) => {
  const built = codecOfContract('dialogue/rfc-0058').primaryKey('meta', { dialogue_id: slug });
  expect(accepted(built)).toEqual({ pk: { S: `dialogue#${slug}` }, sk: { S: 'meta' } });
});

it.each(['é--2', '-é', 'é 2', 'a＃b', 'a—b', 'É!'])('no slug is "%s"', (slug) => {
  const built = codecOfContract('dialogue/rfc-0058').primaryKey('meta', { dialogue_id: slug });
  expect(refusal(built)).toMatchObject({ path: '/dialogue_id', rule: 'pattern' });
});

function codecOfContract(name: string): Codec {
  const codec = codecs[name];
  if (codec === undefined) throw new TypeError(`no codec for ${name}`);
  return codec;
}
