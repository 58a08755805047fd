import fc from 'fast-check';
import { expect, it } from 'vitest';
import { arbitraryRecord } from '../../src/generate/arbitrary/record.ts';
import type { Codec } from '../../src/item/codec.ts';
import { componentNames } from '../../src/model/key-pattern.ts';
import type { RecordKey, RecordType } from '../../src/model/model.ts';
import { type Json, type JsonObject, ownProperty } from '../../src/value/json.ts';
import { law } from '../support/law.ts';
import { accepted } from '../support/results.ts';
import { readBack } from '../support/round-trip.ts';
import { allRecordTypes } from '../support/schemas.ts';

const keyed = allRecordTypes.flatMap(([name, codec, recordType]) =>
  recordType.keys.map((key) => [`${name}/${key.index.name}`, codec, recordType, key] as const),
);

/** Those keys that differ from record to record. */
const variable = keyed.filter(([, , , key]) => namesOf(key).length > 0);

/** Text of the characters that patterns are made of: what is most likely to be read back wrongly. */
const treacherous = fc.string({
  unit: fc.constantFrom('a', '0', '1', '#', '/', '-', ':', 'v', '{', ' '),
  maxLength: 5,
});

it.each(keyed)('finds in a key the components that it was built from: %s', (_name, codec, recordType, key) => {
  law(
    [arbitraryRecord(recordType)],
    (record) => {
      const attributes = accepted(codec.buildKeys(recordType.name, record))[key.index.name];
      expect(attributes === undefined).toBe(key.when.some(({ component }) => (record[component] ?? null) === null));
      if (attributes === undefined) return;
      const parsed = accepted(codec.parseKey(recordType.name, key.index.name, attributes));
      expect(parsed).toEqual(componentsOf(key, readBack(recordType, record)));
    },
    25,
  );
});

it.each(variable)('builds different keys from different components: %s', (_name, codec, recordType, key) => {
  const names = namesOf(key);
  law(
    [
      arbitraryRecord(recordType),
      fc.array(fc.tuple(...names.map(() => treacherous)), { minLength: 20, maxLength: 40 }),
    ],
    (record, replacements) => {
      const seen = new Map<string, JsonObject>();
      for (const texts of replacements) {
        const variant = replaced(record, names, texts);
        const built = keyOf(codec, recordType, key, variant);
        if (built === undefined) continue;
        const components = componentsOf(key, variant);
        const known = seen.get(JSON.stringify(built));
        if (known !== undefined) expect(components).toEqual(known);
        seen.set(JSON.stringify(built), components);
      }
    },
    10,
  );
});

it.each(variable)('builds no key that would be read back as another: %s', (_name, codec, recordType, key) => {
  const names = namesOf(key);
  law(
    [arbitraryRecord(recordType), fc.tuple(...names.map(() => fc.option(treacherous, { nil: undefined })))],
    (record, texts) => {
      const variant = replaced(record, names, texts);
      const built = keyOf(codec, recordType, key, variant);
      if (built === undefined) return;
      const parsed = accepted(codec.parseKey(recordType.name, key.index.name, built));
      expect(parsed).toEqual(componentsOf(key, readBack(recordType, variant)));
    },
    60,
  );
});

it.each(allRecordTypes)('makes of the components alone the key that the item has: %s', (_name, codec, recordType) => {
  law(
    [arbitraryRecord(recordType)],
    (record) => {
      const keys = accepted(codec.buildKeys(recordType.name, record));
      const [primary] = recordType.keys;
      const components = primary === undefined ? {} : componentsOf(primary, readBack(recordType, record));
      expect(accepted(codec.primaryKey(recordType.name, components))).toEqual(keys['primary']);
    },
    30,
  );
});

function namesOf(key: RecordKey): readonly string[] {
  return [...new Set(key.parts.flatMap((part) => componentNames(part.pattern)))];
}

function componentsOf(key: RecordKey, record: JsonObject): JsonObject {
  return Object.fromEntries(namesOf(key).map((name) => [name, ownProperty(record, name) ?? null]));
}

function replaced(record: JsonObject, names: readonly string[], texts: readonly (string | undefined)[]): JsonObject {
  const copy: { [name: string]: Json } = { ...record };
  for (const [index, name] of names.entries()) copy[name] = texts[index] ?? copy[name] ?? 'a';
  return copy;
}

function keyOf(codec: Codec, recordType: RecordType, key: RecordKey, record: JsonObject): JsonObject | undefined {
  const keys = codec.buildKeys(recordType.name, record);
  return keys.ok ? (keys.value[key.index.name] as JsonObject | undefined) : undefined;
}
