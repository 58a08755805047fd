import fc from 'fast-check';
import { compileSchema } from '../../src/compile.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { type Codec, compileCodec } from '../../src/item/codec.ts';
import type { JsonObject } from '../../src/value/json.ts';
import { factor, seed } from './arbitrary-schema/hold.ts';

/** An attribute with all of its values, of which a small schema has few. */
export type Finite = { readonly declaration: JsonObject; readonly values: readonly string[] };
export type FiniteAttributes = { readonly [name: string]: Finite };

/** A record, and the texts of its primary key. */
export type Row = { readonly record: { readonly [name: string]: string }; readonly pk: string; readonly sk: string };

export type Small = { readonly codec: Codec; readonly diagnostics: readonly Diagnostic[] };

/** Tries a law on so many documents; `holds` may look at a few of their properties first. */
export function forAll<T>(arbitrary: fc.Arbitrary<T>, runs: number, holds: (value: T) => void): void {
  fc.assert(fc.property(arbitrary, holds), { seed, numRuns: Math.ceil(runs * factor) });
}

/** A schema of one table with a partition key and a sort key. One that does not compile is not tried. */
export function smallSchema(recordTypes: JsonObject, rest: JsonObject = {}): Small {
  const document = {
    table: { name: 'things', keys: { primary: { partition_key: 'PK', sort_key: 'SK' } } },
    record_types: recordTypes,
    ...rest,
  };
  const { model, diagnostics } = compileSchema('schema.yaml', JSON.stringify(document, null, 1));
  fc.pre(model !== undefined);
  return { codec: compileCodec(model), diagnostics };
}

export function declarationsOf(attributes: FiniteAttributes): JsonObject {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, { declaration }]) => [name, { required: true, ...declaration }]),
  );
}

/** An enumeration of some of these texts, in any order. */
export function someOf(texts: readonly string[]): fc.Arbitrary<Finite> {
  return fc
    .shuffledSubarray([...texts], { minLength: 1, maxLength: 3 })
    .map((values) => ({ declaration: { type: 'string', enum: values }, values }));
}

/** All records of a record type that a writer makes, with their keys. */
export function rowsOf(codec: Codec, recordType: string, attributes: FiniteAttributes): readonly Row[] {
  const records = Object.entries(attributes).reduce<readonly Row['record'][]>(
    (all, [name, { values }]) => all.flatMap((record) => values.map((value) => ({ ...record, [name]: value }))),
    [{}],
  );
  return records.flatMap((record): readonly Row[] => {
    const built = codec.buildKeys(recordType, record);
    if (!built.ok) return [];
    const { PK, SK } = built.value['primary'] as { readonly PK: { S: string }; readonly SK: { S: string } };
    return [{ record, pk: PK.S, sk: SK.S }];
  });
}

/** Whether a code is reported, at a path if one is given. */
export function isSaid({ diagnostics }: Small, code: string, path?: string): boolean {
  return diagnostics.some((each) => each.code === code && (path === undefined || each.path === path));
}

/** Sees to it that a law is tried on what breaks and on what does not. */
export function tally(): { readonly count: (outcome: boolean) => void; readonly least: () => number } {
  const counts = { yes: 0, no: 0 };
  return {
    count: (outcome) => {
      counts[outcome ? 'yes' : 'no'] += 1;
    },
    least: () => Math.min(counts.yes, counts.no),
  };
}
