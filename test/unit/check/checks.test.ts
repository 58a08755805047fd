import { expect, it } from 'vitest';
import type { Answer } from '../../../src/check/answer.ts';
import {
  type Allowances,
  checkItemDecode,
  checkItemEncode,
  checkKeyBuild,
  checkKeyParse,
  checkRawPut,
  checkRead,
  checkRefusal,
  checkSentKey,
  meaningOf,
} from '../../../src/check/checks.ts';
import type { Judgement } from '../../../src/check/problem.ts';
import { checkIds, checks, operations } from '../../../src/check/registry.ts';
import { recordTypeOf } from '../../support/codec.ts';
import { rateLimits as codec } from '../../support/schemas.ts';
import { error, itemVector, ok, readVector, refusalVector } from '../../support/vectors.ts';

const nothingSpecial: Allowances = { generated: [], notRead: [] };
const meta = recordTypeOf(codec, 'entity_meta');
const vector = itemVector(codec, 'entity_meta', 'one', {
  namespace_id: '_',
  entity_id: 'u',
  parent_id: 'p',
  created_at: '2024-01-02T03:04:05Z',
});
const { item, keys } = vector;
const read = vector.read ?? vector.record;

/** Answers that are wrong for every check that wants an answer, and what each is. */
const trouble: readonly (readonly [Answer, string])[] = [
  [error('invalid-record'), 'refused: refused with invalid-record: because'],
  [error('not-found'), 'refused: refused with not-found: because'],
  [error('internal'), 'internal: something unexpected happened: because'],
  [{ kind: 'unsupported', reason: 'never' }, 'unsupported: declared as supported, and answered: never'],
  [{ kind: 'crashed', detail: 'exit 1' }, 'crashed: exit 1'],
  [{ kind: 'timeout', detail: '10 s' }, 'timeout: 10 s'],
  [{ kind: 'protocol-violation', detail: 'no JSON' }, 'protocol-violation: no JSON'],
];

function verdict(judgement: Judgement): string {
  if (judgement.passed) return 'passed';
  const { kind, path, message } = judgement.problem;
  return `${kind}${path.length > 0 ? ` at ${path.join('.')}` : ''}: ${message}`;
}

const wants: readonly (readonly [string, (answer: Answer) => Judgement])[] = [
  ['key-build', (answer) => checkKeyBuild(vector, answer)],
  ['key-parse', (answer) => checkKeyParse(codec, meta, 'gsi1', keys['gsi1'] ?? {}, answer)],
  ['item-encode', (answer) => checkItemEncode(codec, meta, vector, answer, nothingSpecial)],
  ['item-decode', (answer) => checkItemDecode(meta, vector, answer, nothingSpecial)],
  ['raw-put', (answer) => checkRawPut(codec, meta, vector, answer, item, nothingSpecial)],
  ['read-back', (answer) => checkRead(meta, meaningOf(codec, meta, item), answer, nothingSpecial)],
];

it.each(
  wants.flatMap(([name, check]) => trouble.map(([answer, expected]) => [name, answer, check, expected] as const)),
)('%s passes no answer like %o', (_name, answer, check, expected) => {
  expect(verdict(check(answer))).toBe(expected);
});

it.each<[string, Answer, string]>([
  ['the keys', ok({ keys }), 'passed'],
  ['the keys in another order', ok({ keys: Object.fromEntries(Object.entries(keys).reverse()) }), 'passed'],
  ['no keys', ok({}), 'wrong: the answer has no "keys": it is empty'],
  ['another member', ok({ key: keys }), 'wrong: the answer has no "keys": it has "key"'],
  ['an index too few', ok({ keys: { ...keys, gsi1: undefined } }), 'wrong at gsi1: "gsi1" is missing'],
  ['an index too many', ok({ keys: { ...keys, gsi2: {} } }), 'wrong at gsi2: "gsi2" is there, and should not be'],
  [
    'another case',
    ok({ keys: { ...keys, primary: { PK: { S: '_/entity#u' }, SK: { S: '#META' } } } }),
    'wrong at primary.PK.S: "primary.PK.S" differs',
  ],
  [
    'text instead of DynamoDB JSON',
    ok({ keys: { ...keys, primary: { PK: '_/ENTITY#u', SK: '#META' } } }),
    'wrong at primary.PK: "primary.PK" differs',
  ],
])('judges built keys: %s', (_what, answer, expected) => {
  expect(verdict(checkKeyBuild(vector, answer))).toBe(expected);
});

