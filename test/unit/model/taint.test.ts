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
    { top: 'versoin: 1.0.0' },
  );
  expect(said(text.replace('versoin: 1.0.0', ''))).toEqual([
    `unknown-key ${thing}.attributes.a.nulable`,
    `pattern-invalid ${thing}.attributes.b.pattern`,
    `value-conflict ${thing}.attributes.c.minimum`,
    `yaml-alias ${thing}.attributes.d`,
    `default-invalid ${thing}.attributes.e`,
    `value-conflict ${thing}.attributes.f.max_length`,
  ]);
  // A section that nobody knows may be what the rest refers to.
  expect(said(text)).toEqual([
    'unknown-key versoin',
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
