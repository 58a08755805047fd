import fc from 'fast-check';
import { expect, it } from 'vitest';
import { arbitraryValue } from '../../../src/generate/arbitrary/value.ts';
import { encodeComponent } from '../../../src/key/encoding/encode.ts';
import { componentTypes } from '../../../src/model/component-types.ts';
import type { ComponentToken, ScalarType } from '../../../src/model/model.ts';
import { scalarCheck } from '../../../src/scalar/scalar-check.ts';
import { compareDecimals } from '../../../src/value/decimal.ts';
import { toInstant } from '../../../src/value/instant.ts';
import { forSchemas, seed } from '../../support/arbitrary-schema/hold.ts';

// Tried by hand, and found: an analysis that says nothing of numbers.

it('keeps the order of what a sort key is made of, where nothing is said about it', () => {
  let compared = 0;
  forSchemas(40, ({ codec, diagnostics }) => {
    for (const recordType of codec.model.recordTypes) {
      const typeOf = componentTypes(recordType);
      for (const part of recordType.keys.flatMap((key) => key.parts)) {
        if (part.place !== 'sort' || part.attribute.type !== 'S') continue;
        for (const token of part.pattern.tokens) {
          if (token.kind === 'literal' || !hasOrder(token, typeOf(token.name))) continue;
          const said = diagnostics.some(
            ({ code, path, message }) =>
              code === 'key-order' && path === part.at.path && message.includes(`{${token.name}`),
          );
          if (said) continue;
          compared += 1;
          expect(disordered(token, typeOf(token.name)).slice(0, 3)).toEqual([]);
        }
      }
    }
  });
  expect(compared).toBeGreaterThan(5);
});

/** Numbers and times, unless a hash takes the place of their order. */
function hasOrder({ encodings }: ComponentToken, { kind }: ScalarType): boolean {
  const hashed = encodings.some((each) => each.kind === 'sha256' || each.kind === 'shard' || each.kind === 'or');
  return (kind === 'integer' || kind === 'timestamp') && !hashed;
}

const edges = [0, 1, 9, 10, 99, 100, 999, 1000, 9999, 10000, -1, -2, -9, -10, 20000].map(String);

/** Pairs of values whose texts have another order. */
function disordered(token: ComponentToken, type: ScalarType): readonly string[] {
  const check = scalarCheck(type);
  const drawn = fc.sample(arbitraryValue(type), { seed, numRuns: 30 }).map(String);
  const values = [...drawn, ...edges].filter((each) => check(each) === undefined);
  const texts = values
    .map((value) => ({ value, text: encodeComponent(value, token.encodings, type) }))
    .filter((each): each is { value: string; text: string } => typeof each.text === 'string');
  return texts.flatMap((left) =>
    texts
      .filter((right) => isLess(type, left.value, right.value) && left.text > right.text)
      .map((right) => `${left.value} < ${right.value}, and ${left.text} > ${right.text}`),
  );
}

function isLess(type: ScalarType, left: string, right: string): boolean {
  if (type.kind === 'timestamp') return toInstant(left, type.format) < toInstant(right, type.format);
  return compareDecimals(left, right) < 0;
}
