import { expect, it } from 'vitest';
import { generateVectors } from '../../../src/generate/vectors.ts';
import { smallCodec } from '../../support/small.ts';

function idsOf(...parts: Parameters<typeof smallCodec>): readonly string[] {
  return generateVectors(smallCodec(...parts)).flatMap((file) => file.vectors.map((vector) => vector.id));
}

const hostile: readonly (readonly [what: string, parts: Parameters<typeof smallCodec>])[] = [
  [
    'names that differ in what an id cannot have',
    ['"a b": { type: string }\n"a-b": { type: string }\n"a.b": { type: string }'],
  ],
  [
    'a name that is a number appended',
    ['"a b": { type: string }\n"a-b": { type: string }\n"a-b-empty-2": { type: string }'],
  ],
  ['names of no letters', ['"é": { type: string }\n"ü": { type: string }\n"--": { type: string }']],
  [
    'names that read like other drafts',
    ['minimal: { type: string }\nread: { type: string, default: x }\ncomplete: { type: boolean }'],
  ],
  [
    'a component twice in a key',
    [
      'other: { type: string }',
      { thing: 'indexes: { by_x: { pk_pattern: "X#{id}#{id}", sk_pattern: "{id:percent}#{id:percent}" } }' },
    ],
  ],
];

it.each(hostile)('gives every vector an id of its own: %s', (_what, parts) => {
  const ids = idsOf(...parts);
  expect(ids.length).toBeGreaterThan(10);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  expect(ids.filter((id) => !/^thing\/[A-Za-z0-9_-]+$/.test(id))).toEqual([]);
});

it('lets the first of two keep its id, whatever comes after it', () => {
  const alone = idsOf('"a b": { type: string }');
  const both = idsOf('"a b": { type: string }\n"a-b": { type: string }\nc: { type: string }');
  expect(both).toEqual(expect.arrayContaining([...alone]));
  expect(both).toContain('thing/all-but-a-b-2');
  expect(alone).not.toContain('thing/all-but-a-b-2');
});
