import { expect, it } from 'vitest';
import { shownScenarios } from '../../../../src/generate/coverage/shown.ts';
import { usableVectors } from '../../../../src/generate/usable-vectors.ts';
import type { Codec } from '../../../../src/item/codec.ts';
import type { VectorFile } from '../../../../src/vector/vector.ts';
import { everyType, rateLimits } from '../../../support/schemas.ts';
import { smallCodec } from '../../../support/small.ts';

/** What no generated vector shows, apart from vectors that a scenario is taken from. */
function missing(codec: Codec, without?: string): readonly string[] {
  const { files, omissions } = usableVectors(codec);
  const left = files.map((file) => {
    const vectors = (file.vectors as readonly { readonly scenario?: string }[]).filter(
      ({ scenario }) => scenario !== without,
    );
    return { ...file, vectors } as unknown as VectorFile;
  });
  return shownScenarios(codec.model.recordTypes, left, omissions)
    .filter(({ shown }) => !shown)
    .map(({ recordType, scenario, subject, reason }) => `${recordType} ${scenario} ${subject} ${reason ?? ''}`.trim());
}

it.each([
  ['rate-limits', rateLimits],
  ['every type', everyType],
])('vectors of %s show every scenario that it has a place for', (_name, codec) => {
  expect(missing(codec)).toEqual([]);
});

it('names a scenario that no vector shows', () => {
  const codec = smallCodec('a: { type: integer, minimum: 1, maximum: 9 }');
  expect(missing(codec)).toEqual([]);
  expect(missing(codec, 'above-maximum')).toEqual(['thing above-maximum /a']);
});

it('says why the generator left one out', () => {
  const bounded = 'type: integer, minimum: 1, required: true';
  const codec = smallCodec(`a: { ${bounded}, maximum: 9 }\nb: { ${bounded}, maximum: 5 }`, {
    thing: 'rules: [{ name: few, assert: { a: { at_most: { attribute: b } } } }]',
  });
  expect(missing(codec)).toEqual([
    expect.stringMatching(/^thing maximum \/a .*\[(?:rule|maximum)\]$/),
    expect.stringMatching(/^thing numbers-compared \/few every record .* when texts are compared$/),
  ]);
});
