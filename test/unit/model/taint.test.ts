import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { compileSchema } from '../../../src/compile.ts';
import { readText } from '../../support/codec.ts';
import { smallSchema } from '../../support/small.ts';

/** `code path` of everything that is said about a schema. */
function said(text: string): readonly string[] {
  return compileSchema('schema.yaml', text).diagnostics.map(({ code, path }) => `${code} ${path}`);
}

const thing = 'record_types.thing';

it('says faults of every kind at once, in the order of the file', () => {
  const text = smallSchema(
    `
a: { type: string, nulable: true }
b: { type: string, pattern: '[' }
c: { type: integer, minimum: 2, maximum: 1 }
d: &x { type: string }
e: { type: string, default: [] }
f: { type: integer, max_length: 1 }
`,
    { top: 'sectoin: 1.0.0' },
  );
  const faults = [
    `unknown-key ${thing}.attributes.a.nulable`,
    `pattern-invalid ${thing}.attributes.b.pattern`,
    `value-conflict ${thing}.attributes.c.minimum`,
    `yaml-alias ${thing}.attributes.d`,
    `default-invalid ${thing}.attributes.e`,
    `value-conflict ${thing}.attributes.f.max_length`,
  ];
  expect(said(text.replace('sectoin: 1.0.0', ''))).toEqual(faults);
  // Nothing builds on the section that this one is like.
  expect(said(text.replace('sectoin', 'versoin'))).toEqual(['unknown-key versoin', ...faults]);
  // One that is like no other may be what the rest refers to.
  expect(said(text)).toEqual([
    'unknown-key sectoin',
    `unknown-key ${thing}.attributes.a.nulable`,
    `yaml-alias ${thing}.attributes.d`,
  ]);
});

it.each([
  ['version', 'version: "1"', 'value-invalid version'],
  ['owner', 'owner: 5', 'wrong-type owner'],
  ['description', 'description: [a]', 'wrong-type description'],
])('says what is wrong with the record types where "%s" is wrong, too', (_section, top, first) => {
  expect(said(smallSchema('c: { type: integer, minimum: 2, maximum: 1 }', { top }))).toEqual([
    first,
    `value-conflict ${thing}.attributes.c.minimum`,
  ]);
});

it.each([
  [
    'an attribute in a key',
    smallSchema('b: { type: string, requird: true }').replace('T#{id}', 'T#{b}'),
    'unknown-key',
  ],
  [
    'a parameter of an attribute',
    smallSchema('b: { parameter: id }').replace('max_length: 40', 'max_lenght: 40'),
    'unknown-key',
  ],
  [
    'a parameter of a family',
    smallSchema('"b_{limit}": { type: integer, required_members: [x] }').replace("'[a-z_]+'", "'['"),
    'pattern-invalid',
  ],
  [
    'an attribute that another one depends on',
    smallSchema('s: { type: sting, enum: [a] }\nt: { type: string, present_when: { s: [b] } }'),
    'value-invalid',
  ],
  [
    'the keys of a table',
    smallSchema('', { thing: 'indexes: { by_x: { pk: x, sk: y } }' }).replace('sort_key', 'sort_kee'),
    'unknown-key',
  ],
  ['all record types', smallSchema('').replace('record_types:', 'record_typs:'), 'unknown-key'],
  ['an alias', smallSchema('b: *x').replace('T#{id}', 'T#{b}'), 'yaml-alias'],
  [
    'a value of another type',
    smallSchema('b: { type: string, enum: 5 }\nc: { type: string, default_from: b }'),
    'wrong-type',
  ],
  ['a value beyond numbers', smallSchema('b: { type: integer, minimum: .inf, default: 5 }'), 'value-invalid'],
])('says one thing about one fault, whatever builds on it: %s', (_what, text, code) => {
  expect(compileSchema('schema.yaml', text).diagnostics.map((each) => each.code)).toEqual([code]);
});

/** Two record types, and what reads and writes them. Each operation and the query have a mistake of their own. */
function around(attribute: string, written: string, { pattern = '', top = '' } = {}): string {
  return `
table: { name: things, keys: { primary: { partition_key: PK, sort_key: SK } } }
${top}
record_types:
  job:
    pk_pattern: "JOB#{id}"
    sk_pattern: "AT#{at}${pattern}"
    attributes:
      id: { type: string, max_length: 9, required: true }
      at: { type: timestamp, format: date, required: true }
      ${attribute}
  note:
    pk_pattern: "NOTE#{id}"
    sk: META
    attributes:
      id: { type: string, max_length: 9, required: true }
      state: { type: integer, maximum: 5 }
access_patterns:
  jobs: { operation: query, returns: [job], sort: { begins_with: "AT#2024-13" } }
  notes: { operation: query, returns: [note], sort: { equals: ATEM } }
operations:
  change: { record_type: job, type: update, set: ${written} }
  other: { record_type: note, type: update, set: { state: 6 } }
`;
}

const others = ['sort-mismatch access_patterns.notes.sort.equals', 'value-invalid operations.other.set.state'];
const query = 'sort-mismatch access_patterns.jobs.sort.begins_with';

