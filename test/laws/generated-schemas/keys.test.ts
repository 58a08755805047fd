import { expect, it } from 'vitest';
import { componentTypes } from '../../../src/model/component-types.ts';
import type { RecordKey, RecordType } from '../../../src/model/model.ts';
import { isObject, type JsonObject } from '../../../src/value/json.ts';
import { expectedText } from '../../support/arbitrary-schema/encoded-text.ts';
import { forRecords, forSchemas, recordsOf } from '../../support/arbitrary-schema/hold.ts';
import { accepted } from '../../support/results.ts';
import { asWritten } from '../../support/round-trip.ts';

// Tried by hand, and found: "percent" that does not escape "%" itself, and padding on the right.

it('builds the keys that the patterns say, and finds in them what they were built from', () => {
  let built = 0;
  forRecords(40, 5, ({ codec }, recordType, record) => {
    const keys = accepted(codec.buildKeys(recordType.name, record));
    const written = asWritten(recordType, record);
    for (const key of recordType.keys) {
      const attributes = keys[key.index.name];
      if (attributes === undefined) continue;
      built += 1;
      for (const { name, text } of textsOf(recordType, key, written)) {
        const value = attributes[name] ?? { NULL: true };
        expect([key.index.name, name, Object.values(value)[0]]).toEqual([key.index.name, name, text]);
      }
      const parsed = accepted(codec.parseKey(recordType.name, key.index.name, attributes));
      expect(parsed).toEqual(componentsOf(recordType, key, written));
    }
  });
  expect(built).toBeGreaterThan(100);
});

it('builds one key from the same components only', () => {
  forSchemas(25, ({ codec }) => {
    for (const recordType of codec.model.recordTypes) {
      const [primary] = recordType.keys;
      if (primary === undefined) throw new TypeError(`${recordType.name} has no primary key`);
      const seen = new Map<string, JsonObject>();
      for (const record of recordsOf(recordType, 30)) {
        const key = JSON.stringify(accepted(codec.buildKeys(recordType.name, record))['primary']);
        const components = componentsOf(recordType, primary, asWritten(recordType, record));
        expect(components).toEqual(seen.get(key) ?? components);
        seen.set(key, components);
      }
    }
  });
});

type KeyText = { readonly name: string; readonly text: string };

function textsOf(recordType: RecordType, key: RecordKey, record: JsonObject): readonly KeyText[] {
  const typeOf = componentTypes(recordType);
  return key.parts.map((part) => ({
    name: part.attribute.name,
    text: part.pattern.tokens
      .map((token) =>
        token.kind === 'literal' ? token.text : expectedText(valueAt(record, token.name), token, typeOf(token.name)),
      )
      .join(''),
  }));
}

/** What a parser finds: values where an encoding can be undone, else the texts under their labels. */
function componentsOf(recordType: RecordType, key: RecordKey, record: JsonObject): JsonObject {
  const typeOf = componentTypes(recordType);
  const found: { [name: string]: string } = {};
  for (const token of key.parts.flatMap((part) => part.pattern.tokens)) {
    if (token.kind === 'literal') continue;
    const lossy = token.encodings.some(({ kind }) => !['pad', 'percent', 'or'].includes(kind));
    const value = valueAt(record, token.name);
    const text = expectedText(value, token, typeOf(token.name));
    if (lossy && text !== undefined) found[token.label] = text;
    else if (!lossy && value !== undefined) found[token.name] = value;
  }
  return found;
}

function valueAt(record: JsonObject, path: string): string | undefined {
  let value: unknown = record;
  for (const name of path.split('.')) value = isObject(value) ? value[name] : undefined;
  return typeof value === 'string' ? value : undefined;
}
