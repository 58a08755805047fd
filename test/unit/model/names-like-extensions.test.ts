import { expect, it } from 'vitest';
import { compileSchema } from '../../../src/compile.ts';
import { generateVectors } from '../../../src/generate/vectors.ts';
import type { Model } from '../../../src/model/model.ts';
import { codecOf } from '../../support/codec.ts';
import { accepted, refusal } from '../../support/results.ts';
import { smallSchema } from '../../support/small.ts';

/** Every mapping whose keys are names that a user chooses, with a name that starts like an extension. */
const schema = `
name: requests
prefixes: { x-req: 'REQ#' }
parameters:
  x-id: { type: string, pattern: '[a-z]+', max_length: 8 }
  limit: { type: string, pattern: '[a-z]+', max_length: 8 }
tables:
  x-table:
    name: { template: 'things-{x-stage}', values: { x-stage: prod } }
    tags: { x-team: core }
    keys:
      primary: { partition_key: PK }
      x-index: { partition_key: x-gsi-pk }
record_types:
  x-request:
    pk_pattern: '{prefixes.x-req}{x-request-id}'
    indexes:
      x-index: { pk_pattern: '{x-state}', when: { x-state: ['on'] } }
    attributes:
      x-request-id: { parameter: x-id, required: true }
      x-state: { type: string, enum: ['on', 'off', x-other], transitions: { 'on': ['off'], 'off': [x-other], x-other: [] }, initial: ['on'] }
      x-off-since: { type: string, max_length: 8, present_when: { x-state: ['off'] } }
      x-{limit}: { type: integer, minimum: 0, maximum: 9 }
      map: { type: map, members: { x-inner: { type: string, max_length: 4, export_name: inner, required: true } } }
    rules:
      - if: { x-state: 'on' }
        then: { map: { present: true } }
      - assert: { x-state: { present: true } }
access_patterns:
  x-get:
    operation: query
    index: x-index
    returns: [x-request]
    partition: { x-state: { parameter: x-wanted } }
    parameters: { x-wanted: { type: string, enum: ['on', 'off'] } }
operations:
  x-close:
    record_type: x-request
    type: update
    condition: { x-state: 'on' }
    set: { x-state: 'off' }
`;

const codec = codecOf(schema);
const recordType = codec.model.recordTypes[0];

const seen: readonly (readonly [string, (model: Model) => unknown, unknown])[] = [
  ['a prefix', ({ prefixes }) => prefixes, { 'x-req': 'REQ#' }],
  ['a record type', ({ recordTypes }) => recordTypes.map(({ name }) => name), ['x-request']],
  ['a table', ({ tables }) => tables.map(({ name }) => name), ['x-table']],
  ['a tag', ({ tables }) => tables[0]?.tags, { 'x-team': 'core' }],
  ['an index', ({ tables }) => tables[0]?.keys.map(({ name }) => name), ['primary', 'x-index']],
  ['the key of an index', () => recordType?.keys.map(({ index }) => index.name), ['primary', 'x-index']],
  ['the condition of an index', () => recordType?.keys[1]?.when, [{ component: 'x-state', values: ['on'] }]],
  [
    'an attribute',
    () => recordType?.attributes.map(({ name }) => name),
    ['x-request-id', 'x-state', 'x-off-since', 'map'],
  ],
  ['a condition of presence', () => recordType?.attributes[2]?.presentWhen, { attribute: 'x-state', values: ['off'] }],
  ['a family', () => recordType?.families.map(({ name }) => name), ['x-{limit}']],
  [
    'a member',
    () =>
      recordType?.attributes
        .flatMap(({ type }) => (type.kind === 'struct' ? type.members : []))
        .map(({ name }) => name),
    ['x-inner'],
  ],
  ['a facet of a member', ({ design }) => design.attributes.map(({ path }) => path), ['x-state', 'map.x-inner']],
  [
    'the variable of a name',
    ({ design }) => design.tables[0]?.naming,
    { kind: 'template', template: 'things-{x-stage}', values: [{ name: 'x-stage', value: 'prod' }] },
  ],
  [
    'an access pattern and its parameter',
    ({ design }) => design.accessPatterns.map(({ name, parameters }) => [name, parameters.map((each) => each.name)]),
    [['x-get', ['x-wanted']]],
  ],
  [
    'the component of a partition',
    ({ design }) => design.accessPatterns[0]?.steps[0]?.partition,
    [{ component: 'x-state', value: { kind: 'parameter', name: 'x-wanted' } }],
  ],
  [
    'an operation and what it changes',
    ({ design }) => design.operations.map(({ name, steps }) => [name, steps[0]?.changes.map(({ path }) => path)]),
    [['x-close', ['x-state']]],
  ],
];

