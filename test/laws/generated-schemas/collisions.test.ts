import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compileSchema } from '../../../src/compile.ts';
import { type Codec, compileCodec } from '../../../src/item/codec.ts';
import { componentTypes } from '../../../src/model/component-types.ts';
import type { RecordType } from '../../../src/model/model.ts';
import type { JsonObject } from '../../../src/value/json.ts';
import { factor, forSchemas, recordsOf, seed } from '../../support/arbitrary-schema/hold.ts';
import { arbitrarySchema, textOf } from '../../support/arbitrary-schema/schema.ts';
import { accepted } from '../../support/results.ts';

// Tried by hand, and found: an analysis without key collisions.

it('says of every two record types that can have one key that they can', () => {
  forSchemas(40, ({ codec }) => {
    for (const recordType of codec.model.recordTypes) {
      for (const record of recordsOf(recordType, 12)) {
        const key = accepted(codec.buildKeys(recordType.name, record))['primary'] as JsonObject;
        const others = codec.model.recordTypes.filter((each) => each !== recordType && buildsKey(codec, each, key));
        expect([JSON.stringify(key), others.map((each) => each.name)]).toEqual([JSON.stringify(key), []]);
      }
    }
  });
});

it('shows keys that both record types can really have', () => {
  let shown = 0;
  for (const document of fc.sample(arbitrarySchema, { seed, numRuns: Math.ceil(250 * factor) })) {
    const { model, diagnostics } = compileSchema('schema.yaml', textOf(document));
    const collisions = diagnostics.filter((each) => each.code === 'key-collision');
    if (model !== undefined || collisions.length === 0) continue;
    const waivers = [...new Set(collisions.map((each) => each.path))].map((at) => ({
      rule: 'key-collision',
      at,
      reason: 'this is what the test is about',
    }));
    const waived = compileSchema('schema.yaml', textOf({ ...document, waivers })).model;
    if (waived === undefined) continue;
    const codec = compileCodec(waived);
    for (const { message } of collisions) {
      const [, left, right, text = ''] = /^"(.+?)" and "(.+?)" can both have the key (\{.*\})/.exec(message) ?? [];
      const both = codec.model.recordTypes.filter((each) => each.name === left || each.name === right);
      const texts = JSON.parse(text) as { readonly [attribute: string]: string };
      const columns = both[0]?.keys[0]?.parts.map((part) => part.attribute) ?? [];
      const key = Object.fromEntries(columns.map(({ name, type }) => [name, { [type]: texts[name] ?? '' }]));
      // Nobody finds a text of a given hash; and what a pattern gives in another case the analysis knows only roughly.
      if (both.some((each) => isRough(each))) continue;
      shown += 1;
      for (const each of both)
        expect([message, each.name, buildsKey(codec, each, key)]).toEqual([message, each.name, true]);
    }
  }
  expect(shown).toBeGreaterThan(3);
});

function isRough({ keys }: RecordType): boolean {
  return (
    JSON.stringify(keys[0]?.parts.map((part) => part.pattern)).match(/"kind":"(?:sha256|shard|lower|upper)"/) !== null
  );
}

/** Whether a record type can build a key: it parses, and its components build it again. */
function buildsKey(codec: Codec, recordType: RecordType, key: JsonObject): boolean {
  const parsed = codec.parseKey(recordType.name, 'primary', key);
  if (!parsed.ok) return false;
  const typeOf = componentTypes(recordType);
  const components: { [name: string]: string } = {};
  for (const [label, text] of Object.entries(parsed.value)) {
    const [name = '', ...encodings] = label.split(':');
    if (encodings.some((each) => each === 'sha256' || each.startsWith('shard'))) return false;
    const type = typeOf(name);
    components[name] ??= encodings.length === 0 || type.kind !== 'timestamp' ? text : instantOf(text, type.format);
  }
  const built = codec.primaryKey(recordType.name, components);
  return built.ok && JSON.stringify(built.value) === JSON.stringify(key);
}

/** A timestamp of a format whose truncated text this is. */
function instantOf(text: string, format: string): string {
  const iso =
    /^-?\d+$/.test(text) && text.length !== 4
      ? new Date(Number(text) * (text.length > 11 ? 1 : 1000)).toISOString()
      : text;
  const whole = `${iso.replace(/Z$/, '')}${'0001-01-01T00:00:00.000000'.slice(iso.replace(/Z$/, '').length)}`;
  switch (format) {
    case 'date':
      return whole.slice(0, 10);
    case 'month':
      return whole.slice(0, 7);
    case 'iso-milliseconds':
      return `${whole.slice(0, 23)}Z`;
    case 'iso-microseconds':
      return `${whole.slice(0, 26)}Z`;
    case 'epoch-seconds':
      return String(Math.floor(Date.parse(`${whole.slice(0, 23)}Z`) / 1000));
    case 'epoch-milliseconds':
      return String(Date.parse(`${whole.slice(0, 23)}Z`));
    default:
      return `${whole.slice(0, 19)}Z`;
  }
}
