import { expect, it } from 'vitest';
import { faults } from '../../harness/faults/registry.ts';
import { type Domain, domainOf, examine } from '../../harness/self-test/self-test.ts';
import { shippedSchemas } from '../../harness/self-test/shipped.ts';
import { generateVectors } from '../../src/generate/vectors.ts';
import type { Codec } from '../../src/item/codec.ts';
import type { RecordType } from '../../src/model/model.ts';
import { filesOf } from '../../src/plan/plan.ts';
import type { VectorFile } from '../../src/vector/vector.ts';
import { codecOf, readText } from '../support/codec.ts';
import { selectingAll } from '../support/selection.ts';

// What `run --quick` is worth: the faults that it finds of those that all vectors find.

function domainsWith(quick: boolean): readonly Domain[] {
  const generate = (codec: Codec, recordTypes: readonly RecordType[]): readonly VectorFile[] =>
    filesOf({ ...selectingAll, quick }, generateVectors(codec, recordTypes));
  return shippedSchemas.map((file) => {
    const { model } = codecOf(readText(`schema/domains/${file}`));
    return domainOf(model, model.recordTypes, generate);
  });
}

it('finds as many faults with one vector of each hazard as the documentation says', () => {
  const few = domainsWith(true);
  const found = faults.filter((fault) => examine(fault, few).killed !== undefined);
  const killable = faults.filter((fault) => fault.gap === undefined);
  const { length: all } = killable;
  expect(readText('docs/checks.md')).toContain(`finds ${found.length} of the ${all} faults`);
  // Whoever is found by a part is found by the whole.
  expect(killable).toEqual(expect.arrayContaining(found));
  expect(found.length).toBeLessThan(all);
});