it.each<[string, Answer, string]>([
  ['the components', ok({ components: { namespace_id: '_', parent_id: 'p', entity_id: 'u' } }), 'passed'],
  [
    'a component too few',
    ok({ components: { namespace_id: '_', parent_id: 'p' } }),
    'wrong at entity_id: "entity_id" is missing',
  ],
  [
    'another component',
    ok({ components: { namespace_id: '_', parent_id: 'u', entity_id: 'p' } }),
    'wrong at parent_id: "parent_id" differs',
  ],
  ['no components', ok({}), 'wrong: the answer has no "components": it is empty'],
])('judges parsed keys: %s', (_what, answer, expected) => {
  expect(verdict(checkKeyParse(codec, meta, 'gsi1', keys['gsi1'] ?? {}, answer))).toBe(expected);
});

it('does not judge by a key that cannot be parsed', () => {
  expect(() => checkKeyParse(codec, meta, 'gsi1', { GSI1PK: { S: 'x' } }, ok({}))).toThrow(
    'the key of entity_meta in gsi1 cannot be parsed',
  );
});

it.each<[string, unknown, Partial<Allowances>, string]>([
  ['the item', item, {}, 'passed'],
  [
    'an item without an attribute',
    { ...item, cascade: undefined },
    {},
    'wrong at cascade: no DynamoDB JSON: /cascade: expected DynamoDB JSON, for example {"S":"text"}, and found nothing',
  ],
  ['an item with another value', { ...item, name: { S: 'x' } }, {}, 'wrong at name.S: "name.S" differs'],
  [
    'an item with more attributes',
    { ...item, extra: { S: 'x' } },
    {},
    'wrong at extra: "extra" is there, and should not be',
  ],
  ['no item', undefined, {}, 'wrong: the answer has no "item": it is empty'],
  [
    'another time of its own',
    { ...item, created_at: { S: '2025-01-01T00:00:00Z' } },
    { generated: ['created_at'] },
    'passed',
  ],
  [
    'another time that is not its own',
    { ...item, created_at: { S: '2025-01-01T00:00:00Z' } },
    {},
    'wrong at created_at.S: "created_at.S" differs',
  ],
  [
    'no time of its own',
    Object.fromEntries(Object.entries(item).filter(([name]) => name !== 'created_at')),
    { generated: ['created_at'] },
    'wrong at created_at: "created_at" is missing',
  ],
  [
    'a time of its own that is none',
    { ...item, created_at: { S: 'now' } },
    { generated: ['created_at'] },
    'wrong at created_at: /created_at: expected a timestamp of format iso-seconds, and found "now"',
  ],
  [
    'a time of its own, and another mistake',
    { ...item, created_at: { S: '2025-01-01T00:00:00Z' }, name: { S: 'x' } },
    { generated: ['created_at'] },
    'wrong at name.S: "name.S" differs',
  ],
])('judges a written item: %s', (_what, written, allowances, expected) => {
  const allowed = { ...nothingSpecial, ...allowances };
  expect(
    verdict(checkItemEncode(codec, meta, vector, ok(written === undefined ? {} : { item: written }), allowed)),
  ).toBe(expected);
  if (written !== undefined)
    expect(verdict(checkRawPut(codec, meta, vector, ok({}), written as typeof item, allowed))).toBe(expected);
});

it('does not pass a put that stores nothing', () => {
  expect(verdict(checkRawPut(codec, meta, vector, ok({}), undefined, nothingSpecial))).toBe(
    'wrong: the store has no item with this key',
  );
});

