import { expect, it } from 'vitest';
import { refusedBinaries } from '../../../src/generate/values/binary.ts';
import type { BinaryType } from '../../../src/model/model.ts';
import { binaryCheck } from '../../../src/scalar/binary-check.ts';

const lengths = [0, 1, 2, 3, 4, 5, 6, 12, 16, 31, 32, 33];
const bounds = lengths.flatMap((minLength) =>
  [...lengths.filter((each) => each >= minLength && each > 0), null].map(
    (maxLength) => [minLength, maxLength] as const,
  ),
);

function typeOf(minLength: number, maxLength: number | null): BinaryType {
  return { kind: 'binary', minLength, maxLength, allowEmpty: minLength === 0, examples: [] };
}

function misspeltOf(type: BinaryType): readonly (readonly [slug: string, text: string])[] {
  return refusedBinaries(type).flatMap(({ scenario, slug, value }) =>
    scenario === 'other-base64' ? [[slug, String(value)] as const] : [],
  );
}

it.each(bounds)('base64 of %s to %s bytes is refused for its text, and not for its length', (minLength, maxLength) => {
  const type = typeOf(minLength, maxLength);
  const check = binaryCheck(type);
  const misspelt = misspeltOf(type);
  expect(misspelt.map(([, text]) => [text, check(text)?.rule])).toEqual(misspelt.map(([, text]) => [text, 'base64']));
  // Node's decoder takes each of them, for bytes that the type allows and may be written.
  const taken = misspelt.map(([, text]) => Buffer.from(text, 'base64').toString('base64'));
  expect(taken.filter((text) => check(text) !== undefined)).toEqual([]);
  const needsNoPadding = maxLength === minLength && minLength % 3 === 0;
  expect(misspelt.map(([slug]) => slug)).toEqual(
    needsNoPadding ? ['line-feed', 'url-safe'] : ['not-base64', 'stray-bits', 'url-safe'],
  );
});

it('a type of no bytes has no base64 to misspell', () => {
  expect(misspeltOf(typeOf(0, 0))).toEqual([]);
});

it('two bytes are the wrong length of a digest: this is what the lengths above are for', () => {
  const check = binaryCheck(typeOf(32, 32));
  expect(check(Buffer.from('AP8', 'base64').toString('base64'))?.rule).toBe('min-length');
});
