import { compileCodec } from '../../../../src/item/codec.ts';
import type { Model } from '../../../../src/model/model.ts';
import { pathOfVectorFile } from '../../../../src/vector/format.ts';
import { generated } from '../../generated.ts';

/** For each path the ids of the vectors that a schema gives there, in their order. */
export function orderOf(model: Model): ReadonlyMap<string, readonly string[]> {
  return new Map(
    generated(compileCodec(model)).files.map((file) => [pathOfVectorFile(file), file.vectors.map(({ id }) => id)]),
  );
}
