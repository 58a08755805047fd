import fc from 'fast-check';
import { compileSchema } from '../../../src/compile.ts';
import { generateVectors } from '../../../src/generate/vectors.ts';
import { compileCodec } from '../../../src/item/codec.ts';
import { formatVectorFile } from '../../../src/vector/format.ts';
import { recordsOf } from './hold.ts';
import { arbitrarySchema, textOf } from './schema.ts';

/** Vectors, items, keys and messages of so many generated schemas, as one text. */
export function resultsOf(seed: number, schemas: number): string {
  const lines: string[] = [];
  for (const document of fc.sample(arbitrarySchema, { seed, numRuns: schemas })) {
    const { model, diagnostics } = compileSchema('schema.yaml', textOf(document));
    lines.push(JSON.stringify(diagnostics));
    if (model === undefined) continue;
    const codec = compileCodec(model);
    lines.push(model.digest, ...generateVectors(codec).map(formatVectorFile));
    for (const recordType of model.recordTypes)
      for (const record of recordsOf(recordType, 3))
        lines.push(
          JSON.stringify([codec.encode(recordType.name, record), codec.buildKeys(recordType.name, record)], null, 1),
        );
  }
  return lines.join('\n');
}