it('sees in what is sent that an item that is not there was written under another key', () => {
  expect(verdict(checkSentKey(vector, item))).toBe('passed');
  for (const sent of [
    { ...item, PK: { S: 'elsewhere' } },
    { ...item, PK: { N: '1' } },
  ])
    expect(verdict(checkSentKey(vector, sent))).toBe(
      'wrong at PK: the store has no item with this key; it is sent under another one, in which "PK" differs',
    );
  const { SK: _SK, ...without } = item;
  expect(verdict(checkSentKey(vector, without as typeof item))).toContain('in which "SK" differs');
});

it.each<[string, unknown, Partial<Allowances>, string]>([
  ['the record with its defaults', read, {}, 'passed'],
  ['the record without its defaults', vector.record, {}, 'wrong at name: "name" is missing'],
  ['NULL instead of a value', { ...read, parent_id: null }, {}, 'wrong at parent_id: "parent_id" differs'],
  ['nothing', undefined, {}, 'wrong: the answer has no "record": it is empty'],
  ['what the reader does not return', { ...read, name: undefined }, { notRead: ['name'] }, 'passed'],
  [
    'something else that it does not return',
    vector.record,
    { notRead: ['name'] },
    'wrong at cascade: "cascade" is missing',
  ],
])('judges a record: %s', (_what, record, allowances, expected) => {
  const answer = ok(JSON.parse(JSON.stringify({ record })));
  const allowed = { ...nothingSpecial, ...allowances };
  expect(verdict(checkItemDecode(meta, vector, answer, allowed))).toBe(expected);
  expect(verdict(checkRead(meta, meaningOf(codec, meta, item), answer, allowed))).toBe(expected);
});

it('judges a read vector by its record, and a stored item by what it means', () => {
  const { cascade: _cascade, ...older } = item;
  const reading = readVector(codec, 'entity_meta', 'older', older);
  expect(verdict(checkItemDecode(meta, reading, ok({ record: read }), nothingSpecial))).toBe('passed');
  const later = { ...item, created_at: { S: '2025-01-01T00:00:00Z' } };
  expect(verdict(checkRead(meta, meaningOf(codec, meta, later), ok({ record: read }), nothingSpecial))).toBe(
    'wrong at created_at: "created_at" differs',
  );
  expect(() => meaningOf(codec, meta, { PK: { S: 'x' } })).toThrow('an item that passed raw-put cannot be decoded');
});

const refused = refusalVector(codec, 'entity_meta', 'bad', {
  op: 'item.encode',
  record: { ...vector.record, name: 5 },
});

it.each<[string, Answer, string]>(
  [
    ['the right class', error('invalid-record'), 'passed'],
    ['another class', error('invalid-item'), 'wrong-class: refused with invalid-item'],
    ['an accident', error('internal'), 'internal: something unexpected happened: because'],
    ['acceptance', ok({ item }), 'accepted at name: accepted, though a mistake'],
    ...trouble.slice(3),
  ].map((each) => (each.length === 2 ? ['trouble', ...each] : each) as [string, Answer, string]),
)('judges a refusal: %s', (_what, answer, expected) => {
  expect(verdict(checkRefusal(refused, answer))).toBe(expected);
});

it('shows what was expected, and what came instead', () => {
  const wrong = checkItemEncode(codec, meta, vector, ok({ item: { ...item, name: { S: 'x' } } }), nothingSpecial);
  expect(wrong.passed ? undefined : [wrong.problem.expected, wrong.problem.actual]).toEqual(['u', 'x']);
  const accepted = checkRefusal(refused, ok({ item: {} }));
  expect(accepted.passed ? undefined : [accepted.problem.expected, accepted.problem.actual]).toEqual([
    'invalid-record',
    { item: {} },
  ]);
});

it('needs for every check an operation that there is', () => {
  expect(checkIds.filter((id) => !operations.includes(checks[id].op))).toEqual([]);
  expect(checkIds.filter((id) => checks[id].store)).toEqual(['raw-put', 'read-back', 'cross-read']);
});