it.each([
  ['its type', 'state: { type: strin }', '{ state: 5 }', 'value-invalid record_types.job.attributes.state.type'],
  [
    'a misspelt key',
    'state: { type: string, max_lenght: 3 }',
    '{ state: 5 }',
    'unknown-key record_types.job.attributes.state.max_lenght',
  ],
  [
    'its bounds',
    'state: { type: integer, minimum: 9, maximum: 1 }',
    '{ state: 5 }',
    'value-conflict record_types.job.attributes.state.minimum',
  ],
  [
    'its enumeration',
    'state: { type: string, enum: [a, a] }',
    '{ state: b }',
    'value-conflict record_types.job.attributes.state.enum[1]',
  ],
  [
    'its default',
    'state: { type: string, enum: [a, b], default: c }',
    '{ state: c }',
    'default-invalid record_types.job.attributes.state',
  ],
  [
    'its transitions',
    'state: { type: string, enum: [a, b], transitions: { a: [b], b: [c] }, initial: [a] }',
    '{ state: c }',
    'reference-unknown record_types.job.attributes.state.transitions.b[0]',
  ],
  [
    'a member of it',
    'state: { type: map, members: { a: { type: integer, minimum: 9, maximum: 1 } } }',
    '{ state.a: 5 }',
    'value-conflict record_types.job.attributes.state.members.a.minimum',
  ],
  [
    'its parameter',
    'state: { parameter: stat }',
    '{ state: 5 }',
    'reference-unknown record_types.job.attributes.state.parameter',
  ],
])(
  'says nothing of the value that an operation gives an attribute where %s is wrong',
  (_, attribute, written, first) => {
    expect(said(around(attribute, written))).toEqual([first, query, ...others]);
    // Without the fault it does.
    expect(said(around('state: { type: boolean }', '{ state: 5 }'))).toContain(
      'wrong-type operations.change.set.state',
    );
  },
);

it('says nothing of values of a parameter that is wrong', () => {
  const top = 'parameters: { level: { type: integer, minimum: 9, maximum: 1 } }';
  const fault = 'value-conflict parameters.level.minimum';
  expect(said(around('state: { parameter: level }', '{ state: 5 }', { top }))).toEqual([fault, others[1]]);
});

it('says nothing of a family that is wrong', () => {
  const top = "parameters: { limit: { type: string, pattern: '[a-z]+' } }";
  const family = '"b_{limit}": { type: integer, minimum: 9, maximum: 1 }';
  expect(said(around(family, '{ "b_{limit}.x": 5 }', { top }))).toEqual([
    'value-conflict record_types.job.attributes.b_{limit}.minimum',
    query,
    ...others,
  ]);
});

it('says nothing of a query for a key with a component that is wrong', () => {
  const attribute = 'state: { type: string, max_length: 3, min_length: 4, required: true }';
  expect(said(around(attribute, '{ at: x }', { pattern: '#{state}' }))).toEqual([
    'value-conflict record_types.job.attributes.state.min_length',
    ...others.slice(0, 1),
    'key-update operations.change.set.at',
    ...others.slice(1),
  ]);
});

it.each(['schema/domains/rate-limits/schema.yaml', 'test/support/every-type.yaml'])(
  '%s gives the same model as YAML and as JSON',
  (path) => {
    const text = readText(path);
    // Numbers of more digits than a double holds do not survive the parser of this test; there are none, or they are quoted.
    const json = JSON.stringify(parse(text, { intAsBigInt: true }) as unknown, (_key, value: unknown) =>
      typeof value === 'bigint' ? (Number.isSafeInteger(Number(value)) ? Number(value) : value.toString()) : value,
    );
    const [yaml, other] = [text, json].map((each) => compileSchema('schema.yaml', each).model);
    expect(other?.digest).toBe(yaml?.digest);
    expect(yaml?.digest).toMatch(/^sha256:[0-9a-f]{64}$/);
    const withoutPlaces = (value: unknown): unknown =>
      JSON.parse(JSON.stringify(value, (key, inner: unknown) => (key === 'at' ? undefined : inner)));
    expect(withoutPlaces(other)).toEqual(withoutPlaces(yaml));
  },
);

it('stays quick with the largest schema that is read', () => {
  const attributes = Array.from(
    { length: 300 },
    (_, index) => `        a${index}: { type: string, max_length: 40 }\n`,
  ).join('');
  const types = Array.from(
    { length: 140 },
    (_, index) =>
      `  t${index}:\n    pk_pattern: "T${index}#{id}"\n    attributes:\n        id: { type: string, max_length: 40, required: true }\n${attributes}`,
  ).join('');
  const text = `table: { name: things, keys: { primary: { partition_key: PK } } }\nrecord_types:\n${types}`;
  const started = performance.now();
  const { model, diagnostics } = compileSchema('schema.yaml', text);
  expect([model?.recordTypes.length, diagnostics]).toEqual([140, []]);
  expect(text.length).toBeGreaterThan(1_900_000);
  expect(performance.now() - started).toBeLessThan(50_000);
});

it('says nothing of where data is from when the databases are wrong', () => {
  const sources = 'sources: { shop: { tables: { things: { columns: [id] } } } }';
  const attribute = 'a: { type: string, source: shop.things.id }';
  const text = (top: string): string => smallSchema(attribute, { top, thing: 'source: shop.things' });
  expect(said(text(sources))).toEqual([]);
  expect(said(text(sources.replace('columns', 'colums')))).toEqual(['unknown-key sources.shop.tables.things.colums']);
  expect(said(text(sources.replace('sources', 'source')))).toEqual(['unknown-key source']);
  expect(said(text(''))).toEqual([
    `reference-unknown ${thing}.source`,
    `reference-unknown ${thing}.attributes.a.source`,
  ]);
});

it('says nothing of what only a misspelt version would be', () => {
  expect(said(smallSchema('', { top: 'vresion: 1.1.0\nchangelog: { 1.1.0: x }' }))).toEqual(['unknown-key vresion']);
});