it.each(seen)('takes %s whose name starts with "x-"', (_, of, expected) => {
  expect(of(codec.model)).toEqual(expected);
});

const record = { 'x-request-id': 'ab', 'x-state': 'off', 'x-off-since': 'now', 'x-{limit}': { ab: '1' } };
const item = {
  PK: { S: 'REQ#ab' },
  'x-request-id': { S: 'ab' },
  'x-state': { S: 'off' },
  'x-off-since': { S: 'now' },
  'x-ab': { N: '1' },
};

it('encodes and decodes them', () => {
  expect(accepted(codec.encode('x-request', record))).toEqual(item);
  expect(accepted(codec.decode(item))).toMatchObject({ recordType: 'x-request', record });
});

it('holds records against their rules', () => {
  expect(refusal(codec.encode('x-request', { ...record, 'x-request-id': 'A' }))).toMatchObject({
    path: '/x-request-id',
  });
  expect(refusal(codec.encode('x-request', { 'x-request-id': 'ab' }))).toMatchObject({ rule: 'rule' });
  expect(refusal(codec.encode('x-request', { 'x-request-id': 'ab', 'x-state': 'on' }))).toMatchObject({ rule: 'rule' });
});

it('generates vectors about them', () => {
  const subjects = new Set(generateVectors(codec).flatMap(({ vectors }) => vectors.map(({ subject }) => subject)));
  for (const subject of ['/x-request-id', '/x-state', '/x-off-since', '/map/x-inner'])
    expect(subjects).toContain(subject);
});

const misplaced: readonly (readonly [string, string, string])[] = [
  [
    'attributes',
    smallSchema('x-owner: me'),
    'record_types.thing.attributes.x-owner: "x-owner" must be a mapping, and is "me"',
  ],
  [
    'record types',
    smallSchema('').replace('record_types:', 'record_types:\n  x-owner: me'),
    'record_types.x-owner: "x-owner" must be a mapping, and is "me"',
  ],
  [
    'parameters',
    smallSchema('').replace('parameters:', 'parameters:\n  x-owner: me'),
    'parameters.x-owner: "x-owner" must be a mapping, and is "me"',
  ],
  [
    'record types, with letters that no name has',
    smallSchema('').replace('record_types:', 'record_types:\n  x-größe: { pk_pattern: "X#{id}" }'),
    'record_types.x-größe: "x-größe" cannot be a name here',
  ],
  [
    'access patterns',
    smallSchema('', { top: 'access_patterns: { x-size!: { operation: scan } }' }),
    'access_patterns.x-size!: "x-size!" cannot be a name here',
  ],
];

it.each(misplaced)('takes no key of one’s own among %s', (_, text, expected) => {
  const { diagnostics } = compileSchema('schema.yaml', text);
  expect(diagnostics.map(({ path, message }) => `${path}: ${message}`)).toEqual([expected]);
});

it('leaves keys of one’s own alone beside the parameter of a partition', () => {
  const annotated = schema.replace('{ parameter: x-wanted }', '{ parameter: x-wanted, x-why: y }');
  expect(annotated).not.toBe(schema);
  expect(compileSchema('schema.yaml', annotated).model?.digest).toBe(codec.model.digest);
});

it('leaves keys of one’s own alone beside those of the language', () => {
  const plain = smallSchema('a: { type: string }', { thing: 'indexes: { by_x: { pk: x, sk: y } }' });
  const annotated = smallSchema('a: { type: string, x-a: 1 }', {
    top: 'x-top: [1]\nconventions: { x-b: 2 }',
    thing: 'x-thing: { attributes: me }\nindexes: { by_x: { pk: x, sk: y, x-c: 3 } }',
  });
  const [expected, found] = [plain, annotated].map((text) => compileSchema('schema.yaml', text));
  expect(found?.diagnostics).toEqual(expected?.diagnostics);
  expect(found?.model?.digest).toBe(expected?.model?.digest);
});
