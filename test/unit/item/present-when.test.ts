import { expect, it } from 'vitest';
import { refusal } from '../../support/results.ts';
import { smallCodec } from '../../support/small.ts';

const invalidRecord = (rule: string, path: string): object => ({ class: 'invalid-record', rule, path });
const invalidItem = (rule: string, path: string): object => ({ class: 'invalid-item', rule, path });
const key = { PK: { S: 'T#x' } };

const conditional =
  'status: { type: string, enum: [on, off], required: true, default: on }\nsince: { type: string, present_when: { status: [off] } }';

it.each([
  ['absent, as it must be', { status: 'on' }, 'accepted'],
  ['absent under the default', {}, 'accepted'],
  ['present, as it must be', { status: 'off', since: 's' }, 'accepted'],
  ['present and forbidden', { status: 'on', since: 's' }, invalidRecord('present-when', '/since')],
  ['present under the default', { since: 's' }, invalidRecord('present-when', '/since')],
  ['missing', { status: 'off' }, invalidRecord('present-when', '/since')],
])('writes an attribute that is %s', (_what, record, expected) => {
  expect(refusal(smallCodec(conditional).encode('thing', { id: 'x', ...record }))).toEqual(expected);
});

it.each([
  ['absent, as it must be', { status: { S: 'on' } }, 'accepted'],
  ['absent under the default', {}, 'accepted'],
  ['present, as it must be', { status: { S: 'off' }, since: { S: 's' } }, 'accepted'],
  ['present and forbidden', { status: { S: 'on' }, since: { S: 's' } }, invalidItem('present-when', '/since')],
  ['present under the default', { since: { S: 's' } }, invalidItem('present-when', '/since')],
  ['missing', { status: { S: 'off' } }, invalidItem('present-when', '/since')],
])('reads an attribute that is %s', (_what, attributes, expected) => {
  expect(refusal(smallCodec(conditional).decode({ ...key, ...attributes }, 'thing'))).toEqual(expected);
});

it('judges a condition that is NULL as a reader does', () => {
  const codec = smallCodec('f: { type: boolean, nullable: true }\na: { type: string, present_when: { f: [true] } }');
  expect(refusal(codec.encode('thing', { id: 'x', f: null, a: 's' }))).toEqual(invalidRecord('present-when', '/a'));
  expect(refusal(codec.encode('thing', { id: 'x', f: null }))).toBe('accepted');
  expect(refusal(codec.decode({ ...key, f: { NULL: true } }, 'thing'))).toBe('accepted');
});

it('does not care in which order the schema lists an attribute and its condition', () => {
  const [status = '', since = ''] = conditional.split('\n');
  const codec = smallCodec(`${since}\n${status}`);
  expect(refusal(codec.encode('thing', { id: 'x', status: 'off', since: 's' }))).toBe('accepted');
});
