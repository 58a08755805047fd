import fc from 'fast-check';
import { compileSchema } from '../../../src/compile.ts';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import { arbitraryRecord } from '../../../src/generate/arbitrary/record.ts';
import { type Codec, compileCodec } from '../../../src/item/codec.ts';
import type { RecordType } from '../../../src/model/model.ts';
import type { JsonObject } from '../../../src/value/json.ts';
import type { Declaration } from './declared.ts';
import { arbitrarySchema, textOf } from './schema.ts';

/**
 * How many times as many cases are tried as usual: `LAW_FACTOR=20 npx vitest run test/laws/generated-schemas`. `LAW_SEED` is another
 * start; the same one gives the same cases.
 */
export const factor = Number(process.env['LAW_FACTOR'] ?? 1);
export const seed = Number(process.env['LAW_SEED'] ?? 20240102);

/** A generated schema that compiles. */
export type Generated = {
  readonly document: Declaration;
  readonly codec: Codec;
  readonly diagnostics: readonly Diagnostic[];
};

/** Tries a law on so many generated schemas that compile, and shows the smallest one that breaks it. */
export function forSchemas(runs: number, holds: (generated: Generated) => void): void {
  const property = fc.property(arbitrarySchema, (document) => {
    const { model, diagnostics } = compileSchema('schema.yaml', textOf(document));
    // What the compiler refuses has no codec to try; `refused.test.ts` sees to it that this is seldom.
    fc.pre(model !== undefined);
    holds({ document, codec: compileCodec(model), diagnostics });
  });
  fc.assert(property, { seed, numRuns: Math.ceil(runs * factor) });
}

/** The same, with some records of each record type. */
export function forRecords(
  runs: number,
  count: number,
  holds: (generated: Generated, recordType: RecordType, record: JsonObject) => void,
): void {
  forSchemas(runs, (generated) => {
    for (const recordType of generated.codec.model.recordTypes)
      for (const record of recordsOf(recordType, count)) holds(generated, recordType, record);
  });
}

/** Some records of a record type, always the same ones. */
export function recordsOf(recordType: RecordType, count: number): readonly JsonObject[] {
  return fc.sample(arbitraryRecord(recordType), { seed, numRuns: count });
}
