import { expect, it } from 'vitest';
import { formatVectorFile } from '../../../src/vector/format.ts';
import type { LintedFile } from '../../../src/vector/lint/finding.ts';
import { findUnformattedManifest } from '../../../src/vector/lint/form.ts';
import { lintVectors } from '../../../src/vector/lint/lint.ts';
import { formatManifest } from '../../../src/vector/manifest.ts';
import type { ReadVector, VectorFile, VectorManifest } from '../../../src/vector/vector.ts';

const vector = (slug: string, changes: Partial<ReadVector> = {}): ReadVector => ({
  id: `thing/${slug}`,
  description: slug,
  scenario: 'all-attributes',
  subject: '',
  hazards: ['set-order'],
  item: { PK: { S: slug } },
  record: { id: slug },
  ...changes,
});

const file = (...vectors: readonly ReadVector[]): VectorFile => ({
  format: 1,
  schema: 's',
  record_type: 'thing',
  digest: `sha256:${'0'.repeat(64)}`,
  kind: 'reads',
  vectors,
});

const linted = (read: VectorFile, text = formatVectorFile(read), path = 'thing/reads.json'): LintedFile => ({
  path,
  name: `vectors/${path}`,
  text,
  file: read,
});

const options = {
  hazards: ['set-order', 'null-vs-absent'],
  order: new Map([['thing/reads.json', ['thing/a', 'thing/b', 'thing/c']]]),
};

const lint = (...files: readonly LintedFile[]): readonly string[] =>
  lintVectors(files, options).map(
    ({ file: name, position, code, message, help }) =>
      `${name}:${position.line}:${position.column} ${code}: ${message}; ${help}`,
  );

const a = vector('a');
const b = vector('b');
const remove = 'remove one of them, or say what is different about it';
const format = 'run "itemproof vectors fmt"';

it('finds nothing in what is right', () => {
  expect(lint(linted(file(a, b)))).toEqual([]);
});

it('finds an id that is there twice, in one file and in two', () => {
  const twice = file(a, vector('a', { item: { PK: { S: 'other' } } }));
  expect(lint(linted(twice))).toEqual([
    `vectors/thing/reads.json:18:13 vector-duplicate: the id "thing/a" is there twice; the first one is vectors/thing/reads.json:9; ${remove}`,
  ]);
  const refusals: VectorFile = {
    ...file(),
    kind: 'refusals',
    vectors: [
      {
        id: 'thing/a',
        description: 'a',
        scenario: 'all-attributes',
        subject: '',
        hazards: [],
        op: 'item.encode',
        record: {},
        error: { class: 'invalid-record', path: '/id', rule: 'required' },
      },
    ],
  };
  expect(lint(linted(file(a)), linted(refusals, formatVectorFile(refusals), 'thing/refusals.json'))).toEqual([
    `vectors/thing/refusals.json:9:13 vector-duplicate: the id "thing/a" is there twice; the first one is vectors/thing/reads.json:9; ${remove}`,
  ]);
});

it('finds two vectors that say the same', () => {
  expect(lint(linted(file(a, vector('b', { item: a.item, record: a.record, hazards: [] }))))).toEqual([
    `vectors/thing/reads.json:18:13 vector-duplicate: the vector "thing/b" says the same as "thing/a"; ${remove}`,
  ]);
});

it('finds a hazard that is not registered', () => {
  expect(lint(linted(file(a, vector('b', { hazards: ['set-order', 'null-vs-abesnt'] }))))).toEqual([
    'vectors/thing/reads.json:22:31 hazard-unknown: there is no hazard "null-vs-abesnt"; did you mean "null-vs-absent"?',
  ]);
});

it('finds a vector of another record type, and a file in another place', () => {
  const other = file(a, vector('b', { id: 'think/b' }));
  expect(lint(linted(other, formatVectorFile(other), 'think/reads.json'))).toEqual([
    'vectors/think/reads.json:4:18 vector-invalid: this is thing/reads.json, by what its head says; move it there, or correct "record_type" and "kind"',
    'vectors/think/reads.json:18:13 vector-invalid: "think/b" is a vector of another record type than thing; an id here starts with "thing/"',
  ]);
});

it('finds vectors and members in another order', () => {
  expect(lint(linted(file(b, a)))).toEqual([
    `vectors/thing/reads.json:18:13 vector-format: the vector "thing/a" stands behind one that belongs after it; ${format}`,
  ]);
  const { id, ...rest } = b;
  expect(lint(linted(file(a, { ...rest, id })))).toEqual([
    `vectors/thing/reads.json:17:5 vector-format: the members of the vector "thing/b" are in another order than they are written in; ${format}`,
  ]);
});

it('finds an added vector before what the schema gives, and not all that follow it', () => {
  const { scenario, subject, hazards, item, record, ...head } = vector('a');
  const added: ReadVector = { ...head, origin: 'added', hazards, item, record };
  expect(lint(linted(file(added, b, vector('c'))))).toEqual([
    `vectors/thing/reads.json:9:13 vector-format: the vector "thing/a" was added, and stands before one that the schema gives; ${format}`,
  ]);
  expect(lint(linted(file(b, added, vector('c'))))).toHaveLength(1);
  expect(lint(linted(file(b, vector('c'), added)))).toEqual([]);
});

it('finds the first place that is written in another way', () => {
  const text = formatVectorFile(file(a, b));
  const spaced = text.replace('"record": {"id":"b"}', '"record": {"id": "b"}');
  expect(lint(linted(file(a, b), spaced))).toEqual([
    `vectors/thing/reads.json:24:23 vector-format: the text is another one than is written for these vectors; ${format}`,
  ]);
  expect(lint(linted(file(a, b), `${text}\n`))).toHaveLength(1);
});

it('finds a manifest that is not sorted, or written in another way', () => {
  const entry = { vectors: 1, sha256: '0'.repeat(64) };
  const manifest = (...paths: readonly string[]): VectorManifest => ({
    format: 1,
    schema: { name: 's', version: '1', digest: 'd' },
    suite_sha256: '1',
    files: Object.fromEntries(paths.map((path) => [path, entry])),
  });
  const places = (read: VectorManifest, text = formatManifest(read)): readonly string[] =>
    findUnformattedManifest('manifest.json', text, read).map(
      ({ position, message }) => `${position.line}:${position.column} ${message}`,
    );
  expect(places(manifest('a/items.json', 'b/items.json'))).toEqual([]);
  expect(places(manifest('b/items.json', 'a/items.json'))).toEqual([
    '7:21 "a/items.json" stands behind "b/items.json", and files are listed by their paths',
  ]);
  expect(places(manifest('a/items.json'), JSON.stringify(manifest('a/items.json')))).toEqual([
    '1:2 the text is another one than is written for these vectors',
  ]);
});
