import type { RecordType, ValueType } from '../model/model.ts';
import { shapeOf } from '../model/union.ts';
import { stringCheck } from '../scalar/string-check.ts';
import { isObject, type Json, type JsonObject, ownProperty, setProperty } from '../value/json.ts';
import type { RecordDraft } from './draft.ts';
import { repair } from './record.ts';
import { freeTexts } from './values/characters.ts';

/**
 * Records with a text that languages stumble over in the place of every text that may be any text, wherever in the record, and
 * of which no key is made. One record for all places: what goes wrong is the text, and a finding says in which place.
 */
export function everyTextDrafts(
  recordType: RecordType,
  complete: JsonObject,
  inKeys: ReadonlySet<string>,
): readonly RecordDraft[] {
  // Of a map, a key may have one member, and the others are free.
  const free = recordType.attributes.filter(({ name, type }) => !inKeys.has(name) || type.kind === 'struct');
  return freeTexts.flatMap(({ scenario, slug, value, description, hazards }) => {
    const record = structuredClone(complete) as { [name: string]: Json };
    for (const { name, type } of free) {
      const own = ownProperty(record, name) as Json | undefined;
      if (own !== undefined) setProperty(record, name, withText(type, own, String(value), name, inKeys));
    }
    if (JSON.stringify(record) === JSON.stringify(complete)) return [];
    const what = `in every text: ${description}`;
    return [
      { scenario, subject: '', slug: `text-${slug}`, description: what, hazards, record: repair(recordType, record) },
    ];
  });
}

/** Whether a type is one of any text, or has one inside. */
export function hasFreeText(type: ValueType): boolean {
  switch (type.kind) {
    case 'string':
      return type.enum === null && type.pattern === null;
    case 'struct':
      return type.members.some((member) => hasFreeText(member.type));
    case 'list':
      return hasFreeText(type.items.type);
    case 'map':
      return hasFreeText(type.values.type);
    case 'union':
      return type.variants.slice(0, 1).some(hasFreeText);
    default:
      return false;
  }
}

/**
 * The value with another text in the place of every text that may be that one.
 *
 * @param path of the value, as the patterns of keys say it
 */
function withText(type: ValueType, value: Json, text: string, path: string, inKeys: ReadonlySet<string>): Json {
  const within = (inner: ValueType, each: Json, name = '*'): Json =>
    withText(inner, each, text, `${path}.${name}`, inKeys);
  switch (type.kind) {
    case 'string':
      return typeof value === 'string' &&
        !inKeys.has(path) &&
        hasFreeText(type) &&
        stringCheck(type)(text) === undefined
        ? text
        : value;
    case 'struct':
      return changed(value, (name, inner) => {
        const member = type.members.find((each) => each.name === name);
        return member === undefined ? inner : within(member.type, inner, name);
      });
    case 'map':
      return changed(value, (_name, inner) => within(type.values.type, inner));
    case 'list':
      return Array.isArray(value) ? (value as readonly Json[]).map((each) => within(type.items.type, each)) : value;
    case 'union': {
      const [first] = type.variants;
      const same = first !== undefined && shapeOf(first).json === (Array.isArray(value) ? 'array' : typeof value);
      return same ? withText(first, value, text, path, inKeys) : value;
    }
    default:
      return value;
  }
}

function changed(value: Json, change: (name: string, inner: Json) => Json): Json {
  if (!isObject(value)) return value;
  const copy: { [name: string]: Json } = {};
  for (const [name, inner] of Object.entries(value)) setProperty(copy, name, change(name, inner as Json));
  return copy;
}
