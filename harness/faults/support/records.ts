import { completeRecord } from '../../../src/generate/record.ts';
import { typicalValue } from '../../../src/generate/values/samples.ts';
import type { Codec } from '../../../src/item/codec.ts';
import { typeOfComponent } from '../../../src/model/component-types.ts';
import type { Attribute, Family, RecordType } from '../../../src/model/model.ts';
import { type Item, tagsOf } from '../../../src/value/attribute-value.ts';
import { isObject, type Json, type JsonObject, setProperty } from '../../../src/value/json.ts';
import { readingRecords, recordTypeOf, takingItems } from './decorate.ts';
import { componentsOfKeys } from './keys.ts';
import { asReader, misread } from './misread.ts';
import { isNumeric } from './types.ts';
import { mapMembers } from './walk.ts';

/** Whether a record of this type may have a member of this name. */
export function isMember({ attributes, components, families }: RecordType, name: string): boolean {
  return [...attributes, ...components, ...families].some((each) => each.name === name);
}

/** An attribute that depends on no other one. */
export function withoutCondition(attribute: Attribute): Attribute {
  return { ...attribute, presentWhen: null };
}

/** Reads the names of members of families otherwise. Two members that get one name become one. */
export function readingFamilies(codec: Codec, change: (member: string, family: Family) => string): Codec {
  return readingRecords(codec, (record, { families }) =>
    mapMembers(record, (value, name) => {
      const family = families.find((each) => each.name === name);
      if (family === undefined || !isObject(value)) return value;
      const members: { [member: string]: Json } = {};
      for (const [member, each] of Object.entries(value)) setProperty(members, change(member, family), each as Json);
      return members;
    }),
  );
}

/** An item whose attributes say what its primary key says. */
export function agreeingWithKey(codec: Codec): (item: Item, recordType: RecordType) => Item {
  return (item, recordType) => {
    const names = recordType.keys[0]?.parts.map((part) => part.attribute.name) ?? [];
    const key = Object.fromEntries(names.map((name) => [name, item[name]]));
    const parsed = codec.parseKey(recordType.name, recordType.keys[0]?.index.name ?? '', key);
    if (!parsed.ok) return item;
    return mapMembers(item, (value, name) => {
      const text = parsed.value[name];
      const type = recordType.attributes.find((each) => each.name === name)?.type;
      if (text === undefined || type === undefined) return value;
      return isNumeric(type) ? { N: text } : { S: text };
    });
  };
}

/** Reads an item whose primary key is none as if its key were that of an ordinary record. */
export function readingForeignKeys(codec: Codec): Codec {
  const lenient = asReader(
    codec,
    misread(codec, (recordType) => ({ ...recordType, keys: recordType.keys.slice(0, 1) })),
  );
  return takingItems(lenient, (item, recordType) => {
    const keys = codec.buildKeys(recordType.name, completeRecord(recordType));
    return keys.ok ? { ...item, ...keys.value[recordType.keys[0]?.index.name ?? ''] } : item;
  });
}

/** Builds keys from components that are empty, as interpolation does. */
export function buildWithEmptyComponents(codec: Codec): Codec['buildKeys'] {
  return (name, record) => {
    const built = codec.buildKeys(name, record);
    const recordType = recordTypeOf(codec, name);
    if (built.ok || recordType === undefined || !isObject(record)) return built;
    const empty = componentsOfKeys(recordType).find((each) => record[each] === '');
    const type = empty === undefined ? undefined : typeOfComponent(recordType, empty);
    if (empty === undefined || type === undefined) return built;
    const standIn = String(typicalValue(type));
    const whole: JsonObject = { ...(record as JsonObject), [empty]: standIn };
    const other = codec.buildKeys(name, whole);
    if (!other.ok) return built;
    const keys = Object.entries(other.value).map(([index, key]) => {
      const texts = mapMembers(key, (value) => {
        const { S } = tagsOf(value);
        return S === undefined ? value : { S: S.replace(standIn, '') };
      });
      return [index, texts] as const;
    });
    return { ok: true, value: Object.fromEntries(keys) };
  };
}

/** A record without what has a default, so that the writer supplies it. */
export function withDefaultsOnly(record: JsonObject, { attributes }: RecordType): JsonObject {
  const defaults = new Set(attributes.filter((each) => each.default !== undefined).map(({ name }) => name));
  return mapMembers(record, (value, name) => (defaults.has(name) ? undefined : value));
}
