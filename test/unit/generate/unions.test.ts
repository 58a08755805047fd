import { describe, expect, it } from 'vitest';
import { shownScenarios } from '../../../src/generate/coverage/shown.ts';
import { generateVectors } from '../../../src/generate/vectors.ts';
import { coverageOf, isUncovered } from '../../../src/vector/coverage/coverage.ts';
import { codecOf } from '../../support/codec.ts';
import { foundIn } from '../../support/mutants.ts';
import { smallSchema } from '../../support/small.ts';

const schema = smallSchema(`
body:
  type: union
  required: true
  variants:
    - { type: map, members: { kind: { type: string, const: text, required: true }, text: { type: string, required: true, max_length: 4000 } } }
    - type: map
      members:
        kind: { type: string, const: image, required: true }
        width: { type: integer, minimum: 1, maximum: 99, required: true }
        alt: { type: string, allow_empty: true, default: "", default_on: both }
    - { type: list, items: { type: string }, min_items: 1, max_items: 3 }
note: { type: union, variants: [{ type: string, max_length: 40 }, { type: boolean }] }
only: { type: union, variants: [{ type: map, members: { kind: { type: string, const: one, required: true } } }, { type: boolean }] }
`);

const anyKind = [
  '{ kind: { type: string, const: one, required: true }',
  '{ kind: { type: string, required: true }',
] as const;

it.each([
  ['takes no long text in the first variant', 'max_length: 4000', 'max_length: 20', 'item-encode'],
  ['takes a text that is one longer', 'max_length: 4000', 'max_length: 4001', 'item-encode-refusal'],
  ['reads a text that is one longer', 'max_length: 4000', 'max_length: 4001', 'item-decode-refusal'],
  ['takes any text', ', max_length: 4000', '', 'item-encode-refusal'],
  ['takes no large number in the second', 'maximum: 99', 'maximum: 98', 'item-encode'],
  ['takes one item', 'max_items: 3', 'max_items: 1', 'item-encode'],
  ['takes an item too many', 'max_items: 3', 'max_items: 4', 'item-encode-refusal'],
  ['takes an empty list', 'min_items: 1', 'min_items: 0, allow_empty: true', 'item-encode-refusal'],
  ['takes no long text that is a variant', 'max_length: 40 }', 'max_length: 39 }', 'item-encode'],
  ['supplies no default to readers', 'default_on: both', 'default_on: write', 'item-decode'],
  ['supplies no default to writers', 'default_on: both', 'default_on: read', 'item-encode'],
  ['takes a map of any kind', ...anyKind, 'item-encode-refusal'],
  ['reads a map of any kind', ...anyKind, 'item-decode-refusal'],
] as const)('vectors find a program that %s', (_what, right, wrong, check) => {
  expect(foundIn(schema, [right, wrong]).map((each) => each.split(' ')[0])).toContain(check);
});

it('they find nothing in a program that is right', () => {
  expect(foundIn(schema)).toEqual([]);
});

describe('a map that is of no variant', () => {
  const codec = codecOf(schema);
  const vectors = generateVectors(codec).flatMap((file) => (file.kind === 'refusals' ? file.vectors : []));

  it.each([
    ['/body', 'unknown-tag', { kind: 'no_such_value', text: 'value' }],
    ['/body', 'missing-tag', { text: 'value' }],
    ['/only', 'unknown-tag', { kind: 'no_such_value' }],
    ['/only', 'missing-tag', {}],
  ])('%s %s is written and read once', (subject, scenario, value) => {
    const found = vectors.filter((each) => each.subject === subject && each.scenario === scenario);
    expect(found.map(({ op }) => op)).toEqual(['item.encode', 'item.decode']);
    expect(found[0]).toMatchObject({ record: { [subject.slice(1)]: value } });
  });
});

describe('coverage', () => {
  const codec = codecOf(schema);
  const files = generateVectors(codec);

  it('finds vectors of everything in a union, and calls variants what the schema calls them', () => {
    const parts = coverageOf(codec, files);
    expect(parts.filter(isUncovered)).toEqual([]);
    expect(parts.filter(({ kind }) => kind === 'variant').map(({ name }) => name)).toEqual([
      'body (map kind=text)',
      'body (map kind=image)',
      'body (list)',
      'note (string)',
      'note (boolean)',
      'only (map)',
      'only (boolean)',
    ]);
    expect(parts.map(({ name }) => name)).toContain('body (map kind=image)/alt (read)');
  });

  it.each([
    ['default-read', '/body/alt'],
    ['unknown-tag', '/body'],
    ['missing-tag', '/body'],
    ['other-variant', '/body'],
    ['longest-text', '/note'],
  ])('counts %s at %s as wanting without its vector', (scenario, subject) => {
    const wanting = (of: typeof files): readonly string[] =>
      shownScenarios(codec.model.recordTypes, of, []).flatMap((each) =>
        each.shown ? [] : [`${each.scenario} ${each.subject}`],
      );
    const without = files.map((file) => ({
      ...file,
      vectors: file.vectors.filter((each) => each.scenario !== scenario || each.subject !== subject),
    })) as typeof files;
    expect(wanting(files)).not.toContain(`${scenario} ${subject}`);
    expect(wanting(without)).toContain(`${scenario} ${subject}`);
  });
});
