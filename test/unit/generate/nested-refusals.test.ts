import { expect, it } from 'vitest';
import { shownScenarios } from '../../../src/generate/coverage/shown.ts';
import { generateVectors } from '../../../src/generate/vectors.ts';
import type { Codec } from '../../../src/item/codec.ts';
import { codecOf } from '../../support/codec.ts';
import { smallCodec } from '../../support/small.ts';

/** What is refused: operation, subject and scenario. */
function refused(codec: Codec): readonly string[] {
  const vectors = generateVectors(codec).flatMap((file) => (file.kind === 'refusals' ? file.vectors : []));
  return vectors.map(({ op, subject, scenario }) => `${op} ${subject} ${scenario}`);
}

const members = 'members: { x: { type: integer, maximum: 9, required: true }, y: { type: string, enum: [p, q] } }';

it.each([
  ['a map with members', `type: map, ${members}`, '/a'],
  ['items of a list', `type: list, items: { type: map, ${members} }`, '/a/*'],
  ['values of a map', `type: map, values: { type: map, ${members} }`, '/a/*'],
  ['a variant', `type: union, variants: [{ type: string }, { type: map, ${members} }]`, '/a'],
])('refuses faults in %s, when writing and reading', (_what, type, place) => {
  const found = refused(smallCodec(`a: { ${type} }`));
  for (const op of ['item.encode', 'item.decode']) {
    expect(found).toContain(`${op} ${place} unknown-member`);
    expect(found).toContain(`${op} ${place}/x missing-refused`);
    expect(found).toContain(`${op} ${place}/x above-maximum`);
    expect(found).toContain(`${op} ${place}/x forbidden-null`);
    expect(found).toContain(`${op} ${place}/y unlisted-value`);
    expect(found).toContain(`${op} ${place}/y wrong-type`);
  }
});

it('refuses members of sets outside their domain', () => {
  const found = refused(smallCodec('a: { type: number_set, items: { type: integer, minimum: 0, maximum: 9 } }'));
  for (const op of ['item.encode', 'item.decode']) expect(found).toContain(`${op} /a/* above-maximum`);
});

it('shows a type once, where it comes first', () => {
  const type = 'type: map, members: { x: { type: string, required: true }, y: { type: string, required: true } }';
  const found = refused(smallCodec(`a: { ${type} }`));
  expect(found).toContain('item.encode /a/x empty-text-refused');
  expect(found).not.toContain('item.encode /a/y empty-text-refused');
});

it('counts them as wanting when vectors lack them', () => {
  const codec = smallCodec(`a: { type: list, items: { type: map, ${members} } }`);
  const files = generateVectors(codec);
  const wanting = (of: typeof files): readonly string[] =>
    shownScenarios(codec.model.recordTypes, of, []).flatMap(({ subject, scenario, shown }) =>
      shown || !subject.startsWith('/a/') ? [] : [`${subject} ${scenario}`],
    );
  expect(wanting(files)).toEqual([]);
  const without = files.map((file) =>
    file.kind === 'refusals' ? { ...file, vectors: file.vectors.filter(({ subject }) => subject !== '/a/*/x') } : file,
  );
  expect(wanting(without)).toContain('/a/*/x missing-refused');
  expect(wanting(without)).toContain('/a/*/x above-maximum');
});

it.each([
  ['N', 'integer, minimum: 0, maximum: 9', ['missing', 'text', 'fraction', 'too-small', 'too-large']],
  ['B', 'binary', ['missing', 'text', 'empty']],
])('refuses keys with a wrong sort key of type %s', (tag, type, slugs) => {
  const codec = codecOf(`format: 1
name: small
version: 1.0.0
table: { name: things, keys: { primary: { partition_key: id, sort_key: { name: n, type: ${tag} } } } }
record_types: { thing: { attributes: { id: { type: string, required: true }, n: { type: ${type}, required: true } } } }`);
  const ids = generateVectors(codec).flatMap((file) => file.vectors.map(({ id }) => id));
  expect(ids.filter((id) => id.startsWith('thing/parse-primary-n-'))).toEqual(
    slugs.map((slug) => `thing/parse-primary-n-${slug}`),
  );
});
