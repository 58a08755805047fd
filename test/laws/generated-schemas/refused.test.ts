import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compileSchema } from '../../../src/compile.ts';
import { factor, seed } from '../../support/arbitrary-schema/hold.ts';
import { arbitrarySchema, textOf } from '../../support/arbitrary-schema/schema.ts';

// A law that is tried on few schemas says little.

// Tried by hand, and found: patterns with a brace that closes nothing, which no compiler accepts.

it('generates schemas of which most compile', () => {
  const runs = Math.ceil(120 * factor);
  const codes = new Map<string, number>();
  let refused = 0;
  for (const document of fc.sample(arbitrarySchema, { seed, numRuns: runs })) {
    const { model, diagnostics } = compileSchema('schema.yaml', textOf(document));
    if (model !== undefined) continue;
    refused += 1;
    const errors = new Set(diagnostics.filter((each) => each.severity === 'error').map((each) => each.code));
    for (const code of errors) codes.set(code, (codes.get(code) ?? 0) + 1);
  }
  console.info(`${refused} of ${runs} generated schemas are refused: ${JSON.stringify(Object.fromEntries(codes))}`);
  expect(refused / runs).toBeLessThan(0.4);
});
