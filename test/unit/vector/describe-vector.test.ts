import { expect, it } from 'vitest';
import { describeVector } from '../../../src/vector/describe-vector.ts';
import { smallCodec } from '../../support/small.ts';
import { itemVector, readVector, refusalVector } from '../../support/vectors.ts';

const codec = smallCodec('a: { type: integer, maximum: 9, default: 1, default_on: read }\nlonger: { type: string }');

it('shows a record, its keys, its item, and what is read', () => {
  const vector = {
    ...itemVector(codec, 'thing', 'one', { id: 'x', longer: 'é' }),
    hazards: ['set-order', 'attr-typo'],
  };
  expect(describeVector('items', vector)).toEqual([
    'thing/one (items)',
    'a record',
    'shows: all-attributes',
    'finds: set-order, attr-typo',
    '',
    'record',
    '  id      "x"',
    '  longer  "é"',
    '',
    'keys',
    '  primary',
    '    PK  {"S":"T#x"}',
    '',
    'item',
    '  PK      {"S":"T#x"}',
    '  longer  {"S":"é"}',
    '',
    'read as',
    '  id      "x"',
    '  a       "1"',
    '  longer  "é"',
  ]);
});

it('shows an item with what is read, and no keys', () => {
  const lines = describeVector('reads', readVector(codec, 'thing', 'old', { PK: { S: 'T#x' } }));
  expect(lines).toEqual([
    'thing/old (reads)',
    'an item',
    'shows: all-attributes',
    '',
    'record',
    '  id  "x"',
    '  a   "1"',
    '',
    'item',
    '  PK  {"S":"T#x"}',
  ]);
});

it('shows what is refused, and why', () => {
  const key = refusalVector(codec, 'thing', 'key', { op: 'key.parse', index: 'primary', key: { PK: { S: 'x' } } });
  expect(describeVector('refusals', key).slice(3)).toEqual([
    `key.parse refuses it: invalid-key at ${key.error.path} [${key.error.rule}]`,
    '',
    'key of primary',
    '  PK  {"S":"x"}',
  ]);
});

it('shows what a terminal would obey as an escape', () => {
  const vector = itemVector(codec, 'thing', 'one', { id: 'x', longer: '\u001b[2J\u202e\u{e0041}' });
  expect(describeVector('items', vector).join('\n')).toContain('"\\u001b[2J\\u202e\\udb40\\udc41"');
});
