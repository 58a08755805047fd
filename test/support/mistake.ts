import { generateVectors } from '../../src/generate/vectors.ts';
import type { Codec } from '../../src/item/codec.ts';
import { refusalOf } from '../../src/vector/refusal.ts';
import type { AnyVector } from '../../src/vector/vector.ts';
import { verifyVector } from '../../src/vector/verify.ts';
import { recordTypeOf } from './codec.ts';

/**
 * The golden vectors of a schema that a program fails which follows another schema: one with a mistake in it. Of a refusal only
 * the class counts, as it does for programs.
 */
export function noticing(right: Codec, wrong: Codec): readonly string[] {
  return generateVectors(right).flatMap((file) => {
    const recordType = recordTypeOf(wrong, file.record_type);
    const notices = (vector: AnyVector): boolean =>
      'error' in vector
        ? refusalOf(wrong, recordType.name, vector)?.class !== vector.error.class
        : verifyVector(wrong, recordType, vector).length > 0;
    return (file.vectors as readonly AnyVector[]).filter(notices).map(({ id }) => id);
  });
}
