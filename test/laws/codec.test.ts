import { isDeepStrictEqual } from 'node:util';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compareItems, compareRecords } from '../../src/check/compare.ts';
import { arbitraryAttributeValue } from '../../src/generate/arbitrary/attribute-value.ts';
import { arbitraryRecord } from '../../src/generate/arbitrary/record.ts';
import type { RecordType } from '../../src/model/model.ts';
import type { AttributeValue, Item } from '../../src/value/attribute-value.ts';
import type { JsonObject } from '../../src/value/json.ts';
import { law } from '../support/law.ts';
import { accepted } from '../support/results.ts';
import { readBack } from '../support/round-trip.ts';
import { allRecordTypes, rateLimits } from '../support/schemas.ts';

const runs = 40;

it.each(allRecordTypes)('writes every valid record and reads it back: %s', (_name, codec, recordType) => {
  law(
    [arbitraryRecord(recordType)],
    (record) => {
      const item = accepted(codec.encode(recordType.name, record));
      const decoded = accepted(codec.decode(item, recordType.name));
      expect(compareRecords(recordType, readBack(recordType, record), decoded.record)).toEqual({ passed: true });
      expect(decoded.unknownAttributes).toEqual({});
    },
    runs,
  );
});

it.each(allRecordTypes)('writes an item back as it was read: %s', (_name, codec, recordType) => {
  law(
    [arbitraryRecord(recordType), arbitraryChange(recordType)],
    (record, change) => {
      const stored = changed(recordType, accepted(codec.encode(recordType.name, record)), change);
      const decoded = accepted(codec.decode(stored.item, recordType.name));
      expect(decoded.defaulted.toSorted()).toEqual(stored.missing);
      const written = accepted(codec.encode(recordType.name, decoded.record, decoded));
      expect(compareItems(stored.item as JsonObject, written)).toEqual({ passed: true });
    },
    runs,
  );
});

it.each(allRecordTypes)('writes and reads nothing that JSON cannot carry: %s', (_name, codec, recordType) => {
  law(
    [arbitraryRecord(recordType)],
    (record) => {
      const item = accepted(codec.encode(recordType.name, record));
      const decoded = accepted(codec.decode(item, recordType.name));
      for (const value of [item, decoded, accepted(codec.buildKeys(recordType.name, record))])
        expect(isDeepStrictEqual(JSON.parse(JSON.stringify(value)), value)).toBe(true);
    },
    runs / 2,
  );
});

it.each(allRecordTypes)('leaves what it was given as it was: %s', (_name, codec, recordType) => {
  law(
    [arbitraryRecord(recordType)],
    (record) => {
      const copy = structuredClone(record);
      const item = accepted(codec.encode(recordType.name, record));
      const itemCopy = structuredClone(item);
      accepted(codec.decode(item, recordType.name));
      expect(isDeepStrictEqual([record, item], [copy, itemCopy])).toBe(true);
    },
    runs / 4,
  );
});

it.each(rateLimits.model.recordTypes)('finds the record type of every item by its key: $name', (recordType) => {
  law(
    [arbitraryRecord(recordType)],
    (record) => {
      const item = accepted(rateLimits.encode(recordType.name, record));
      expect(accepted(rateLimits.identify(item)).name).toBe(recordType.name);
      expect(accepted(rateLimits.decode(item)).recordType).toBe(recordType.name);
    },
    runs / 2,
  );
});

it.each(allRecordTypes)('writes items that survive the SDK’s own conversion: %s', (_name, codec, recordType) => {
  law(
    [arbitraryRecord(recordType)],
    (record) => {
      const item = accepted(codec.encode(recordType.name, record));
      // The SDK loses a map key "__proto__", and takes a map with a key "constructor" for an object of a class.
      fc.pre(!/"(?:__proto__|constructor)":/.test(JSON.stringify(item)));
      const bytes = fromBase64({ M: item }) as { M: Parameters<typeof unmarshall>[0] };
      const native = unmarshall(bytes.M, { wrapNumbers: true });
      const back = toBase64({ M: marshall(native) }) as { M: JsonObject };
      expect(compareItems(item as JsonObject, back.M)).toEqual({ passed: true });
    },
    runs / 2,
  );
});

/** What happened to an item since this schema wrote it: attributes are missing, others are new. */
type Change = { readonly without: readonly string[]; readonly extra: Item };

function arbitraryChange(recordType: RecordType): fc.Arbitrary<Change> {
  const keyAttributes = new Set(recordType.keys.flatMap((key) => key.parts.map((part) => part.attribute.name)));
  const removable = recordType.attributes
    .filter((each) => each.default !== undefined && each.defaultOn !== 'write' && !keyAttributes.has(each.name))
    .map((each) => each.name);
  // No family can explain a name that starts with "?". A key attribute of an index that the type is not in is no news either.
  const others = recordType.table.keys
    .flatMap((key) => [...key.partitionKeys, ...key.sortKeys].map((each) => each.name))
    .filter((name) => !keyAttributes.has(name));
  const names = fc.oneof(
    fc.string({ maxLength: 4 }).map((text) => `?${text}`),
    fc.constantFrom('?', ...others),
  );
  const extra = fc.dictionary(names, arbitraryAttributeValue(), { maxKeys: 3, noNullPrototype: true });
  return fc.record({
    without: fc.subarray(removable),
    extra: recordType.unknownAttributes === 'reject' ? fc.constant({}) : extra,
  });
}

function changed(
  recordType: RecordType,
  item: Item,
  { without, extra }: Change,
): { readonly item: Item; readonly missing: readonly string[] } {
  const copy: { [name: string]: AttributeValue } = { ...item, ...extra };
  const conditions = recordType.attributes
    .filter((each) => Object.hasOwn(item, each.name))
    .map((each) => each.presentWhen?.attribute);
  for (const name of without) {
    // Its default may forbid what is there.
    if (conditions.includes(name)) continue;
    delete copy[name];
    for (const key of recordType.keys)
      if (key.when.some((each) => each.component === name))
        for (const part of key.parts) delete copy[part.attribute.name];
  }
  const missing = recordType.attributes
    .filter((each) => each.default !== undefined && each.defaultOn !== 'write' && !Object.hasOwn(copy, each.name))
    .map((each) => each.name);
  return { item: copy, missing: missing.sort() };
}

/** Binary values as the SDK has them, and back. */
function fromBase64(value: AttributeValue): unknown {
  if ('B' in value) return { B: new Uint8Array(Buffer.from(value.B, 'base64')) };
  if ('BS' in value) return { BS: value.BS.map((each) => new Uint8Array(Buffer.from(each, 'base64'))) };
  if ('L' in value) return { L: value.L.map(fromBase64) };
  if ('M' in value) return { M: Object.fromEntries(Object.entries(value.M).map(([k, v]) => [k, fromBase64(v)])) };
  return value;
}

function toBase64(value: object): unknown {
  return JSON.parse(
    JSON.stringify(value, (_key, each: unknown) =>
      each instanceof Uint8Array ? Buffer.from(each).toString('base64') : each,
    ),
  );
}
