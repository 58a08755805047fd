import { expect, it } from 'vitest';
import { oneOfEachHazard } from '../../../src/plan/one-of-each-hazard.ts';
import { filesOf } from '../../../src/plan/plan.ts';
import type { ItemVector, VectorFile } from '../../../src/vector/vector.ts';
import { metaVector } from '../../support/outcomes.ts';
import { selectingAll } from '../../support/selection.ts';

function vector(slug: string, hazards: readonly string[], scenario = 'every-value'): ItemVector {
  return { ...metaVector(slug), id: slug, hazards, scenario, subject: '' };
}

function file(recordType: string, vectors: readonly ItemVector[]): VectorFile {
  return { format: 1, schema: 'small', record_type: recordType, digest: 'sha256:0', kind: 'items', vectors };
}

function chosen(...files: readonly VectorFile[]): readonly string[] {
  return [...oneOfEachHazard(files)];
}

it('takes a vector for each hazard that none before it shows', () => {
  const vectors = [
    vector('first', ['a', 'b']),
    vector('nothing-new', ['b', 'a']),
    vector('one-of-two', ['b', 'c']),
    vector('known-by-now', ['c']),
  ];
  expect(chosen(file('user', vectors))).toEqual(['first', 'one-of-two']);
});

it('asks each file of each record type for itself', () => {
  expect(chosen(file('user', [vector('user', ['a'])]), file('post', [vector('post', ['a'])]))).toEqual([
    'user',
    'post',
  ]);
});

it('takes one of each scenario of those that name no hazard', () => {
  const vectors = [vector('one', [], 'x'), vector('two', [], 'x'), vector('three', [], 'y'), vector('four', ['x'])];
  expect(chosen(file('user', vectors))).toEqual(['one', 'three', 'four']);
});

it('keeps what somebody has added', () => {
  const { scenario: _, subject: __, ...added } = vector('added', ['a']);
  const vectors: readonly ItemVector[] = [vector('first', ['a']), { ...added, origin: 'added' }, vector('last', ['a'])];
  expect(chosen(file('user', vectors))).toEqual(['first', 'added']);
});

it('leaves every vector in its file, in its order, unless one of each hazard is wanted', () => {
  const files = [file('user', [vector('first', ['a']), vector('second', ['a']), vector('third', ['b'])])];
  expect(filesOf(selectingAll, files)).toBe(files);
  const [few] = filesOf({ ...selectingAll, quick: true }, files);
  expect(few).toEqual({ ...files[0], vectors: [files[0]?.vectors[0], files[0]?.vectors[2]] });
});
