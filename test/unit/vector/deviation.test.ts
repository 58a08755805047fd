import { expect, it } from 'vitest';
import { type CommittedFile, findDeviations } from '../../../src/vector/deviation.ts';
import { formatVectorFile } from '../../../src/vector/format.ts';
import type { ReadVector, VectorFile } from '../../../src/vector/vector.ts';

const vector = (id: string, description = 'a case'): ReadVector => ({
  id,
  description,
  scenario: 'all-attributes',
  subject: '',
  hazards: [],
  item: { PK: { S: id } },
  record: { id },
});

const file = (...vectors: readonly ReadVector[]): VectorFile => ({
  format: 1,
  schema: 's',
  record_type: 'thing',
  digest: `sha256:${'0'.repeat(64)}`,
  kind: 'reads',
  vectors,
});

const committed = (read: VectorFile, text = formatVectorFile(read)): CommittedFile => ({
  path: 'thing/reads.json',
  text,
  file: read,
});

const a = vector('thing/a');
const b = vector('thing/b');

it.each([
  ['the same', [a, b], []],
  ['without one', [b], ['missing thing/a']],
  ['with one more', [a, b, vector('thing/c')], ['superfluous thing/c']],
  ['with one twice', [a, b, b], ['superfluous thing/b']],
  ['with another text', [vector('thing/a', 'oh'), b], ['changed thing/a']],
  ['with another name', [vector('thing/c'), b], ['superfluous thing/c', 'missing thing/a']],
  ['in another order', [b, a], ['changed thing/reads.json']],
])('compares a file %s', (_what, vectors, expected) => {
  const found = findDeviations([committed(file(...vectors))], [file(a, b)]);
  expect(found.map(({ kind, id }) => `${kind} ${id}`)).toEqual(expected);
});

it('says what is different', () => {
  const [found] = findDeviations([committed(file(vector('thing/a', 'oh')))], [file(a)]);
  expect(found?.message).toBe(
    'the vector thing/a was changed: at description: the vector has "oh", the schema gives "a case"',
  );
});

it('knows files that are missing or too many, and others only by their text', () => {
  expect(findDeviations([], [file(a)])).toMatchObject([
    { kind: 'missing', id: 'thing/reads.json', message: 'thing/reads.json is missing, with 1 vector' },
  ]);
  expect(findDeviations([committed(file(a))], [])).toMatchObject([{ kind: 'superfluous', id: 'thing/reads.json' }]);
  expect(findDeviations([committed(file(a), '{}')], [file(a)])).toMatchObject([
    { kind: 'changed', id: 'thing/reads.json' },
  ]);
});
