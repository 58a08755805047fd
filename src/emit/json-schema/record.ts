import type { ComponentToken, Family, RecordType } from '../../model/model.ts';
import { setProperty } from '../../value/json.ts';
import type { JsonSchema } from './json-schema.ts';
import { membersSchema } from './members.ts';
import { attributeValue, scalarSchema, stringSchema } from './scalar.ts';
import { attributeSchema, slotSchema } from './value.ts';

/**
 * The JSON Schema (draft 2020-12) of the record JSON of one record type, for judges that know nothing of Itemproof.
 * Whatever the codec accepts, it accepts. It accepts more where JSON Schema has no words, of which docs/cli.md has a list.
 */
export function recordSchema(recordType: RecordType): JsonSchema {
  const attributes = membersSchema(recordType.attributes, attributeSchema);
  const properties: { [name: string]: JsonSchema } = { ...(attributes.properties as { [name: string]: JsonSchema }) };
  for (const family of recordType.families) setProperty(properties, family.name, familySchema(family));
  for (const { name, type } of recordType.components) setProperty(properties, name, scalarSchema(type));
  const endings = always(recordType).flatMap(({ name, until, encodings }) =>
    // An encoded value may contain what its text in the key does not; a member of a map is left to the codec.
    until === null || encodings.length > 0 || !Object.hasOwn(properties, name)
      ? []
      : [{ properties: { [name]: { not: { pattern: literal(until) } } } }],
  );
  const conditions = [...((attributes['allOf'] as readonly JsonSchema[] | undefined) ?? []), ...endings];
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: recordType.name,
    ...(recordType.description === '' ? {} : { description: recordType.description }),
    type: 'object',
    properties,
    required: [...attributes.required, ...neededComponents(recordType), ...neededFamilies(recordType)],
    additionalProperties: false,
    ...(conditions.length === 0 ? {} : { allOf: conditions }),
    $defs: { attributeValue },
  };
}

function familySchema({ domain, requiredMembers, ...slot }: Family): JsonSchema {
  return {
    type: 'object',
    propertyNames: stringSchema(domain),
    additionalProperties: slotSchema(slot),
    ...(requiredMembers.length === 0 ? {} : { required: requiredMembers }),
  };
}

/** The components of keys that every item has. */
function always(recordType: RecordType): readonly ComponentToken[] {
  return recordType.keys
    .filter(({ when }) => when.length === 0)
    .flatMap(({ parts }) => parts)
    .flatMap(({ pattern }) => pattern.tokens)
    .flatMap((token) => (token.kind === 'component' ? [token] : []));
}

function neededComponents(recordType: RecordType): readonly string[] {
  const needed = new Set(
    always(recordType)
      .filter(({ encodings }) => encodings.every(({ kind }) => kind !== 'or'))
      .map(({ name }) => name),
  );
  return recordType.components.map(({ name }) => name).filter((name) => needed.has(name));
}

function neededFamilies({ families }: RecordType): readonly string[] {
  return families.filter(({ requiredMembers }) => requiredMembers.length > 0).map(({ name }) => name);
}

/** A character as a pattern that matches it alone. */
function literal(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
