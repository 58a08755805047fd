import type { Attribute, Slot, ValueType } from '../../model/model.ts';
import type { JsonSchema } from './json-schema.ts';
import { membersSchema } from './members.ts';
import { scalarSchema } from './scalar.ts';

/** A value, or NULL where it may stand in its place. */
export function slotSchema({ type, nullable }: Slot): JsonSchema {
  const schema = typeSchema(type);
  return nullable ? { anyOf: [schema, { type: 'null' }] } : schema;
}

/** An attribute or member: its value, and "" where that counts as missing. */
export function attributeSchema(attribute: Attribute): JsonSchema {
  const schema = slotSchema(attribute);
  const description = attribute.description === '' ? {} : { description: attribute.description };
  return { ...description, ...(attribute.defaultWhenEmpty ? { anyOf: [schema, { const: '' }] } : schema) };
}

function typeSchema(type: ValueType): JsonSchema {
  switch (type.kind) {
    case 'string':
    case 'integer':
    case 'decimal':
    case 'timestamp':
    case 'binary':
      return scalarSchema(type);
    case 'boolean':
      return { type: 'boolean' };
    case 'list':
      return {
        type: 'array',
        items: slotSchema(type.items),
        minItems: Math.max(type.minItems, type.allowEmpty ? 0 : 1),
        ...(type.maxItems === null ? {} : { maxItems: type.maxItems }),
      };
    case 'map':
      return { type: 'object', additionalProperties: slotSchema(type.values), minProperties: type.allowEmpty ? 0 : 1 };
    case 'struct':
      return membersSchema(type.members, attributeSchema);
    case 'string_set':
    case 'number_set':
    case 'binary_set':
      return {
        type: 'array',
        items: typeSchema(type.items),
        uniqueItems: true,
        minItems: type.emptySet === 'omit' ? 0 : 1,
      };
    case 'document':
      return {
        type: 'object',
        additionalProperties: { $ref: '#/$defs/attributeValue' },
        minProperties: type.allowEmpty ? 0 : 1,
      };
    case 'any':
      return { $ref: '#/$defs/attributeValue' };
    case 'union':
      return { anyOf: type.variants.map(typeSchema) };
  }
}
