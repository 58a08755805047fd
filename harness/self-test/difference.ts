import type { CheckId } from '../../src/check/registry.ts';
import { sampleRecords } from '../../src/generate/arbitrary/sample.ts';
import type { Codec } from '../../src/item/codec.ts';
import type { RecordType } from '../../src/model/model.ts';
import type { JsonObject } from '../../src/value/json.ts';
import type { Fault } from '../faults/fault.ts';

/** A record with which a faulty codec answers otherwise than the healthy one. */
export type Difference = { readonly recordType: string; readonly record: JsonObject };

/** Records of each record type that are tried; the same ones every time. */
const tried = { count: 100, seed: 20240102 };

/** The valid records that faults of a schema are tried with, by record type. */
export type Trials = ReadonlyMap<RecordType, readonly JsonObject[]>;

export function trialsOf(recordTypes: readonly RecordType[]): Trials {
  return new Map(recordTypes.map((recordType) => [recordType, sampleRecords(recordType, tried.count, tried.seed)]));
}

/**
 * Whether a fault that no vector finds makes a difference at all. A fault about what a schema does not have makes none.
 *
 * @returns a record that shows it; `null` when none of those that were tried does; `undefined` for a fault in what must be
 *   refused, which no valid record shows
 */
export function differenceOf(fault: Fault, reference: Codec, trials: Trials): Difference | null | undefined {
  const ask = asked[fault.killedBy];
  if (ask === undefined) return undefined;
  const faulty = fault.apply(reference);
  for (const [{ name }, records] of trials) {
    const record = records.find(
      (each) =>
        JSON.stringify(ask(faulty, reference, name, each)) !== JSON.stringify(ask(reference, reference, name, each)),
    );
    if (record !== undefined) return { recordType: name, record };
  }
  return null;
}

/** What a check asks a codec about a valid record. What is read was written by the healthy one. */
type Ask = (codec: Codec, healthy: Codec, recordType: string, record: JsonObject) => unknown;

const asked: { readonly [Check in CheckId]?: Ask } = {
  'key-build': (codec, _healthy, name, record) => codec.buildKeys(name, record),
  'item-encode': (codec, _healthy, name, record) => codec.encode(name, record),
  'item-decode': (codec, healthy, name, record) => {
    const item = healthy.encode(name, record);
    return item.ok ? codec.decode(item.value, name) : item;
  },
  'key-parse': (codec, healthy, name, record) => {
    const keys = healthy.buildKeys(name, record);
    return keys.ok ? Object.entries(keys.value).map(([index, key]) => codec.parseKey(name, index, key)) : keys;
  },
};
